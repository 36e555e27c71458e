package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Outcome.Refused;
import dev.baton.hubspot.sandbox.Outcome.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What one HubSpot account holds, changed by apps and people under the same rules. Safe for use by
 * several threads; its changes are told in the order they happened.
 */
final class Account {
  private final Properties properties = new Properties();
  private final Owners owners = new Owners();
  private final Links links = new Links();
  private final WriteRules rules = new WriteRules(properties, owners);
  private final Map<String, SandboxRecord> records = new LinkedHashMap<>();
  private final Map<String, String> mergedInto = new LinkedHashMap<>();
  private final InstantSource clock;
  private final LongSupplier ids;
  private final Consumer<Change> changes;

  Account(InstantSource clock, LongSupplier ids, Consumer<Change> changes) {
    this.clock = clock;
    this.ids = ids;
    this.changes = changes;
  }

  Properties properties() {
    return properties;
  }

  Owners owners() {
    return owners;
  }

  Links links() {
    return links;
  }

  /** A link somebody wishes for a record that does not exist yet. */
  record Wish(Link.Kind kind, String toId) {}

  synchronized Outcome create(
      ObjectType type, Map<String, String> given, List<Wish> wishes, Author by) {
    String id = Long.toString(ids.getAsLong());
    var wished = new ArrayList<Link>();
    for (Wish wish : wishes) {
      Link.Kind kind = wish.kind();
      Optional<SandboxRecord> other = find(kind.to, wish.toId());
      if (kind.from != type) return refused("Association " + kind.id + " does not start here");
      if (other.isEmpty()) return new Refused(Refusal.nobodyToJoin(kind.to, wish.toId()));
      wished.add(new Link(type, id, kind.to, other.get().id(), kind.id));
    }
    Map<String, String> values = rules.stored(type, given);
    Optional<Refusal> no =
        rules
            .refusal(type, given, by)
            .or(() -> rules.missing(type, given, wished))
            .or(() -> taken(type, "", values));
    if (no.isPresent()) return new Refused(no.get());
    Instant now = now();
    var record = SandboxRecord.created(type, id, now).with(values, by, now);
    records.put(id, record);
    wished.forEach(links::add);
    changes.accept(new Change.Created(type, id, by, now));
    tell(record, values, by, now);
    return new Stored(record, true);
  }

  synchronized Outcome update(ObjectType type, String id, Map<String, String> given, Author by) {
    Optional<SandboxRecord> found = find(type, id);
    if (found.isEmpty()) return new Refused(Refusal.notFound(id));
    SandboxRecord record = found.get();
    var values = rules.stored(type, given);
    Optional<Refusal> no =
        rules.refusal(type, given, by).or(() -> taken(type, record.id(), values));
    if (no.isPresent()) return new Refused(no.get());
    values.entrySet().removeIf(e -> e.getValue().equals(record.value(e.getKey())));
    if (values.isEmpty()) return new Stored(record, false);
    Instant now = now();
    SandboxRecord changed = record.with(values, by, now);
    records.put(record.id(), changed);
    tell(changed, values, by, now);
    return new Stored(changed, false);
  }

  /** Joins two records, unless one of them does not exist. */
  synchronized Optional<Refusal> join(Link wished) {
    Optional<SandboxRecord> one = find(wished.from(), wished.fromId());
    Optional<SandboxRecord> other = find(wished.to(), wished.toId());
    if (one.isEmpty()) return Optional.of(Refusal.notFound(wished.fromId()));
    if (other.isEmpty()) return Optional.of(Refusal.notFound(wished.toId()));
    links.add(
        new Link(wished.from(), one.get().id(), wished.to(), other.get().id(), wished.kind()));
    return Optional.empty();
  }

  /** Deletes a record; false where there never was one. Deleting it again changes nothing. */
  synchronized boolean delete(ObjectType type, String id, Author by) {
    Optional<SandboxRecord> found = find(type, id);
    if (found.isEmpty()) return findDeleted(type, id).isPresent();
    Instant now = now();
    records.put(found.get().id(), found.get().deleted(now));
    changes.accept(new Change.Deleted(type, found.get().id(), by, now));
    return true;
  }

  /**
   * Makes one record of two, under a new id. The primary's values win; both old ids lead to the new
   * record from then on.
   */
  synchronized String merge(ObjectType type, String primary, String other, Author by) {
    SandboxRecord winner = find(type, primary).orElseThrow(() -> unknown(type, primary));
    SandboxRecord loser = find(type, other).orElseThrow(() -> unknown(type, other));
    var moved = new LinkedHashMap<>(loser.properties());
    moved.keySet().removeAll(winner.properties().keySet());
    String id = Long.toString(ids.getAsLong());
    Instant now = now();
    records.put(
        id,
        SandboxRecord.created(type, id, now)
            .with(winner.properties(), by, now)
            .with(moved, by, now)
            .with(Map.of("hs_merged_object_ids", winner.id() + ";" + loser.id()), by, now));
    for (SandboxRecord old : List.of(winner, loser)) {
      records.remove(old.id());
      mergedInto.put(old.id(), id);
      links.move(type, old.id(), id);
    }
    changes.accept(
        new Change.Merged(
            type, id, winner.id(), List.of(winner.id(), loser.id()), moved.size(), by, now));
    return id;
  }

  synchronized Optional<SandboxRecord> find(ObjectType type, String id) {
    return any(type, id).filter(record -> !record.archived());
  }

  synchronized Optional<SandboxRecord> findDeleted(ObjectType type, String id) {
    return any(type, id).filter(SandboxRecord::archived);
  }

  /** The record whose property, one that is unique, has this value. */
  synchronized Optional<SandboxRecord> findBy(ObjectType type, String property, String value) {
    if (property.isEmpty() || property.equals("hs_object_id")) return find(type, value);
    if (value.isEmpty()) return Optional.empty();
    return all(type, false).stream()
        .filter(record -> record.value(property).equalsIgnoreCase(value))
        .findFirst();
  }

  synchronized List<SandboxRecord> all(ObjectType type, boolean archived) {
    return records.values().stream()
        .filter(record -> record.type() == type && record.archived() == archived)
        .toList();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<SandboxRecord> any(ObjectType type, String id) {
    String current = id;
    while (mergedInto.containsKey(current)) {
      current = mergedInto.getOrDefault(current, current);
    }
    return Optional.ofNullable(records.get(current)).filter(record -> record.type() == type);
  }

  private Optional<Refusal> taken(ObjectType type, String id, Map<String, String> values) {
    for (PropertyDefinition property : properties.all(type)) {
      if (!property.unique()) continue;
      Optional<SandboxRecord> other =
          findBy(type, property.name(), values.getOrDefault(property.name(), ""))
              .filter(record -> !record.id().equals(id));
      if (other.isPresent()) {
        return Optional.of(
            Refusal.of(
                409,
                "CONFLICT",
                "Another record has this "
                    + property.name()
                    + ". Existing ID: "
                    + other.get().id()));
      }
    }
    return Optional.empty();
  }

  private void tell(SandboxRecord record, Map<String, String> values, Author by, Instant now) {
    values.forEach(
        (name, value) ->
            changes.accept(
                new Change.PropertyChanged(record.type(), record.id(), name, value, by, now)));
  }

  private static Refused refused(String message) {
    return new Refused(Refusal.invalid(message));
  }

  private static IllegalArgumentException unknown(ObjectType type, String id) {
    return new IllegalArgumentException("No such " + type.singular() + ": " + id);
  }
}
