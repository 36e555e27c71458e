package dev.baton.hubspot.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Events that wait to be sent, in groups as HubSpot sends them. Guarded by its owner's lock. */
final class Outbox {
  private static final int MOST_PER_REQUEST = 100;

  private final Deque<WebhookEvent> waiting = new ArrayDeque<>();
  private final Deque<Shipment> again = new ArrayDeque<>();
  private final List<WebhookEvent> heldBack = new ArrayList<>();
  private Predicate<WebhookEvent> holding = event -> false;
  private Optional<Random> shuffling = Optional.empty();
  private int copies;

  /**
   * Events that travel in one request, and again in one if that fails.
   *
   * @param attempt 0 for the first
   */
  record Shipment(List<WebhookEvent> events, int attempt) {
    Shipment next() {
      return new Shipment(events, attempt + 1);
    }
  }

  void add(WebhookEvent event) {
    if (holding.test(event)) {
      heldBack.add(event);
      return;
    }
    for (int i = 0; i <= copies; i++) waiting.addLast(event);
  }

  void addAgain(Shipment shipment) {
    again.addLast(shipment);
  }

  Optional<Shipment> next() {
    if (!again.isEmpty()) return Optional.of(again.removeFirst());
    if (waiting.isEmpty()) return Optional.empty();
    shuffling.ifPresent(this::shuffle);
    var events = new ArrayList<WebhookEvent>();
    while (!waiting.isEmpty() && events.size() < MOST_PER_REQUEST) {
      events.add(waiting.removeFirst());
    }
    return Optional.of(new Shipment(List.copyOf(events), 0));
  }

  boolean isEmpty() {
    return waiting.isEmpty() && again.isEmpty();
  }

  int size() {
    return waiting.size() + again.stream().mapToInt(s -> s.events().size()).sum();
  }

  void duplicate(int extraCopies) {
    copies = extraCopies;
  }

  void shuffle(long seed) {
    shuffling = Optional.of(new Random(seed));
  }

  void hold(Predicate<WebhookEvent> which) {
    holding = which;
  }

  /** Puts what was held back behind everything else. */
  void release() {
    holding = event -> false;
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
