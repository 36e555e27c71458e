package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Outbox.Shipment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tells the app what happened in its portals: at most 100 events in a request, 10 requests at a
 * time, 10 more attempts for what the app did not take. Before a target is set nobody listens, and
 * nothing is kept.
 */
public final class Webhooks implements AutoCloseable {
  private static final int MOST_IN_FLIGHT = 10;
  private static final int MOST_RETRIES = 10;
  private static final int LONGEST_GAP = 60;
  private static final int MOST_KEPT = 2_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final Outbox outbox = new Outbox();
  private final Map<Shipment, ScheduledFuture<?>> sleeping = new IdentityHashMap<>();
  private final Deque<WebhookEvent> delivered = new ArrayDeque<>();
  private final Deque<SentWebhook> sent = new ArrayDeque<>();
  private final Random random = new Random(1);
  private final WebhookPost post;
  private final SandboxSettings settings;
  private List<Subscription> subscriptions = Subscription.defaults();
  private Optional<URI> target = Optional.empty();
  private boolean paused;
  private boolean closed;
  private int wrongSignatures;
  private int inFlight;
  private long eventIds = 1;
  private WebhookCounts counts = new WebhookCounts(0, 0, 0, 0);

  Webhooks(SandboxSettings settings) {
    this.settings = settings;
    this.post = new WebhookPost(settings);
  }

  /** Sends everything from now on to this address. */
  public void target(URI newTarget) {
    locked(() -> target = Optional.of(newTarget));
  }

  /** Lets events pile up until {@link #resume()}. */
  public void pause() {
    locked(() -> paused = true);
  }

  public void resume() {
    locked(() -> paused = false);
  }

  public void subscribe(List<Subscription> newSubscriptions) {
    locked(() -> subscriptions = List.copyOf(newSubscriptions));
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

  /** Sends every event this many times more than once. */
  public void duplicate(int extraCopies) {
    locked(() -> outbox.duplicate(extraCopies));
  }

  /** Mixes up the order of events that wait. */
  public void shuffle(long seed) {
    locked(() -> outbox.shuffle(seed));
  }

  /** Keeps back events like these until {@link #release()}; the others overtake them. */
  public void holdBack(Predicate<WebhookEvent> which) {
    locked(() -> outbox.hold(which));
  }

  public void release() {
    locked(outbox::release);
  }

  /** Signs the next so many requests with another secret. */
  public void signWrongly(int requests) {
    locked(() -> wrongSignatures = requests);
  }

  /** Ends duplicates, disorder, holding back and wrong signatures. */
  public void behave() {
    locked(
        () -> {
          wrongSignatures = 0;
          outbox.behave();
        });
  }

  /**
   * Waits until the app has taken everything, or it was given up; what is held back does not count.
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

  /** The latest events the app has taken, oldest first. */
  public List<WebhookEvent> delivered() {
    return seen(() -> new ArrayList<>(delivered));
  }

  /** The latest requests, oldest first. */
  public List<SentWebhook> sent() {
    return seen(() -> new ArrayList<>(sent));
  }

  public WebhookCounts counts() {
    return seen(() -> counts);
  }

  /** Tells the app of a change, as far as it has subscribed to it. */
  void tell(Change change, String portal) {
    locked(
        () -> {
          if (target.isEmpty()) return;
          for (Subscription subscription : subscriptions) {
            if (!subscription.wants(change)) continue;
            long appId = settings.app().id();
            outbox.add(WebhookEvent.of(change, subscription, portal, appId, eventIds++));
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
      sendWhatCanBe();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void sendWhatCanBe() {
    while (!paused && !closed && target.isPresent() && inFlight < MOST_IN_FLIGHT) {
      Optional<Shipment> next = outbox.next();
      if (next.isEmpty()) return;
      Shipment shipment = next.get();
      boolean wrong = wrongSignatures > 0;
      if (wrong) wrongSignatures--;
      inFlight++;
      byte[] body = WebhookEvent.body(shipment.events(), shipment.attempt());
      // On another thread even if it is there already: it must not run inside this loop.
      var unused =
          post.send(target.get(), body, wrong)
              .thenAcceptAsync(outcome -> locked(() -> answered(shipment, outcome)), alarm);
    }
  }

  private void answered(Shipment shipment, SentWebhook outcome) {
    inFlight--;
    keep(sent, outcome);
    boolean taken = outcome.status() >= 200 && outcome.status() < 300;
    int events = shipment.events().size();
    if (taken) {
      counts = counts.plus(events, 1, 0, 0);
      shipment.events().forEach(event -> keep(delivered, event));
    } else if (shipment.attempt() == MOST_RETRIES) {
      counts = counts.plus(0, 1, 1, events);
    } else {
      counts = counts.plus(0, 1, 1, 0);
      if (!closed) sleep(shipment.next());
    }
  }

  private void sleep(Shipment shipment) {
    double growth = Math.min(LONGEST_GAP, Math.pow(2, shipment.attempt() - 1.0));
    long gap = (long) (settings.pace().retryGap().toNanos() * growth * random.nextDouble(0.5, 1.5));
    sleeping.put(
        shipment, alarm.schedule(() -> locked(() -> wake(shipment)), gap, TimeUnit.NANOSECONDS));
  }

  private void wake(Shipment shipment) {
    if (sleeping.remove(shipment) != null) outbox.addAgain(shipment);
  }

  private static <T> void keep(Deque<T> latest, T one) {
    if (latest.size() == MOST_KEPT) latest.removeFirst();
    latest.addLast(one);
  }
}
