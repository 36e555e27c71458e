package dev.baton.salesforce.sandbox;

import java.util.List;

/**
 * Why Salesforce does not write one record.
 *
 * @param statusCode such as {@code UNABLE_TO_LOCK_ROW}
 * @param fields what it is about, where it is about fields
 */
record Refusal(String statusCode, String message, List<String> fields) {
  Refusal {
    fields = List.copyOf(fields);
  }

  static Refusal of(String statusCode, String message, String... fields) {
    return new Refusal(statusCode, message, List.of(fields));
  }

  static Refusal deleted() {
    return of("ENTITY_IS_DELETED", "entity is deleted");
  }

  static Refusal unknownId() {
    return of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  }

  static Refusal noAccess() {
    return of("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
  }
}
