package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Kind;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Comments;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.feedback.Progress;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.outbox.Promise.SayComment;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.rotation.Decision;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.NoteComment;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what is said about a lead, and tells the CRM what was said here (domain §6). The words are
 * kept apart from the history; a change of status writes an automatic comment.
 */
public final class RecordingFeedback {
  /** Who said what comes from the CRM. */
  public static final String CRM = "CRM";

  private final RotatingLeads rotating;
  private final Comments comments;
  private final Supplier<CommentId> ids;
  private final InstantSource clock;

  public RecordingFeedback(
      RotatingLeads rotating, Comments comments, Supplier<CommentId> ids, InstantSource clock) {
    this.rotating = rotating;
    this.comments = comments;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Somebody says here how far the owner has come.
   *
   * @param agent the owner; empty where somebody else says it
   * @param author who says it, as people know him
   */
  public Decision give(
      CompanyId company, LeadId lead, Feedback feedback, Optional<AgentId> agent, String author) {
    var given =
        new GiveFeedback(
            feedback.progress(),
            agent,
            agent.isPresent() ? "" : author,
            saysMore(company, lead, feedback));
    Comment words = automatic(company, lead, feedback, author);
    return rotating.carryOut(
        lead, sheet -> Optional.of(given), Besides.said(words, new SayFeedback(feedback)));
  }

  /** A new reason changes nothing that the history keeps, and is news all the same. */
  private boolean saysMore(CompanyId company, LeadId lead, Feedback feedback) {
    return comments.of(company, lead).stream()
        .filter(c -> c.kind() == Kind.AUTOMATIC)
        .reduce((earlier, later) -> later)
        .filter(last -> last.text().equals(kept(words(feedback))))
        .isEmpty();
  }

  /**
   * The CRM's record says how far the owner has come.
   *
   * @param before the lead when the record was read; one that has moved on knows better
   */
  Decision heard(LeadFile before, Feedback feedback) {
    var given =
        new GiveFeedback(
            feedback.progress(), before.rotation().owner(), CRM, /* saysMore= */ false);
    Comment words = automatic(before.lead().company(), before.lead().id(), feedback, CRM);
    return rotating.carryOut(
        before.lead().id(),
        sheet -> before.isStill(sheet) ? Optional.of(given) : Optional.empty(),
        Besides.said(words));
  }

  /** What was last said of a lead, with the reason, which its history does not keep. */
  public Feedback lastSaid(LeadFile lead) {
    Progress said = lead.rotation().care().progress();
    var bare = new Feedback(said.contact(), said.deal(), said.value(), "");
    if (!said.reasoned()) return bare;
    String before = words(bare) + ": ";
    return comments.of(lead.lead().company(), lead.lead().id()).reversed().stream()
        .filter(c -> c.kind() == Kind.AUTOMATIC && c.text().startsWith(before))
        .findFirst()
        .map(c -> bare.because(c.text().substring(before.length())))
        .orElse(bare);
  }

  private Comment automatic(CompanyId company, LeadId lead, Feedback feedback, String author) {
    return comment(company, lead, Said.BATON, author, Kind.AUTOMATIC, words(feedback));
  }

  /** Somebody writes a comment here, which the CRM is told; the owner's counts for him. */
  public Decision comment(
      CompanyId company, LeadId lead, String text, Optional<AgentId> agent, String author) {
    Comment comment =
        comment(
            company, lead, agent.isPresent() ? Said.OWNER : Said.ADMIN, author, Kind.COMMENT, text);
    var noted = new NoteComment(agent, agent.isPresent() ? "" : author);
    return rotating.carryOut(
        lead, sheet -> Optional.of(noted), Besides.said(comment, new SayComment(comment.id())));
  }

  /** Somebody writes a memo, which nobody is told and which does not count. */
  public void memo(CompanyId company, LeadId lead, String text, Said by, String author) {
    comments.add(comment(company, lead, by, author, Kind.MEMO, text));
  }

  /** Somebody has written a comment into the CRM's record: it is of whoever owns the lead now. */
  Decision heardComment(LeadFile lead, String text) {
    Comment comment =
        comment(lead.lead().company(), lead.lead().id(), Said.CRM, CRM, Kind.COMMENT, text);
    return rotating.carryOut(
        lead.lead().id(),
        sheet -> Optional.of(new NoteComment(sheet.rotation().owner(), CRM)),
        Besides.said(comment));
  }

  /** Whether what stands in the CRM's comment field was heard before. */
  boolean isKnown(CompanyId company, LeadId lead, String text) {
    return comments.of(company, lead).stream()
        .filter(c -> c.by() == Said.CRM)
        .anyMatch(c -> c.text().equals(text.strip()));
  }

  private Comment comment(
      CompanyId company, LeadId lead, Said by, String author, Kind kind, String text) {
    return new Comment(ids.get(), company, lead, clock.instant(), by, author, kind, kept(text));
  }

  private static String kept(String text) {
    return text.length() > Comment.LONGEST ? text.substring(0, Comment.LONGEST) : text;
  }

  private static String words(Feedback feedback) {
    return feedback.contact().label()
        + (feedback.deal() == DealStatus.NONE ? "" : ", " + feedback.deal().label())
        + feedback
            .value()
            .map(v -> ", " + v.amount().toPlainString() + " " + v.currency().getCurrencyCode())
            .orElse("")
        + (feedback.reason().isEmpty() ? "" : ": " + feedback.reason());
  }
}
