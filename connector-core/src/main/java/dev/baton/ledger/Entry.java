package dev.baton.ledger;

import dev.baton.feedback.Comment;
import dev.baton.message.Tidings;
import dev.baton.outbox.Promise;
import dev.baton.rotation.Decision;
import dev.baton.rotation.RotationCommand;
import java.util.List;

/**
 * What goes into the ledger at once: a decision, what was wanted, what we owe the CRM because of
 * it, whom we tell, and the words that were said with it, which are kept apart from the history.
 */
public record Entry(
    Decision decision,
    RotationCommand command,
    List<Promise> promises,
    List<Tidings> tidings,
    List<Comment> comments) {
  public Entry {
    promises = List.copyOf(promises);
    tidings = List.copyOf(tidings);
    comments = List.copyOf(comments);
  }

  /** A decision nobody is told of. */
  public Entry(
      Decision decision, RotationCommand command, List<Promise> promises, List<Comment> comments) {
    this(decision, command, promises, List.of(), comments);
  }

  /** A decision with which nothing was said. */
  public Entry(Decision decision, RotationCommand command, List<Promise> promises) {
    this(decision, command, promises, List.of(), List.of());
  }
}
