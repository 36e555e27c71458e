package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Outcome.Refused;
import dev.baton.salesforce.sandbox.Outcome.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one org holds, changed by apps and people under the same rules. Safe for use by several
 * threads; its changes are told in the order they happened, and never before they are for good.
 */
final class Records {
  private final Users users = new Users(this);
  private final WriteRules rules;
  private final Schema schema;
  private final InstantSource clock;
  private final Ids ids;
  private final Consumer<Change> changes;
  private final List<Change> untold = new ArrayList<>();
  private Map<String, SandboxRecord> records = new LinkedHashMap<>();
  private final Map<String, List<SandboxRecord>> pasts = new HashMap<>();
  private int lastCase = 1000;

  Records(Schema schema, InstantSource clock, Ids ids, Consumer<Change> changes) {
    this.schema = schema;
    this.clock = clock;
    this.ids = ids;
    this.changes = changes;
    this.rules = new WriteRules(schema, new References(this, users));
  }

  Schema schema() {
    return schema;
  }

  Users users() {
    return users;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Writes several records; what did not work is undone, with everything else if so wished.
   *
   * @return what became of each, in order
   */
  synchronized List<Outcome> together(boolean allOrNone, List<Supplier<Outcome>> writes) {
    Map<String, SandboxRecord> before = allOrNone ? new LinkedHashMap<>(records) : records;
    var outcomes = new ArrayList<Outcome>();
    writes.forEach(write -> outcomes.add(write.get()));
    if (allOrNone && outcomes.stream().anyMatch(o -> o instanceof Refused)) {
      records = before;
      untold.clear();
      outcomes.replaceAll(o -> o instanceof Refused ? o : rolledBack());
    }
    tell();
    return outcomes;
  }

  synchronized Outcome create(ObjectType type, Map<String, String> given, Writer writer) {
    if (type.isSetup()) return new Refused(Refusal.noAccess());
    Optional<Refusal> no = rules.refusal(type, given);
    if (no.isPresent()) return new Refused(no.get());
    var values = new LinkedHashMap<>(DerivedValues.defaults(type));
    values.put("OwnerId", writer.byUserId());
    values.put("IsDeleted", "false");
    if (type == ObjectType.CASE) values.put("CaseNumber", "%08d".formatted(++lastCase));
    values.putAll(rules.stored(type, given));
    if (type.isAssignable()) {
      writer.assignedTo().ifPresent(owner -> values.put("OwnerId", owner));
    }
    var record = new SandboxRecord(type, ids.next(type.keyPrefix()), Map.of()).with(values);
    return refusal(record)
        .<Outcome>map(Refused::new)
        .orElseGet(
            () -> {
              put(record, values.keySet(), writer.byUserId(), true);
              return new Stored(record.id(), true);
            });
  }

  /** Changes a record; an empty text empties a field. */
  synchronized Outcome update(
      ObjectType type, String id, Map<String, String> given, Writer writer) {
    if (type.isSetup()) return new Refused(Refusal.noAccess());
    Optional<SandboxRecord> found = find(id).filter(record -> record.type() == type);
    Optional<Refusal> no =
        found
            .map(record -> unchangeable(record).or(() -> rules.refusal(type, given)))
            .orElseGet(() -> Optional.of(Refusal.unknownId()));
    if (no.isPresent()) return new Refused(no.get());
    var values = rules.stored(type, given);
    if (type.isAssignable()) {
      writer.assignedTo().ifPresent(owner -> values.put("OwnerId", owner));
    }
    SandboxRecord changed = found.orElseThrow().with(values);
    return refusal(changed)
        .<Outcome>map(Refused::new)
        .orElseGet(
            () -> {
              amend(changed.id(), values, writer.byUserId());
              return new Stored(changed.id(), false);
            });
  }

  /** Changes the record whose external id has the given value, or makes it. */
  synchronized Outcome upsert(
      ObjectType type, String key, Map<String, String> given, Writer writer) {
    String value = given.getOrDefault(key, "");
    if (value.isEmpty()) {
      return new Refused(Refusal.of("MISSING_ARGUMENT", key + " not specified", key));
    }
    return findBy(type, key, value)
        .map(record -> update(type, record.id(), given, writer))
        .orElseGet(() -> create(type, given, writer));
  }

  synchronized Outcome delete(String id, String byUserId) {
    Optional<SandboxRecord> found = find(id);
    if (found.isEmpty()) return new Refused(Refusal.unknownId());
    if (found.get().isDeleted()) return new Refused(Refusal.deleted());
    if (found.get().type().isSetup()) return new Refused(Refusal.noAccess());
    stamp(found.get().with(Map.of("IsDeleted", "true")), byUserId);
    return new Stored(found.get().id(), false);
  }

  /** Makes a record that no rule stands in the way of; answers its id. */
  synchronized String make(ObjectType type, Map<String, String> values, String byUserId) {
    var all = new LinkedHashMap<>(DerivedValues.defaults(type));
    all.putAll(values);
    var record = new SandboxRecord(type, ids.next(type.keyPrefix()), Map.of()).with(all);
    put(record, all.keySet(), byUserId, true);
    return record.id();
  }

  /** Changes a record without a look at any rule. */
  synchronized void amend(String id, Map<String, String> values, String byUserId) {
    SandboxRecord before = find(id).orElseThrow();
    var fields = new HashSet<String>();
    values.forEach(
        (name, value) -> {
          if (!before.value(name).equals(value)) fields.add(name);
        });
    put(before.with(values), fields, byUserId, false);
  }

  /** Changes a record without setting off any flow. */
  synchronized void amendQuietly(String id, Map<String, String> values, String byUserId) {
    stamp(find(id).orElseThrow().with(values), byUserId);
  }

  /** A record, deleted or not. */
  synchronized Optional<SandboxRecord> find(String id) {
    return Ids.full(id).map(full -> records.get(full));
  }

  /** Everything a record ever was, oldest first; what was undone with others included. */
  synchronized List<SandboxRecord> past(String id) {
    return Ids.full(id)
        .map(full -> List.copyOf(pasts.getOrDefault(full, List.of())))
        .orElse(List.of());
  }

  /** The record that has this value as its external id. */
  synchronized Optional<SandboxRecord> findBy(ObjectType type, String field, String value) {
    return all(type).stream()
        .filter(record -> record.value(field).equalsIgnoreCase(value))
        .findFirst();
  }

  /** The records of a kind that are not deleted, oldest first. */
  synchronized List<SandboxRecord> all(ObjectType type) {
    return allEver(type).stream().filter(record -> !record.isDeleted()).toList();
  }

  synchronized List<SandboxRecord> allEver(ObjectType type) {
    return records.values().stream().filter(record -> record.type() == type).toList();
  }

  /** Tells the changes that are for good now. */
  synchronized void tell() {
    untold.forEach(changes);
    untold.clear();
  }

  private Optional<Refusal> refusal(SandboxRecord record) {
    return rules
        .missing(record)
        .or(() -> References.together(record.type(), record.values()))
        .or(() -> taken(record));
  }

  private static Optional<Refusal> unchangeable(SandboxRecord record) {
    if (record.isDeleted()) return Optional.of(Refusal.deleted());
    return record.isTrue("IsConverted")
        ? Optional.of(Refusal.of("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead"))
        : Optional.empty();
  }

  private Optional<Refusal> taken(SandboxRecord record) {
    return schema.all(record.type()).stream()
        .filter(field -> field.externalId() && !record.value(field.name()).isEmpty())
        .flatMap(field -> findBy(record.type(), field.name(), record.value(field.name())).stream())
        .filter(other -> !other.id().equals(record.id()))
        .map(
            other ->
                Refusal.of(
                    "DUPLICATE_VALUE",
                    "duplicate value found: a unique field duplicates value on record with id: "
                        + other.id()))
        .findFirst();
  }

  private void put(SandboxRecord record, Iterable<String> fields, String by, boolean created) {
    SandboxRecord stamped = stamp(record, by);
    var changed = new LinkedHashSet<String>();
    fields.forEach(changed::add);
    untold.add(new Change(stamped, created, changed, by));
  }

  private SandboxRecord stamp(SandboxRecord record, String by) {
    String now = FieldValue.of(now());
    var stamps = new LinkedHashMap<>(DerivedValues.of(record));
    if (record.value("CreatedDate").isEmpty()) {
      stamps.put("CreatedDate", now);
      stamps.put("CreatedById", by);
    }
    stamps.put("LastModifiedDate", now);
    stamps.put("LastModifiedById", by);
    stamps.put("SystemModstamp", now);
    SandboxRecord stamped = record.with(stamps);
    records.put(stamped.id(), stamped);
    pasts.computeIfAbsent(stamped.id(), id -> new ArrayList<>()).add(stamped);
    return stamped;
  }

  private static Refused rolledBack() {
    return new Refused(
        Refusal.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using"
                + " AllOrNone header"));
  }
}
