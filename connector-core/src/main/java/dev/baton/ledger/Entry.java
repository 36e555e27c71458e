package dev.baton.ledger;

import dev.baton.outbox.Promise;
import dev.baton.rotation.Decision;
import java.util.List;

/** What goes into the ledger at once: a decision, and what we owe the CRM because of it. */
public record Entry(Decision decision, List<Promise> promises) {
  public Entry {
    promises = List.copyOf(promises);
  }
}
