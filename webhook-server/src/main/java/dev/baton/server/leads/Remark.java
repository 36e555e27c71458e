package dev.baton.server.leads;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Comments;
import dev.baton.flow.RecordingFeedback;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Refusal;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What somebody writes about a lead, a comment or a memo: whether it is written well, and keeping
 * it. The form names it, so that a form sent twice says it once.
 */
public final class Remark {
  /** The field that names what is written. */
  public static final String NAME = "comment";

  private final RecordingFeedback feedback;
  private final Comments comments;

  /** One at a time, so that a form pressed twice at once says it once. */
  private final ReentrantLock speaking = new ReentrantLock();

  public Remark(RecordingFeedback feedback, Comments comments) {
    this.feedback = feedback;
    this.comments = comments;
  }

  /** What became of a form that was sent. */
  public sealed interface Outcome {
    /** It is kept, or was so already. */
    record Kept() implements Outcome {}

    /** Something is wrong with it, which stands in it. */
    record Wrong(Form form) implements Outcome {}

    /** A comment has no other side to be told: nobody owns the lead, or somebody else. */
    record No(Refusal refusal) implements Outcome {}
  }

  /**
   * Keeps what was written.
   *
   * @param form the fields {@code text} and {@link #NAME}
   * @param memo whether it tells nobody and does not count
   * @param owner the owner who writes it; empty where somebody else does
   * @param author who writes it, as people know him
   * @param words in which he is told what is wrong
   */
  public Outcome keep(
      LeadFile lead, Form form, boolean memo, Optional<AgentId> owner, String author, Words words) {
    Form checked = form;
    String text = form.value("text");
    if (text.isEmpty() || text.length() > Comment.LONGEST) {
      checked = checked.wrong("text", words.say("conversion.remark.length"));
    }
    Optional<CommentId> id = named(form);
    if (id.isEmpty()) {
      checked = checked.wrong("text", words.say("conversion.remark.broken"));
      checked = checked.with(NAME, UUID.randomUUID().toString());
    }
    if (!checked.good()) return new Outcome.Wrong(checked);
    speaking.lock();
    try {
      return comments.find(lead.lead().company(), id.orElseThrow()).isPresent()
          ? new Outcome.Kept()
          : say(lead, id.orElseThrow(), text, memo, owner, author);
    } finally {
      speaking.unlock();
    }
  }

  private static Optional<CommentId> named(Form form) {
    try {
      return Optional.of(CommentId.parse(form.value(NAME)));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private Outcome say(
      LeadFile lead,
      CommentId id,
      String text,
      boolean memo,
      Optional<AgentId> owner,
      String author) {
    var company = lead.lead().company();
    var about = lead.lead().id();
    if (memo) {
      feedback.memo(company, about, id, text, owner.isPresent() ? Said.OWNER : Said.ADMIN, author);
      return new Outcome.Kept();
    }
    return feedback.comment(company, about, id, text, owner, author) instanceof Refused refused
        ? new Outcome.No(refused.refusal())
        : new Outcome.Kept();
  }
}
