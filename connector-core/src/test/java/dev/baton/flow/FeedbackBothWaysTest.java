package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.RecordRead;
import dev.baton.crm.RecordRead.Present;
import dev.baton.feedback.Comment;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Domain §6 and §11: feedback, comments and owners travel both ways, and nothing ping-pongs. */
class FeedbackBothWaysTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");
  private static final Feedback WON =
      new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON).because("Loves the view");
  private static final Feedback TRIED = new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE);

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", false);
  private final CrmRecord record = walk.leadArrives();
  private final LeadId lead = walk.file(record).lead().id();

  @AfterEach
  void close() {
    walk.close();
  }

  private void annAccepts() {
    walk.rotating.accept(new OfferId(lead, 1), ANN, Channel.PAGE);
    walk.settle();
  }

  private void crmTells() {
    walk.tell(new CrmNotice.RecordChanged("contacts", record.id(), "any", walk.now()));
    walk.settle();
  }

  private Present read() {
    return (Present) walk.crm.read(List.of(record)).getFirst();
  }

  private long feedbackEvents() {
    return walk.file(record).history().stream()
        .filter(r -> r.event() instanceof FeedbackGiven)
        .count();
  }

  @Test
  void feedback_given_here_goes_out_to_the_crm_with_its_reason() {
    annAccepts();

    walk.feedback.give(Walk.ACME, lead, WON, Optional.of(ANN), "Ann");
    walk.settle();

    assertThat(read().feedback()).contains(WON);
  }

  @Test
  void the_echo_of_our_own_feedback_starts_nothing() {
    annAccepts();
    walk.feedback.give(Walk.ACME, lead, WON, Optional.of(ANN), "Ann");
    walk.settle();

    crmTells();

    assertThat(feedbackEvents()).isEqualTo(1);
    assertThat(read().feedback()).contains(WON);
  }

  @Test
  void feedback_changed_in_the_crm_arrives_and_nothing_is_written_back() {
    annAccepts();
    walk.crm.setFeedbackByHand(record, TRIED);

    crmTells();

    assertThat(walk.file(record).rotation().care().progress()).isEqualTo(TRIED.progress());
    assertThat(walk.file(record).deliveries()).noneMatch(d -> d.what().startsWith("SayFeedback"));
  }

  @Test
  void an_old_value_in_the_crm_does_not_undo_feedback_that_is_still_on_its_way() {
    annAccepts();
    walk.crm.setFeedbackByHand(record, TRIED);
    crmTells();
    walk.crm.beDown(true);
    walk.feedback.give(Walk.ACME, lead, WON, Optional.of(ANN), "Ann");
    walk.settle();
    walk.crm.beDown(false);

    // The CRM is back and speaks of the record before our write has reached it.
    crmTells();

    assertThat(walk.file(record).rotation().care().progress()).isEqualTo(WON.progress());
  }

  @Test
  void a_change_of_status_writes_an_automatic_comment() {
    annAccepts();
    walk.feedback.give(Walk.ACME, lead, WON, Optional.of(ANN), "Ann");

    assertThat(walk.store.comments().of(Walk.ACME, lead))
        .singleElement()
        .satisfies(
            comment -> {
              assertThat(comment.kind()).isEqualTo(Comment.Kind.AUTOMATIC);
              assertThat(comment.text()).isEqualTo("Contacted, Closed won: Loves the view");
            });
  }

  @Test
  void a_new_reason_is_news_and_the_same_one_again_is_not() {
    annAccepts();
    Feedback better = WON.because("Loves the price");
    walk.feedback.give(Walk.ACME, lead, WON, Optional.of(ANN), "Ann");
    walk.passes(Duration.ofMinutes(1));

    assertThat(walk.feedback.give(Walk.ACME, lead, better, Optional.of(ANN), "Ann"))
        .isInstanceOf(Decided.class);
    assertThat(walk.feedback.give(Walk.ACME, lead, better, Optional.of(ANN), "Ann"))
        .isInstanceOf(Refused.class);
    walk.settle();

    assertThat(read().feedback()).contains(better);
    assertThat(walk.store.comments().of(Walk.ACME, lead)).hasSize(2);
  }

  @Test
  void what_the_crm_said_before_feedback_was_given_here_does_not_undo_it() {
    annAccepts();
    walk.crm.setFeedbackByHand(record, TRIED);
    LeadFile looked = walk.file(record);
    walk.feedback.give(Walk.ACME, lead, WON, Optional.of(ANN), "Ann");

    assertThat(walk.feedback.heard(looked, TRIED)).isInstanceOf(Refused.class);
    assertThat(walk.file(record).rotation().care().progress()).isEqualTo(WON.progress());
  }

  @Test
  void a_comment_of_the_crm_is_heard_although_the_owner_changed_meanwhile() {
    annAccepts();
    LeadFile looked = walk.file(record);
    walk.crm.write(new SetOwner(record, walk.owner("bob")), 1);
    crmTells();
    assertThat(walk.file(record).rotation().owner()).contains(new AgentId("bob"));

    assertThat(walk.feedback.heardComment(looked, "Ask for Cleo")).isInstanceOf(Decided.class);
  }

  /** Found by the simulation: it made the former owner the owner again. */
  @Test
  void the_echo_of_an_owner_whose_answer_was_lost_starts_nothing_when_the_lead_has_moved_on() {
    walk.crm.loseNextAnswer();
    annAccepts();
    walk.rotating.carryOut(lead, new GiveBack(ANN, Channel.PAGE));
    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));

    crmTells();
    walk.passes(Duration.ofMinutes(1));

    assertThat(walk.store.inbox().waiting()).isZero();
    assertThat(walk.file(record).rotation().held()).map(Offer::agent).contains(BOB);
  }

  @Test
  void somebody_who_is_made_the_owner_by_hand_later_is_the_owner_although_we_wrote_him_once() {
    walk.crm.loseNextAnswer();
    annAccepts();
    walk.rotating.carryOut(lead, new GiveBack(ANN, Channel.PAGE));
    walk.rotating.accept(new OfferId(lead, 2), BOB, Channel.PAGE);
    walk.passes(Duration.ofMinutes(1));
    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("bob"));

    walk.crm.setOwnerByHand(record, walk.owner("ann"));
    crmTells();

    assertThat(walk.file(record).rotation().owner()).contains(ANN);
  }

  @Test
  void feedback_on_a_lead_nobody_owns_is_refused_and_nothing_goes_out() {
    assertThat(walk.feedback.give(Walk.ACME, lead, WON, Optional.empty(), "Ada"))
        .isInstanceOf(Refused.class);
    walk.settle();

    assertThat(read().feedback()).isEmpty();
  }

  @Test
  void a_comment_written_here_goes_out_once() {
    annAccepts();

    walk.feedback.comment(Walk.ACME, lead, "Called twice", Optional.of(ANN), "Ann");
    walk.settle();
    crmTells();

    assertThat(walk.crm.commentsOf(record)).containsExactly("Ann: Called twice");
  }

  @Test
  void a_comment_written_in_the_crm_arrives_once_however_often_it_is_told() {
    annAccepts();
    walk.crm.setCommentByHand(record, "Ask for Cleo");

    crmTells();
    crmTells();

    assertThat(walk.store.comments().of(Walk.ACME, lead))
        .filteredOn(c -> c.by() == Comment.Said.CRM)
        .extracting(Comment::text)
        .containsExactly("Ask for Cleo");
    assertThat(walk.crm.commentsOf(record)).isEmpty();
  }

  @Test
  void a_memo_tells_nobody() {
    annAccepts();

    walk.feedback.memo(Walk.ACME, lead, "Between us", Comment.Said.ADMIN, "Ada");
    walk.settle();

    assertThat(walk.crm.commentsOf(record)).isEmpty();
  }

  @Test
  void a_record_read_before_our_owner_landed_does_not_take_the_lead_away() {
    walk.crm.write(new SetOwner(record, walk.owner("bob")), 1);
    RecordRead stale = read();
    annAccepts();
    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));

    var outcome =
        new ComparingWithCrm(walk.store.leads(), walk.store.books(), walk.rotating, walk.feedback)
            .compare(notice(), lead, stale, walk.crm);

    assertThat(outcome).isInstanceOf(Skipped.class);
    assertThat(walk.file(record).rotation().owner()).contains(ANN);
  }

  private Notice notice() {
    return new Notice(1, Walk.ACME, Walk.CRM, "", walk.now(), 1, 1, false);
  }

  /**
   * Found by the simulation: the owner of before may mean that ours has not arrived, or that
   * somebody has undone it.
   */
  @Test
  void what_the_crm_says_while_an_owner_of_ours_is_on_its_way_is_looked_at_again() {
    walk.crm.setOwnerByHand(record, walk.owner("bob"));
    crmTells();
    walk.rotating.carryOut(lead, new Move(Optional.of(ANN), "Ada"));
    Owed owner = walk.store.outbox().claim(1, walk.now(), Duration.ofMinutes(2)).getFirst();
    assertThat(owner.promise()).isEqualTo(new GiveOwner(ANN));

    NoticeOutcome outcome =
        new ComparingWithCrm(walk.store.leads(), walk.store.books(), walk.rotating, walk.feedback)
            .compare(notice(), lead, read(), walk.crm);

    assertThat(outcome).isInstanceOf(Again.class);
  }

  @Test
  void an_owner_set_by_hand_in_the_crm_wins() {
    walk.crm.write(new SetOwner(record, walk.owner("bob")), 1);

    crmTells();

    assertThat(walk.file(record).rotation().owner()).contains(new AgentId("bob"));
  }
}
