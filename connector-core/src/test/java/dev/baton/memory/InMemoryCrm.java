package dev.baton.memory;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmUnderTest;
import dev.baton.crm.CrmUser;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.RecordRead;
import dev.baton.crm.TaskRead;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CRM in memory: it passes the connector's contract before anything is tested with it. */
public final class InMemoryCrm implements CrmConnector, CrmAccount, CrmUnderTest {
  private static final int PAGE = 2;

  private record TaskRow(
      String id,
      String key,
      CrmRecord record,
      String owner,
      Instant due,
      String subject,
      String text,
      boolean completed) {
    TaskRow done() {
      return new TaskRow(id, key, record, owner, due, subject, text, true);
    }
  }

  private final ConnectionId connection;
  private final Map<CrmRecord, LeadContent> records = new HashMap<>();
  private final Map<CrmRecord, Instant> created = new LinkedHashMap<>();
  private final Map<CrmRecord, Instant> changed = new HashMap<>();
  private final Map<CrmRecord, String> owners = new HashMap<>();
  private final Map<CrmRecord, Feedback> feedback = new HashMap<>();
  private final Map<CrmRecord, Map<String, String>> comments = new HashMap<>();
  private final Map<CrmRecord, String> commentsByHand = new HashMap<>();
  private final Map<String, TaskRow> tasks = new LinkedHashMap<>();
  private final Map<String, Instant> reminders = new HashMap<>();
  private final Map<String, CrmUser> users = new LinkedHashMap<>();
  private final Set<String> unlisted = new HashSet<>();
  private final Set<CrmRecord> locked = new HashSet<>();
  private final Set<CrmRecord> refused = new HashSet<>();
  private Optional<Duration> limited = Optional.empty();
  private boolean down;
  private boolean loseNext;
  private boolean withdrawn;
  private int nextId = 100;

  private final InstantSource clock;

  public InMemoryCrm(ConnectionId connection) {
    this(connection, InstantSource.fixed(Instant.EPOCH));
  }

  public InMemoryCrm(ConnectionId connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  @Override
  public CrmConnector connector() {
    return this;
  }

  @Override
  public synchronized List<RecordRead> read(List<CrmRecord> wanted) {
    requireOpen();
    var reads = new ArrayList<RecordRead>();
    for (CrmRecord record : wanted) {
      LeadContent content = records.get(record);
      reads.add(
          content == null
              ? new RecordRead.Absent(record)
              : new RecordRead.Present(
                  record,
                  content,
                  ownerOf(record),
                  Optional.ofNullable(feedback.get(record)),
                  commentsByHand.getOrDefault(record, ""),
                  changed.getOrDefault(record, Instant.EPOCH)));
    }
    return reads;
  }

  @Override
  public synchronized TaskRead readTask(String taskId) {
    requireOpen();
    TaskRow task = tasks.get(taskId);
    return task == null ? new TaskRead.NotOurs() : new TaskRead.OfOffer(task.key, task.completed);
  }

  @Override
  public synchronized WriteResult write(CrmWrite write, int attempt) {
    if (withdrawn) return new NeedsPerson(Cause.NO_ACCESS, "withdrawn");
    if (down) return new TryAgain("down", Optional.empty(), true);
    if (limited.isPresent()) return new TryAgain("too many calls", limited, true);
    if (locked.remove(write.record())) {
      return new TryAgain("locked", Optional.of(Duration.ofSeconds(2)), false);
    }
    if (!records.containsKey(write.record())) return new NeedsPerson(Cause.RECORD_GONE, "gone");
    if (refused.contains(write.record())) return new NeedsPerson(Cause.VALIDATION, "a rule");
    WriteResult result =
        switch (write) {
          case OfferTask offer -> create(offer);
          case CloseTask close -> close(close);
          case SetOwner owner -> setOwner(owner);
          case SetFeedback said -> {
            feedback.put(said.record(), said.feedback());
            yield WriteResult.written();
          }
          case AddComment comment -> {
            comments
                .computeIfAbsent(comment.record(), r -> new LinkedHashMap<>())
                .put(comment.key(), comment.author() + ": " + comment.text());
            yield WriteResult.written();
          }
        };
    if (loseNext) {
      loseNext = false;
      return new TryAgain("no answer", Optional.empty(), true);
    }
    return result;
  }

  private WriteResult create(OfferTask offer) {
    Optional<TaskRow> known = byKey(offer.offerKey());
    if (known.isPresent()) return new Written(Optional.of(known.get().id));
    String id = String.valueOf(nextId++);
    String text = offer.facts() + "\n" + offer.link();
    reminders.put(id, offer.remindAt());
    tasks.put(
        id,
        new TaskRow(
            id,
            offer.offerKey(),
            offer.record(),
            offer.owner(),
            offer.due(),
            offer.subject(),
            text,
            false));
    return new Written(Optional.of(id));
  }

  private WriteResult close(CloseTask close) {
    byKey(close.offerKey()).ifPresent(task -> tasks.put(task.id, task.done()));
    return WriteResult.written();
  }

  private WriteResult setOwner(SetOwner write) {
    CrmUser user = users.get(write.owner());
    if (user == null || !user.active()) return new NeedsPerson(Cause.INACTIVE_OWNER, "left");
    owners.put(write.record(), write.owner());
    changed.put(write.record(), clock.instant());
    return WriteResult.written();
  }

  private Optional<TaskRow> byKey(String key) {
    return tasks.values().stream().filter(t -> t.key.equals(key)).findFirst();
  }

  private void requireOpen() {
    if (withdrawn) throw new CrmUnavailable("withdrawn", Optional.empty(), true);
    if (down) throw new CrmUnavailable("down", Optional.empty(), false);
    if (limited.isPresent()) throw new CrmUnavailable("too many calls", limited, false);
  }

  @Override
  public synchronized List<CrmUser> users() {
    requireOpen();
    return users.values().stream().filter(user -> !unlisted.contains(user.owner())).toList();
  }

  @Override
  public synchronized String givenUser(String name, String email) {
    String owner = String.valueOf(nextId++);
    users.put(owner, new CrmUser(owner, "u" + owner, name, email, true));
    return owner;
  }

  @Override
  public synchronized void givenUserLeft(String owner) {
    CrmUser user = users.get(owner);
    users.put(owner, new CrmUser(owner, user.user(), user.name(), user.email(), false));
  }

  /** The user is active again, and listed. */
  public synchronized void givenUserBack(String owner) {
    CrmUser user = users.get(owner);
    users.put(owner, new CrmUser(owner, user.user(), user.name(), user.email(), true));
    unlisted.remove(owner);
  }

  /** The account lists the user no more. */
  public synchronized void givenUserGone(String owner) {
    unlisted.add(owner);
  }

  /** The same login owns records by another id now; answers it. */
  public synchronized String givenOtherOwnerId(String owner) {
    CrmUser user = users.get(owner);
    givenUserLeft(owner);
    String other = String.valueOf(nextId++);
    users.put(other, new CrmUser(other, user.user(), user.name(), user.email(), true));
    return other;
  }

  /** The user has another e-mail address now. */
  public synchronized void givenEmail(String owner, String email) {
    CrmUser user = users.get(owner);
    users.put(owner, new CrmUser(owner, user.user(), user.name(), email, user.active()));
  }

  @Override
  public synchronized CrmRecord givenRecord(LeadContent content) {
    var record = new CrmRecord(connection, "contacts", String.valueOf(nextId++));
    records.put(record, content);
    created.put(record, clock.instant());
    changed.put(record, clock.instant());
    return record;
  }

  @Override
  public synchronized void givenRecordDeleted(CrmRecord record) {
    records.remove(record);
  }

  @Override
  public synchronized List<Finding> check() {
    return List.of(Finding.fine("Memory"));
  }

  @Override
  public synchronized List<Finding> prepare() {
    return check();
  }

  @Override
  public synchronized Changes changedSince(Instant since, Optional<String> page) {
    requireOpen();
    List<Changed> all =
        created.entrySet().stream()
            .filter(e -> records.containsKey(e.getKey()))
            .map(e -> new Changed(e.getKey(), e.getValue(), changed.get(e.getKey())))
            .filter(c -> !c.changedAt().isBefore(since))
            .sorted(Comparator.comparing(Changed::changedAt))
            .toList();
    int from = page.map(Integer::parseInt).orElse(0);
    int to = Math.min(all.size(), from + PAGE);
    return new Changes(
        all.subList(from, to),
        to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
  }

  @Override
  public synchronized CrmRecord createTestLead(String key, String words) {
    requireOpen();
    return givenRecord(
        new LeadContent(new LeadText(key, words, Map.of()), Contact.UNKNOWN, Set.of(), "TEST"));
  }

  @Override
  public List<String> whenNothingIsTold(URI webhook) {
    return List.of("Tell " + webhook + " of the record by hand.");
  }

  @Override
  public synchronized void deleteTestLead(CrmRecord record) {
    requireOpen();
    givenRecordDeleted(record);
  }

  /** Somebody sets the owner by hand. */
  public synchronized void setOwnerByHand(CrmRecord record, String owner) {
    owners.put(record, owner);
    changed.put(record, clock.instant());
  }

  @Override
  public synchronized String ownerOf(CrmRecord record) {
    return owners.getOrDefault(record, "");
  }

  /** When the agent is reminded of a task. */
  public synchronized Instant remindedAt(String taskId) {
    return reminders.get(taskId);
  }

  @Override
  public synchronized List<Task> tasksOf(CrmRecord record) {
    return tasks.values().stream()
        .filter(t -> t.record.equals(record))
        .map(t -> new Task(t.id, t.owner, t.due, t.subject, t.text, t.completed))
        .toList();
  }

  @Override
  public synchronized List<String> commentsOf(CrmRecord record) {
    return List.copyOf(comments.getOrDefault(record, Map.of()).values());
  }

  @Override
  public synchronized void setFeedbackByHand(CrmRecord record, Feedback said) {
    feedback.put(record, said);
  }

  @Override
  public synchronized void setCommentByHand(CrmRecord record, String text) {
    commentsByHand.put(record, text);
  }

  @Override
  public synchronized void completeTask(String taskId) {
    tasks.computeIfPresent(taskId, (id, task) -> task.done());
  }

  @Override
  public synchronized void loseNextAnswer() {
    loseNext = true;
  }

  @Override
  public synchronized void limitCalls(Duration wait) {
    limited = wait.isZero() ? Optional.empty() : Optional.of(wait);
  }

  @Override
  public synchronized void beDown(boolean isDown) {
    down = isDown;
  }

  @Override
  public synchronized void lock(CrmRecord record) {
    locked.add(record);
  }

  @Override
  public synchronized void refuseValuesOf(CrmRecord record) {
    refused.add(record);
  }

  /** The admin's rule is mended. */
  public synchronized void acceptValuesOf(CrmRecord record) {
    refused.remove(record);
  }

  @Override
  public void expireAccess() {
    // In memory there is no token that could end.
  }

  @Override
  public synchronized void withdrawAccess() {
    withdrawn = true;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
