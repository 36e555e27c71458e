package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Outcome.Refused;
import dev.baton.salesforce.sandbox.Outcome.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One Salesforce org that is connected to Baton, and the people who work in it. What people do here
 * is checked like what apps do; what Salesforce would refuse is an {@link
 * IllegalArgumentException}.
 */
public final class Org {
  private final String id;
  private final String name;
  private final Records records;
  private final OutboundMessages outbound;
  private final OrgAccess access;
  private final String adminId;
  private final String integrationUserId;
  private Optional<String> ruleOwner = Optional.empty();

  Org(String id, String name, Records records, OutboundMessages outbound, Tokens tokens) {
    this.id = id;
    this.name = name;
    this.records = records;
    this.outbound = outbound;
    String domain = name.replaceAll("[^A-Za-z0-9]+", "-") + ".example";
    this.adminId = user("Org Admin", "admin@" + domain, "");
    this.integrationUserId = user("Baton Integration", "baton@" + domain, adminId);
    outbound.reading(records, integrationUserId);
    this.access = new OrgAccess(id, integrationUserId, tokens, records::now);
  }

  /** With 18 characters. */
  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** The keys to this org, and the end of them. */
  public OrgAccess access() {
    return access;
  }

  /** What flows of this org tell others. */
  public OutboundMessages outbound() {
    return outbound;
  }

  /** The user as whom Baton works. */
  public SandboxUser integrationUser() {
    return records.users().find(integrationUserId).orElseThrow();
  }

  /** The user who set the org up, and as whom forms on the web write. */
  public SandboxUser admin() {
    return records.users().find(adminId).orElseThrow();
  }

  /** Somebody joins, who logs in with their address. */
  public SandboxUser addUser(String fullName, String email) {
    return records.users().find(user(fullName, email, adminId)).orElseThrow();
  }

  /** A user leaves; the records keep their id, and their sessions end. */
  public void deactivateUser(String userId) {
    if (!records.users().isActive(userId)) throw unknown(userId);
    records.amend(userId, Map.of("IsActive", "false"), adminId);
    records.tell();
    access.endSessionsOf(userId);
  }

  public List<SandboxUser> users() {
    return records.users().all();
  }

  /** A queue, which can own leads and cases; answers its id. */
  public String addQueue(String queueName) {
    return records.make(ObjectType.GROUP, Map.of("Name", queueName, "Type", "Queue"), adminId);
  }

  /**
   * An admin switches on an assignment rule: it gives every lead and case an app or a form writes
   * to this user or queue, unless the call says {@code useDefaultRule=false}.
   */
  public synchronized void assignByRule(String ownerId) {
    ruleOwner = Optional.of(records.find(ownerId).orElseThrow(() -> unknown(ownerId)).id());
  }

  public synchronized void stopAssigning() {
    ruleOwner = Optional.empty();
  }

  /** Adds the fields of Baton's package. */
  public void installBaton() {
    records.schema().installBaton();
  }

  public void uninstallBaton() {
    records.schema().uninstallBaton();
  }

  /** An admin adds a field. */
  public void addField(ObjectType type, FieldDefinition field) {
    records.schema().add(type, field);
  }

  /** Somebody fills in a form on the web; answers the lead's id. */
  public String createLead(Map<String, String> fields) {
    return stored(() -> records.create(ObjectType.LEAD, fields, new Writer(adminId, ruleOwner())));
  }

  /** A person makes a record of any kind by hand; answers its id. */
  public String create(ObjectType type, Map<String, String> fields, String byUserId) {
    return stored(() -> records.create(type, fields, Writer.by(person(byUserId))));
  }

  /** A person changes a record; an empty text empties a field. */
  public void change(String recordId, Map<String, String> fields, String byUserId) {
    ObjectType type =
        record(recordId).map(SandboxRecord::type).orElseThrow(() -> unknown(recordId));
    stored(() -> records.update(type, recordId, fields, Writer.by(person(byUserId))));
  }

  /** A person gives a record to a user or queue. */
  public void giveTo(String ownerId, String recordId, String byUserId) {
    change(recordId, Map.of("OwnerId", ownerId), byUserId);
  }

  /** A person ticks a task off. */
  public void completeTask(String taskId, String byUserId) {
    change(taskId, Map.of("Status", "Completed"), byUserId);
  }

  /**
   * A person answers an offer, in its task or in the record itself.
   *
   * @param response {@code accept}, {@code decline} or {@code another_chance}
   */
  public void answerOffer(String recordId, String response, String byUserId) {
    change(recordId, Map.of("Baton_Offer_Response__c", response), byUserId);
  }

  /** A person deletes a record. */
  public void delete(String recordId, String byUserId) {
    stored(() -> records.delete(recordId, person(byUserId)));
  }

  /** A person makes one lead of two or three; the losers are deleted and name the winner. */
  public void merge(String winnerId, List<String> loserIds, String byUserId) {
    new LeadActions(records).merge(winnerId, loserIds, person(byUserId));
  }

  /** A person makes a customer of a lead. */
  public Conversion convert(String leadId, String byUserId) {
    return new LeadActions(records).convert(leadId, person(byUserId));
  }

  /** A record; empty where there is none or it was deleted. */
  public Optional<SandboxRecord> record(String recordId) {
    return records.find(recordId).filter(record -> !record.isDeleted());
  }

  /** Everything a record ever was, oldest first. */
  public List<SandboxRecord> past(String recordId) {
    return records.past(recordId);
  }

  /** A record in the recycle bin. */
  public Optional<SandboxRecord> deletedRecord(String recordId) {
    return records.find(recordId).filter(SandboxRecord::isDeleted);
  }

  public List<SandboxRecord> records(ObjectType type) {
    return records.all(type);
  }

  public List<SandboxRecord> tasks() {
    return records(ObjectType.TASK);
  }

  /** The tasks that belong to a record, oldest first. */
  public List<SandboxRecord> tasksOf(String recordId) {
    String full = Ids.full(recordId).orElse("");
    return tasks().stream()
        .filter(task -> task.value("WhoId").equals(full) || task.value("WhatId").equals(full))
        .toList();
  }

  Records records() {
    return records;
  }

  synchronized Optional<String> ruleOwner() {
    return ruleOwner;
  }

  private String person(String userId) {
    return records
        .users()
        .find(userId)
        .filter(SandboxUser::active)
        .orElseThrow(() -> unknown(userId))
        .id();
  }

  private String user(String fullName, String email, String byUserId) {
    int space = fullName.lastIndexOf(' ');
    var values = new LinkedHashMap<String, String>();
    values.put("Username", email);
    values.put("Email", email);
    values.put("FirstName", space < 0 ? "" : fullName.substring(0, space));
    values.put("LastName", fullName.substring(space + 1));
    return records.make(ObjectType.USER, values, byUserId);
  }

  private String stored(Supplier<Outcome> write) {
    try {
      return switch (records.together(false, List.of(write)).getFirst()) {
        case Stored stored -> stored.id();
        case Refused refused -> throw new IllegalArgumentException(refused.refusal().message());
      };
    } catch (CallRefused refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException("No such record here: " + id);
  }
}
