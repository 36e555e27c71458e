package dev.baton.salesforce.sandbox;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people do with whole leads: make one of several, and make customers of them. */
final class LeadActions {
  private final Records records;

  LeadActions(Records records) {
    this.records = records;
  }

  /** Keeps the winner with its values; the losers are deleted and their tasks move to it. */
  void merge(String winnerId, List<String> loserIds, String byUserId) {
    synchronized (records) {
      SandboxRecord winner = lead(winnerId);
      List<SandboxRecord> losers = loserIds.stream().map(this::lead).toList();
      if (losers.isEmpty() || losers.size() > 2 || losers.contains(winner)) {
        throw new IllegalArgumentException("One or two other leads are merged into a lead");
      }
      for (SandboxRecord loser : losers) {
        records.amendQuietly(
            loser.id(), Map.of("IsDeleted", "true", "MasterRecordId", winner.id()), byUserId);
        moveTasks(loser.id(), Map.of("WhoId", winner.id()), byUserId);
      }
      records.amend(winner.id(), Map.of(), byUserId);
      records.tell();
    }
  }

  /** Makes an account, a contact and an opportunity of a lead, which then stands still. */
  Conversion convert(String leadId, String byUserId) {
    synchronized (records) {
      SandboxRecord lead = lead(leadId);
      String owner = lead.value("OwnerId");
      if (!owner.startsWith(ObjectType.USER.keyPrefix())) owner = byUserId;
      String company = lead.value("Company");
      String day = LocalDate.ofInstant(records.now(), ZoneOffset.UTC).toString();
      String account =
          records.make(ObjectType.ACCOUNT, mapOf("Name", company, "OwnerId", owner), byUserId);
      var contactValues = mapOf("AccountId", account, "OwnerId", owner);
      for (String field : List.of("FirstName", "LastName", "Email", "Phone", "MobilePhone")) {
        contactValues.put(field, lead.value(field));
      }
      String contact = records.make(ObjectType.CONTACT, contactValues, byUserId);
      var dealValues = mapOf("AccountId", account, "OwnerId", owner);
      dealValues.putAll(Map.of("Name", company, "StageName", "Prospecting", "CloseDate", day));
      dealValues.put("LeadSource", lead.value("LeadSource"));
      String opportunity = records.make(ObjectType.OPPORTUNITY, dealValues, byUserId);
      moveTasks(lead.id(), Map.of("WhoId", contact, "WhatId", opportunity), byUserId);
      var converted = mapOf("IsConverted", "true", "Status", "Closed - Converted");
      converted.put("ConvertedDate", day);
      converted.put("ConvertedAccountId", account);
      converted.put("ConvertedContactId", contact);
      converted.put("ConvertedOpportunityId", opportunity);
      records.amend(lead.id(), converted, byUserId);
      records.tell();
      return new Conversion(account, contact, opportunity);
    }
  }

  private void moveTasks(String leadId, Map<String, String> where, String byUserId) {
    records.all(ObjectType.TASK).stream()
        .filter(task -> task.value("WhoId").equals(leadId))
        .forEach(task -> records.amend(task.id(), where, byUserId));
  }

  private SandboxRecord lead(String id) {
    return records
        .find(id)
        .filter(r -> r.type() == ObjectType.LEAD && !r.isDeleted() && !r.isTrue("IsConverted"))
        .orElseThrow(() -> new IllegalArgumentException("No such open lead: " + id));
  }

  private static Map<String, String> mapOf(String a, String one, String b, String other) {
    return new LinkedHashMap<>(Map.of(a, one, b, other));
  }
}
