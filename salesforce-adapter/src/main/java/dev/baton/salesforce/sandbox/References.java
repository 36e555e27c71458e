package dev.baton.salesforce.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the records that a record names are there, and fit to be named. */
final class References {
  private final Records records;
  private final Users users;

  References(Records records, Users users) {
    this.records = records;
    this.users = users;
  }

  /** What is wrong with a reference. */
  Optional<Refusal> problem(ObjectType type, FieldDefinition field, String given) {
    Optional<String> id = Ids.full(given);
    if (id.isEmpty()) {
      return refused(
          "MALFORMED_ID", field.label() + ": id value of incorrect type: " + given, field);
    }
    if (field.name().equals("OwnerId") && users.hasLeft(id.get())) {
      return refused(
          "INACTIVE_OWNER_OR_USER",
          "operation performed with inactive user ["
              + id.get()
              + "] as owner of "
              + type.apiName().toLowerCase(Locale.ROOT),
          field);
    }
    Optional<SandboxRecord> named = records.find(id.get());
    if (named.isEmpty() || !field.refersTo().contains(named.get().type())) {
      return refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field);
    }
    return named.get().isDeleted() ? Optional.of(Refusal.deleted()) : Optional.empty();
  }

  /** A task for a lead is about nothing else. */
  static Optional<Refusal> together(ObjectType type, Map<String, String> values) {
    boolean forLead =
        values.getOrDefault("WhoId", "").startsWith(ObjectType.LEAD.keyPrefix())
            && !values.getOrDefault("WhatId", "").isEmpty();
    return type == ObjectType.TASK && forLead
        ? Optional.of(
            Refusal.of(
                "FIELD_INTEGRITY_EXCEPTION",
                "Related To ID: can't be specified when the name is a lead",
                "WhatId"))
        : Optional.empty();
  }

  private static Optional<Refusal> refused(String code, String message, FieldDefinition field) {
    return Optional.of(Refusal.of(code, message, field.name()));
  }
}
