package dev.baton.salesforce.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Notifications that wait to be sent, in groups as Salesforce sends them. Guarded by its owner's
 * lock.
 */
final class Outbox {
  private static final int MOST_PER_MESSAGE = 100;

  private final Deque<Notification> waiting = new ArrayDeque<>();
  private final Deque<Shipment> again = new ArrayDeque<>();
  private final List<Notification> heldBack = new ArrayList<>();
  private Predicate<Notification> holding = notification -> false;
  private Optional<Random> shuffling = Optional.empty();
  private int copies;

  /**
   * Notifications of one action that travel in one message, and again in one if that fails.
   *
   * @param attempt 0 for the first
   */
  record Shipment(List<Notification> notifications, int attempt) {
    Shipment next() {
      return new Shipment(notifications, attempt + 1);
    }

    OutboundAction action() {
      return notifications.getFirst().action();
    }

    /** When the oldest of it was queued. */
    long queuedAt() {
      return notifications.stream().mapToLong(Notification::queuedAt).min().orElseThrow();
    }
  }

  void add(Notification notification) {
    if (holding.test(notification)) {
      heldBack.add(notification);
      return;
    }
    for (int i = 0; i <= copies; i++) waiting.addLast(notification);
  }

  void addAgain(Shipment shipment) {
    again.addLast(shipment);
  }

  Optional<Shipment> next() {
    if (!again.isEmpty()) return Optional.of(again.removeFirst());
    if (waiting.isEmpty()) return Optional.empty();
    shuffling.ifPresent(this::shuffle);
    OutboundAction action = waiting.getFirst().action();
    var together = new ArrayList<Notification>();
    Iterator<Notification> all = waiting.iterator();
    while (all.hasNext() && together.size() < MOST_PER_MESSAGE) {
      Notification notification = all.next();
      if (!notification.action().equals(action)) continue;
      together.add(notification);
      all.remove();
    }
    return Optional.of(new Shipment(List.copyOf(together), 0));
  }

  boolean isEmpty() {
    return waiting.isEmpty() && again.isEmpty();
  }

  void duplicate(int extraCopies) {
    copies = extraCopies;
  }

  void shuffle(long seed) {
    shuffling = Optional.of(new Random(seed));
  }

  void hold(Predicate<Notification> which) {
    holding = which;
  }

  /** Puts what was held back behind everything else. */
  void release() {
    holding = notification -> false;
    heldBack.forEach(this::add);
    heldBack.clear();
  }

  void behave() {
    copies = 0;
    shuffling = Optional.empty();
    release();
  }

  private void shuffle(Random random) {
    var mixed = new ArrayList<>(waiting);
    Collections.shuffle(mixed, random);
    waiting.clear();
    waiting.addAll(mixed);
  }
}
