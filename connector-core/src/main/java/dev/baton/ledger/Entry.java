package dev.baton.ledger;

import dev.baton.outbox.Promise;
import dev.baton.rotation.Decision;
import dev.baton.rotation.RotationCommand;
import java.util.List;

/**
 * What goes into the ledger at once: a decision, what was wanted, and what we owe the CRM because
 * of it.
 */
public record Entry(Decision decision, RotationCommand command, List<Promise> promises) {
  public Entry {
    promises = List.copyOf(promises);
  }
}
