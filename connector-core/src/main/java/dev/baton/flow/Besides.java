package dev.baton.flow;

import dev.baton.feedback.Comment;
import dev.baton.ledger.Entry;
import dev.baton.outbox.Promise;
import dev.baton.rotation.Decision.Decided;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens together with a decision, and not at all if that is refused: words that are kept,
 * and what is owed to the CRM because of them. In one transaction, so that no crash can keep the
 * words and lose the promise to tell them.
 */
record Besides(List<Promise> promises, List<Comment> comments) {
  static final Besides NOTHING = new Besides(List.of(), List.of());

  static Besides said(Comment comment, Promise... promises) {
    return new Besides(List.of(promises), List.of(comment));
  }

  Entry with(Entry entry) {
    if (!(entry.decision() instanceof Decided)) return entry;
    var all = new ArrayList<>(entry.promises());
    all.addAll(promises);
    return new Entry(entry.decision(), entry.command(), all, comments);
  }
}
