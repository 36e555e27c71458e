package dev.baton.ledger;

import dev.baton.feedback.Comment;
import dev.baton.outbox.Promise;
import dev.baton.rotation.Decision;
import dev.baton.rotation.RotationCommand;
import java.util.List;

/**
 * What goes into the ledger at once: a decision, what was wanted, what we owe the CRM because of
 * it, and the words that were said with it, which are kept apart from the history.
 */
public record Entry(
    Decision decision, RotationCommand command, List<Promise> promises, List<Comment> comments) {
  public Entry {
    promises = List.copyOf(promises);
    comments = List.copyOf(comments);
  }

  /** A decision with which nothing was said. */
  public Entry(Decision decision, RotationCommand command, List<Promise> promises) {
    this(decision, command, promises, List.of());
  }
}
