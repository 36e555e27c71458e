package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Outcome.Refused;
import dev.baton.hubspot.sandbox.Outcome.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One HubSpot account that has Baton's app installed, and the people who work in it. What people do
 * here is checked like what apps do; what HubSpot would refuse is an {@link
 * IllegalArgumentException}.
 */
public final class Portal {
  private final String id;
  private final Account account;
  private final Tokens tokens;
  private final LongSupplier ids;
  private Optional<String> refreshToken = Optional.empty();
  private Optional<String> serviceKey = Optional.empty();

  Portal(String id, Account account, Tokens tokens, LongSupplier ids) {
    this.id = id;
    this.account = account;
    this.tokens = tokens;
    this.ids = ids;
  }

  public String id() {
    return id;
  }

  /** What the app trades for access tokens; the same for good, until access is withdrawn. */
  public synchronized String refreshToken() {
    if (refreshToken.isEmpty()) refreshToken = Optional.of(tokens.newRefreshToken(id));
    return refreshToken.get();
  }

  /** A fixed token that opens this portal. */
  public synchronized String serviceKey() {
    if (serviceKey.isEmpty()) serviceKey = Optional.of(tokens.newServiceKey(id));
    return serviceKey.get();
  }

  /** A person says yes to the app; the code is good for a minute, and once. */
  public String consent(String redirectUri, String codeChallenge) {
    return tokens.newCode(id, redirectUri, codeChallenge, account.now());
  }

  /** Ends the access tokens ahead of time; refreshing them helps. */
  public void expireAccess() {
    tokens.expireAccess(id);
  }

  /** The customer removes the app: no token or key of this portal opens anything any more. */
  public synchronized void withdrawAccess() {
    tokens.withdraw(id);
    refreshToken = Optional.empty();
    serviceKey = Optional.empty();
  }

  /** An admin grants these rights and no others; the sandbox only tells them, when it is asked. */
  public void grantOnly(List<String> scopes) {
    tokens.grantOnly(id, scopes);
  }

  public SandboxOwner addOwner(String name, String email) {
    int space = name.indexOf(' ');
    var owner =
        new SandboxOwner(
            Long.toString(ids.getAsLong()),
            Long.toString(ids.getAsLong()),
            email,
            space < 0 ? name : name.substring(0, space),
            space < 0 ? "" : name.substring(space + 1),
            false);
    account.owners().put(owner);
    return owner;
  }

  /** An owner leaves; the records keep their id. */
  public void archiveOwner(String ownerId) {
    account
        .owners()
        .put(
            account
                .owners()
                .find(ownerId)
                .orElseThrow(() -> new IllegalArgumentException("No such owner: " + ownerId))
                .left());
  }

  public List<SandboxOwner> owners() {
    return account.owners().all();
  }

  /** The fields Baton's package brings along, on every kind of record that can be routed. */
  public void installBatonProperties() {
    for (ObjectType type : BatonProperties.ROUTED) BatonProperties.install(account, type);
  }

  public void addProperty(String type, PropertyDefinition property) {
    account
        .properties()
        .add(ObjectType.of(type), property)
        .ifPresent(
            no -> {
              throw new IllegalArgumentException(no.message());
            });
  }

  /** The fields of a kind of record. */
  public List<PropertyDefinition> properties(String type) {
    return account.properties().all(ObjectType.of(type));
  }

  /** Somebody fills in a form; answers the contact's id. */
  public String createContact(Map<String, String> properties) {
    return stored(account.create(ObjectType.CONTACTS, properties, List.of(), Author.FORM)).id();
  }

  /** A person makes a record of any kind by hand; answers its id. */
  public String create(String type, Map<String, String> properties, String byUserId) {
    return stored(
            account.create(ObjectType.of(type), properties, List.of(), Author.person(byUserId)))
        .id();
  }

  /** A person makes a record that belongs to a contact; answers its id. */
  public String createFor(
      String contactId, String type, Map<String, String> properties, String byUserId) {
    ObjectType of = ObjectType.of(type);
    var wish = new Account.Wish(Link.Kind.between(of, ObjectType.CONTACTS), contactId);
    return stored(account.create(of, properties, List.of(wish), Author.person(byUserId))).id();
  }

  /** A person changes a record. */
  public void change(String type, String id, Map<String, String> properties, String byUserId) {
    stored(account.update(ObjectType.of(type), id, properties, Author.person(byUserId)));
  }

  /** A person deletes a record. */
  public void delete(String type, String id) {
    if (!account.delete(ObjectType.of(type), id, Author.person("0"))) {
      throw new IllegalArgumentException("No such record: " + id);
    }
  }

  /** A person makes one record of two; answers the new id, which the old ones lead to. */
  public String merge(String type, String primaryId, String otherId, String byUserId) {
    return account.merge(ObjectType.of(type), primaryId, otherId, Author.person(byUserId));
  }

  /** A person ticks a task off. */
  public void completeTask(String taskId, String byUserId) {
    change("tasks", taskId, Map.of("hs_task_status", "COMPLETED"), byUserId);
  }

  /** A record; empty where there is none or it was deleted. */
  public Optional<SandboxRecord> record(String type, String id) {
    return account.find(ObjectType.of(type), id);
  }

  public List<SandboxRecord> records(String type) {
    return account.all(ObjectType.of(type), false);
  }

  public List<SandboxRecord> tasks() {
    return records("tasks");
  }

  /** The tasks that belong to a record, oldest first. */
  public List<SandboxRecord> tasksOf(String type, String id) {
    return belongingTo(type, id, ObjectType.TASKS);
  }

  /** The notes that belong to a record, oldest first. */
  public List<SandboxRecord> notesOf(String type, String id) {
    return belongingTo(type, id, ObjectType.NOTES);
  }

  private List<SandboxRecord> belongingTo(String type, String id, ObjectType what) {
    return account.links().between(ObjectType.of(type), id, what).stream()
        .flatMap(link -> account.find(what, link.toId()).stream())
        .toList();
  }

  Account account() {
    return account;
  }

  private static SandboxRecord stored(Outcome outcome) {
    return switch (outcome) {
      case Stored stored -> stored.record();
      case Refused refused -> throw new IllegalArgumentException(refused.refusal().message());
    };
  }
}
