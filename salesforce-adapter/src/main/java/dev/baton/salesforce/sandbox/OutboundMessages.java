package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Outbox.Shipment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tells others what flows of one org notice: at most 100 notifications in a message, again and
 * again with growing gaps until somebody acknowledges it, and no longer than 24 hours.
 */
public final class OutboundMessages implements AutoCloseable {
  private static final int MOST_IN_FLIGHT = 10;
  private static final int LONGEST_GAP_MINUTES = 120;
  private static final int DROPPED_AFTER_MINUTES = 24 * 60;
  private static final int MOST_KEPT = 2_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final Outbox outbox = new Outbox();
  private final Map<Shipment, ScheduledFuture<?>> sleeping = new IdentityHashMap<>();
  private final Deque<SentMessage> sent = new ArrayDeque<>();
  private final List<OutboundAction> actions = new ArrayList<>();
  private final OutboundPost post;
  private final Duration minute;
  private final Ids ids;
  private final String orgId;
  private final Supplier<URI> instance;
  private Optional<Records> records = Optional.empty();
  private String integrationUserId = "";
  private boolean paused;
  private boolean closed;
  private int acksToLose;
  private int inFlight;
  private OutboundCounts counts = new OutboundCounts(0, 0, 0, 0);

  OutboundMessages(SandboxSettings.Pace pace, Ids ids, String orgId, Supplier<URI> instance) {
    this.post = new OutboundPost(pace.outboundTimeout());
    this.minute = pace.outboundMinute();
    this.ids = ids;
    this.orgId = orgId;
    this.instance = instance;
  }

  /** Switches a flow on; answers the id by which its messages name it. */
  public String activate(OutboundFlow flow) {
    var action = new OutboundAction(ids.next("04k"), flow);
    locked(() -> actions.add(action));
    return action.id();
  }

  /** Switches a flow off; what it has queued is still sent. */
  public void deactivate(String actionId) {
    locked(() -> actions.removeIf(action -> action.id().equals(actionId)));
  }

  /** Lets notifications pile up until {@link #resume()}. */
  public void pause() {
    locked(() -> paused = true);
  }

  public void resume() {
    locked(() -> paused = false);
  }

  /** Sends what waits for another attempt at once. */
  public void flush() {
    locked(
        () -> {
          sleeping.forEach(
              (shipment, bell) -> {
                bell.cancel(false);
                outbox.addAgain(shipment);
              });
          sleeping.clear();
        });
  }

  /** Sends every notification this many times more than once. */
  public void duplicate(int extraCopies) {
    locked(() -> outbox.duplicate(extraCopies));
  }

  /** Mixes up the order of notifications that wait. */
  public void shuffle(long seed) {
    locked(() -> outbox.shuffle(seed));
  }

  /** Keeps back notifications of these records until {@link #release()}; others overtake them. */
  public void holdBack(Predicate<String> recordIds) {
    locked(() -> outbox.hold(notification -> recordIds.test(notification.recordId())));
  }

  public void release() {
    locked(outbox::release);
  }

  /** Takes the next so many acknowledgements for not received: the receiver is told again. */
  public void loseAcks(int messages) {
    locked(() -> acksToLose = messages);
  }

  /** Ends duplicates, disorder, holding back and lost acknowledgements. */
  public void behave() {
    locked(
        () -> {
          acksToLose = 0;
          outbox.behave();
        });
  }

  /**
   * Waits until everything was acknowledged or dropped; what is held back does not count.
   *
   * @return false when the time was up before
   */
  public boolean awaitQuiet(Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!outbox.isEmpty() || inFlight > 0 || !sleeping.isEmpty()) {
        if (left <= 0) return false;
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The latest attempts, oldest first. */
  public List<SentMessage> sent() {
    return seen(() -> new ArrayList<>(sent));
  }

  public OutboundCounts counts() {
    return seen(() -> counts);
  }

  /** Where values are looked up, and who is left out by flows that leave out Baton itself. */
  void reading(Records newRecords, String newIntegrationUserId) {
    locked(
        () -> {
          records = Optional.of(newRecords);
          integrationUserId = newIntegrationUserId;
        });
  }

  /** Queues what flows want told of a change. */
  void tell(Change change) {
    locked(
        () -> {
          for (OutboundAction action : actions) {
            if (!action.flow().isSetOffBy(change, integrationUserId)) continue;
            outbox.add(
                new Notification(ids.next("04l"), action, change.record().id(), System.nanoTime()));
          }
        });
  }

  @Override
  public void close() {
    locked(() -> closed = true);
    alarm.shutdownNow();
    post.close();
  }

  private <T> T seen(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      if (!closed) sendWhatCanBe();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void sendWhatCanBe() {
    while (!paused && inFlight < MOST_IN_FLIGHT) {
      Optional<Shipment> next = outbox.next();
      if (next.isEmpty()) return;
      inFlight++;
      // Elsewhere: the values are read under the records' lock, whose holder may wait for ours.
      alarm.execute(() -> send(next.get()));
    }
  }

  private void send(Shipment shipment) {
    byte[] body =
        NotificationMessage.of(
            orgId, instance.get(), shipment.notifications(), records.orElseThrow());
    var unused =
        post.send(shipment.action().flow().target(), body)
            .thenAcceptAsync(reply -> locked(() -> answered(shipment, body, reply)), alarm);
  }

  private void answered(Shipment shipment, byte[] body, OutboundPost.Reply reply) {
    inFlight--;
    boolean lost = reply.isAck() && acksToLose > 0;
    if (lost) acksToLose--;
    boolean acknowledged = reply.isAck() && !lost;
    int notifications = shipment.notifications().size();
    keep(
        new SentMessage(
            shipment.action().flow().target(),
            shipment.action().id(),
            shipment.attempt(),
            shipment.notifications().stream().map(Notification::id).toList(),
            new String(body, StandardCharsets.UTF_8),
            reply.status(),
            acknowledged));
    Duration age = Duration.ofNanos(System.nanoTime() - shipment.queuedAt());
    if (acknowledged) {
      counts = counts.plus(notifications, 0, 0);
    } else if (age.compareTo(minute.multipliedBy(DROPPED_AFTER_MINUTES)) >= 0) {
      counts = counts.plus(0, 1, notifications);
    } else {
      counts = counts.plus(0, 1, 0);
      if (!closed) sleep(shipment.next());
    }
  }

  private void sleep(Shipment shipment) {
    double minutes = Math.min(LONGEST_GAP_MINUTES, Math.pow(2, shipment.attempt() - 1.0));
    long gap = (long) (minute.toNanos() * minutes);
    sleeping.put(
        shipment, alarm.schedule(() -> locked(() -> wake(shipment)), gap, TimeUnit.NANOSECONDS));
  }

  private void wake(Shipment shipment) {
    if (sleeping.remove(shipment) != null) outbox.addAgain(shipment);
  }

  private void keep(SentMessage message) {
    if (sent.size() == MOST_KEPT) sent.removeFirst();
    sent.addLast(message);
  }
}
