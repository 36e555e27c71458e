package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmUnderTest.Task;
import dev.baton.crm.RecordRead.Present;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Deliveries.Wanted;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.State;
import dev.baton.feedback.Comment;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Entry;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.SayComment;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationRules;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is owed to the CRM, how it fares, and what people see of it. */
class DeliveriesTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final Wanted OUT = Wanted.all(Direction.OUT);

  private final Walk walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false);
  private final MindingDeliveries minding =
      new MindingDeliveries(walk.store.deliveries(), walk, Bells.silent(), walk.store.clock());

  @AfterEach
  void close() {
    walk.close();
  }

  private LeadId id(CrmRecord record) {
    return walk.file(record).lead().id();
  }

  /** Ann accepts, and something more is owed because of it. */
  private void accept(CrmRecord record, Promise... promises) {
    var accept = new Accept(1, ANN, Channel.PAGE);
    walk.store
        .ledger()
        .decide(
            id(record),
            sheet ->
                new Entry(
                    RotationRules.decide(sheet.rotation(), accept, sheet.circumstances()),
                    accept,
                    List.of(promises)));
    walk.settle();
  }

  private Comment comment(CrmRecord record, String text) {
    var comment =
        new Comment(
            new CommentId(new UUID(1, text.hashCode())),
            Walk.ACME,
            id(record),
            walk.now(),
            Comment.Said.OWNER,
            "Ann",
            Comment.Kind.COMMENT,
            text);
    walk.store.comments().add(comment);
    return comment;
  }

  private List<Delivery> out(CrmRecord record) {
    return walk.store.deliveries().latest(Walk.ACME, OUT.about(id(record)), 50);
  }

  private Optional<Feedback> feedbackOf(CrmRecord record) {
    return ((Present) walk.crm.read(List.of(record)).getFirst()).feedback();
  }

  private static SayFeedback won(String reason) {
    return new SayFeedback(
        new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON).because(reason));
  }

  @Test
  void feedback_and_comments_reach_the_crm() {
    CrmRecord record = walk.leadArrives();
    Comment comment = comment(record, "Called, comes on Monday");

    accept(record, won("cheaper"), new SayComment(comment.id()));

    assertThat(feedbackOf(record)).contains(won("cheaper").feedback());
    assertThat(walk.crm.commentsOf(record)).containsExactly("Ann: Called, comes on Monday");
  }

  @Test
  void of_feedback_said_twice_while_the_crm_was_away_only_the_later_is_written() {
    CrmRecord record = walk.leadArrives();
    walk.crm.beDown(true);
    var earlier = new SayFeedback(new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE));
    accept(record, earlier, won(""));
    walk.crm.beDown(false);
    for (int i = 0; i < 3; i++) walk.passes(Duration.ofMinutes(1));

    assertThat(feedbackOf(record)).contains(won("").feedback());
    assertThat(out(record))
        .extracting(Delivery::state)
        .containsExactly(State.DONE, State.SKIPPED, State.DONE);
  }

  @Test
  void a_comment_that_was_erased_before_it_could_be_said_is_never_said() {
    CrmRecord record = walk.leadArrives();
    Comment comment = comment(record, "Called");
    walk.store.comments().erase(Walk.ACME, id(record));

    accept(record, new SayComment(comment.id()));

    assertThat(walk.crm.commentsOf(record)).isEmpty();
    assertThat(out(record).getFirst().state()).isEqualTo(State.SKIPPED);
  }

  @Test
  void each_try_is_kept_with_what_was_asked_and_answered_and_nothing_of_the_customer() {
    CrmRecord record = walk.crm.givenRecord(Walk.from("cleo@example.org"));
    walk.crm.lock(record);
    walk.tell(new dev.baton.crm.CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();
    walk.passes(Duration.ofSeconds(5));

    Delivery task = out(record).getFirst();
    List<Attempt> tries = minding.attempts(Walk.ACME, task);

    assertThat(tries)
        .extracting(Attempt::number, Attempt::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "TRY_AGAIN"),
            org.assertj.core.groups.Tuple.tuple(2, "WRITTEN"));
    assertThat(tries.getFirst().asked()).startsWith("Create a task for owner");
    assertThat(tries.toString() + minding.words(task))
        .doesNotContain("cleo", "Cleo", "baton.example", "harbour");
  }

  @Test
  void while_the_crm_is_away_it_is_asked_less_and_less_and_by_one_promise_at_a_time() {
    for (int i = 0; i < 10; i++) walk.leadArrives();
    walk.crm.beDown(true);
    walk.store
        .leads()
        .latest(Walk.ACME, Optional.empty(), 10)
        .forEach(row -> walk.rotating.accept(new OfferId(row.id(), 1), ANN, Channel.PAGE));
    walk.settle();
    long before = tries();

    for (int second = 0; second < 600; second++) walk.passes(Duration.ofSeconds(1));

    assertThat(tries() - before).isBetween(5L, 12L);
    walk.crm.beDown(false);
    for (int second = 0; second < 125; second++) walk.passes(Duration.ofSeconds(1));
    assertThat(walk.store.breakers().of(Walk.CRM).failures()).isZero();
  }

  private long tries() {
    return walk.store.deliveries().latest(Walk.ACME, OUT, 100).stream()
        .mapToLong(d -> minding.attempts(Walk.ACME, d).size())
        .sum();
  }

  @Test
  void what_is_on_hold_is_delivered_when_a_person_has_mended_it_and_says_so() {
    CrmRecord record = walk.leadArrives();
    walk.crm.refuseValuesOf(record);
    walk.rotating.accept(new OfferId(id(record), 1), ANN, Channel.PAGE);
    walk.settle();
    assertThat(walk.store.deliveries().latest(Walk.ACME, OUT.in(State.ON_HOLD), 10))
        .extracting(Delivery::cause)
        .containsOnly(Optional.of("VALIDATION"));
    walk.crm.acceptValuesOf(record);

    assertThat(minding.retryAll(Walk.ACME, Optional.of(Walk.CRM), Optional.of("VALIDATION")))
        .isEqualTo(2);
    walk.settle();

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));
    assertThat(walk.crm.tasksOf(record)).allMatch(Task::completed);
  }

  @Test
  void a_notice_is_worked_on_once_more_and_told_in_words() {
    walk.keep("nonsense");
    walk.settle();
    Delivery failed =
        walk.store.deliveries().latest(Walk.ACME, Wanted.all(Direction.IN), 1).getFirst();
    assertThat(failed.state()).isEqualTo(State.ON_HOLD);
    assertThat(minding.words(failed)).isEqualTo("Unreadable: not a notice");

    assertThat(minding.replay(Walk.ACME, failed.id())).isTrue();
    walk.settle();

    Delivery again = minding.find(Walk.ACME, Direction.IN, failed.id()).orElseThrow();
    assertThat(again.attempts()).isEqualTo(2);
  }
}
