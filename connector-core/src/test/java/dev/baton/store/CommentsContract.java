package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Kind;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.CommentId;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.NoteComment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that keeps comments does, in sentences. */
abstract class CommentsContract extends StoreScene {
  private int comments;

  private Comment said(Lead lead, String text) {
    return new Comment(
        new CommentId(new UUID(7, ++comments)),
        ACME,
        lead.id(),
        store.clock().instant(),
        Said.OWNER,
        "Ann",
        Kind.MEMO,
        text);
  }

  @Test
  void a_comment_is_kept_as_it_was_said_and_once() {
    Comment comment = said(offered(), "Prefers to be called after six");

    store.comments().add(comment);
    store.comments().add(comment);

    assertThat(store.comments().find(ACME, comment.id())).contains(comment);
    assertThat(store.comments().of(ACME, comment.lead())).containsExactly(comment);
  }

  @Test
  void words_are_kept_with_the_decision_they_were_said_with() {
    Lead lead = owned();
    Comment comment = said(lead, "Called");

    store.ledger().decide(lead.id(), sheet -> saying(comment, sheet));

    assertThat(store.comments().of(ACME, lead.id())).containsExactly(comment);
  }

  @Test
  void words_that_go_with_a_refusal_are_not_kept() {
    Lead lead = offered();

    store.ledger().decide(lead.id(), sheet -> saying(said(lead, "Called"), sheet));

    assertThat(store.comments().of(ACME, lead.id())).isEmpty();
  }

  private Lead owned() {
    Lead lead = offered();
    store.ledger().decide(lead.id(), command(new Accept(1, ANN, Channel.PAGE)));
    return lead;
  }

  private static Entry saying(Comment comment, Sheet sheet) {
    Entry noted = entry(sheet, new NoteComment(Optional.of(ANN), ""));
    return new Entry(noted.decision(), noted.command(), List.of(), List.of(comment));
  }

  @Test
  void what_is_said_about_a_lead_is_found_oldest_first() {
    Lead lead = offered();
    Comment first = said(lead, "Called");
    store.clock().tick(Duration.ofSeconds(1));
    Comment second = said(lead, "Met");
    store.comments().add(second);
    store.comments().add(first);
    store.comments().add(said(offered(), "Another lead"));

    assertThat(store.comments().of(ACME, lead.id())).containsExactly(first, second);
  }

  @Test
  void a_company_does_not_see_another_companys_comments() {
    Comment comment = said(offered(), "Called");
    store.comments().add(comment);

    assertThat(store.comments().find(OTHER, comment.id())).isEmpty();
    assertThat(store.comments().of(OTHER, comment.lead())).isEmpty();
    assertThat(store.comments().erase(OTHER, comment.lead())).isZero();
  }

  @Test
  void what_is_said_about_a_lead_can_be_erased() {
    Comment comment = said(offered(), "Called");
    store.comments().add(comment);

    assertThat(store.comments().erase(ACME, comment.lead())).isEqualTo(1);
    assertThat(store.comments().find(ACME, comment.id())).isEmpty();
  }
}
