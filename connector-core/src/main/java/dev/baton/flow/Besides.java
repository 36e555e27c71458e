package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Comment;
import dev.baton.ledger.Entry;
import dev.baton.message.Tidings;
import dev.baton.message.Tidings.Kind;
import dev.baton.outbox.Promise;
import dev.baton.rotation.Decision.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens together with a decision, and not at all if that is refused: words that are kept,
 * what is owed to the CRM because of them, and that the other side is told. In one transaction, so
 * that no crash can keep the words and lose the promise to tell them.
 */
record Besides(List<Promise> promises, List<Comment> comments) {
  static final Besides NOTHING = new Besides(List.of(), List.of());

  static Besides said(Comment comment, Promise... promises) {
    return new Besides(List.of(promises), List.of(comment));
  }

  /**
   * The entry with all of it.
   *
   * @param owner who owns the lead
   */
  Entry with(Entry entry, Optional<AgentId> owner) {
    if (!(entry.decision() instanceof Decided)) return entry;
    var all = new ArrayList<>(entry.promises());
    all.addAll(promises);
    var told = new ArrayList<>(entry.tidings());
    for (Comment comment : comments) tidings(comment, owner).ifPresent(told::add);
    return new Entry(entry.decision(), entry.command(), all, told, comments);
  }

  /**
   * The other side is told (domain §6). What the CRM says is often the owner's own word, written
   * there; he is not told of it.
   */
  private static Optional<Tidings> tidings(Comment comment, Optional<AgentId> owner) {
    if (comment.kind() != Comment.Kind.COMMENT) return Optional.empty();
    return switch (comment.by()) {
      case OWNER -> Optional.of(tidings(comment, Kind.COMMENT, Optional.empty()));
      case ADMIN -> owner.map(agent -> tidings(comment, Kind.COMMENT, Optional.of(agent)));
      case CRM, BATON -> Optional.empty();
    };
  }

  private static Tidings tidings(Comment comment, Kind kind, Optional<AgentId> to) {
    return new Tidings(kind, to, 0, comment.at(), Optional.empty(), comment.id().toString());
  }
}
