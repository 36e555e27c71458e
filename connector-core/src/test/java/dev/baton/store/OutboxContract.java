package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.Matter.Promised;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.outbox.Outbox.OwnerWritten;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every outbox does, in sentences. */
abstract class OutboxContract extends StoreScene {

  private static final Promise TELL = new Promise.TellOffer(1, ANN, Instant.EPOCH);
  private static final Promise CLOSE = new Promise.CloseOffer(1, "Accepted", false);
  private static final Promise OWNER = new Promise.GiveOwner(ANN);

  @Test
  void promises_of_a_lead_are_taken_up_one_after_the_other() {
    offered(TELL, OWNER, CLOSE);
    Instant now = store.clock().instant();

    Owed first = store.outbox().claim(10, now, LEASE).getFirst();
    assertThat(store.outbox().claim(10, now, LEASE)).isEmpty();
    store.outbox().delivered(first.id(), Optional.of("t1"), Optional.empty(), now);
    Owed second = store.outbox().claim(10, now, LEASE).getFirst();
    store
        .outbox()
        .delivered(second.id(), Optional.empty(), Optional.of(new OwnerWritten("", 0, "11")), now);
    Owed third = store.outbox().claim(10, now, LEASE).getFirst();

    assertThat(first.promise()).isEqualTo(TELL);
    assertThat(first.tags()).containsExactly("Harbour");
    assertThat(first.source()).isEqualTo("WEB");
    assertThat(first.offerOpen()).isTrue();
    assertThat(second.promise()).isEqualTo(OWNER);
    assertThat(third.promise()).isEqualTo(CLOSE);
    assertThat(third.taskId()).contains("t1");
    assertThat(third.told()).isTrue();
  }

  @Test
  void promises_of_different_leads_do_not_wait_for_each_other() {
    offered(TELL, CLOSE);
    offered(TELL, CLOSE);

    assertThat(store.outbox().claim(10, store.clock().instant(), LEASE)).hasSize(2);
  }

  @Test
  void a_promise_that_failed_is_due_again_at_its_time_and_still_goes_first() {
    offered(TELL, CLOSE);
    Instant now = store.clock().instant();
    Owed first = store.outbox().claim(10, now, LEASE).getFirst();

    store.outbox().again(first.id(), now.plusSeconds(30), "away");

    assertThat(store.outbox().claim(10, now.plusSeconds(29), LEASE)).isEmpty();
    Owed again = store.outbox().claim(10, now.plusSeconds(30), LEASE).getFirst();
    assertThat(again.promise()).isEqualTo(TELL);
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void a_wait_that_was_named_is_an_attempt_but_no_try() {
    offered(TELL);
    Instant now = store.clock().instant();
    Owed first = store.outbox().claim(10, now, LEASE).getFirst();

    store.outbox().later(first.id(), now.plusSeconds(30), "too many calls");

    assertThat(store.outbox().claim(10, now.plusSeconds(29), LEASE)).isEmpty();
    Owed again = store.outbox().claim(10, now.plusSeconds(30), LEASE).getFirst();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.tries()).isEqualTo(1);
  }

  @Test
  void a_promise_on_hold_lets_the_lead_s_later_ones_go_on() {
    Lead lead = offered(OWNER, CLOSE);
    Instant now = store.clock().instant();
    Owed first = store.outbox().claim(10, now, LEASE).getFirst();

    store.outbox().hold(first.id(), "OWNER_NOT_MAPPED", "no user", now);

    assertThat(store.outbox().claim(10, now, LEASE))
        .extracting(Owed::promise)
        .containsExactly(CLOSE);
    assertThat(store.outbox().depth().onHold()).isEqualTo(1);
    assertThat(file(lead).deliveries().getFirst().note()).contains("OWNER_NOT_MAPPED");
  }

  @Test
  void a_task_that_was_never_tried_is_known_not_to_exist() {
    offered(TELL, CLOSE);
    Instant now = store.clock().instant();
    Owed first = store.outbox().claim(10, now, LEASE).getFirst();

    store.outbox().superseded(first.id(), "ended before", now);

    assertThat(store.outbox().claim(10, now, LEASE).getFirst().told()).isFalse();
  }

  @Test
  void the_owner_that_was_written_is_remembered_so_that_its_echo_is_no_news() {
    Lead lead = offered(OWNER);
    store.ledger().decide(lead.id(), command(new Accept(1, ANN, Channel.PAGE)));
    Owed owed = store.outbox().claim(10, store.clock().instant(), LEASE).getFirst();

    store
        .outbox()
        .delivered(
            owed.id(), Optional.empty(), Optional.of(new OwnerWritten("", 0, "11")), Instant.EPOCH);

    assertThat(file(lead).lead().crmOwner()).isEqualTo("11");
  }

  @Test
  void an_owner_that_was_written_is_not_noted_over_one_set_by_hand_meanwhile() {
    Lead lead = offered(OWNER);
    store.ledger().decide(lead.id(), command(new Accept(1, ANN, Channel.PAGE)));
    Owed owed = claim().getFirst();
    store.ledger().decide(lead.id(), command(new ChangeOwner("12", Optional.of(BOB))));

    deliver(owed, new OwnerWritten(owed.crmOwner(), owed.ownersHeard(), "11"));

    assertThat(file(lead).lead().crmOwner()).isEqualTo("12");
  }

  @Test
  void an_owner_that_was_written_is_not_noted_over_the_one_before_who_was_set_again_meanwhile() {
    Lead lead = offered(OWNER);
    store.ledger().decide(lead.id(), command(new ChangeOwner("12", Optional.of(BOB))));
    store.ledger().decide(lead.id(), command(new Move(Optional.of(ANN), "an admin")));
    Owed owed = claim().getLast();
    store.ledger().decide(lead.id(), command(new ChangeOwner("13", Optional.empty())));
    store.ledger().decide(lead.id(), command(new ChangeOwner("12", Optional.of(BOB))));
    assertThat(file(lead).lead().crmOwner()).isEqualTo(owed.crmOwner());

    deliver(owed, new OwnerWritten(owed.crmOwner(), owed.ownersHeard(), "11"));

    assertThat(file(lead).lead().crmOwner()).isEqualTo("12");
  }

  /** Else the echo of what was written for him would be taken for somebody's hand. */
  @Test
  void an_owner_that_was_written_is_noted_also_where_the_lead_was_moved_on_meanwhile() {
    Lead lead = offered(OWNER);
    store.ledger().decide(lead.id(), command(new Accept(1, ANN, Channel.PAGE)));
    Owed owed = claim().getFirst();
    store.ledger().decide(lead.id(), command(new Move(Optional.of(BOB), "an admin")));
    assertThat(file(lead).rotation().owner()).contains(BOB);

    deliver(owed, new OwnerWritten(owed.crmOwner(), owed.ownersHeard(), "11"));

    assertThat(file(lead).lead().crmOwner()).isEqualTo("11");
  }

  private void deliver(Owed owed, OwnerWritten owner) {
    store.outbox().delivered(owed.id(), Optional.empty(), Optional.of(owner), now());
  }

  // A newer promise makes an older one needless ---------------------------------------------------

  private static Promise feedback(DealStatus deal) {
    return new Promise.SayFeedback(
        new Feedback(ContactStatus.CONTACTED, deal)
            .because("Cleo is on holiday")
            .worth(ExpectedValue.of("12.50", "EUR")));
  }

  private List<Owed> claim() {
    return store.outbox().claim(10, now(), LEASE);
  }

  private Instant now() {
    return store.clock().instant();
  }

  @Test
  void an_owner_or_feedback_is_overtaken_by_a_later_one_of_its_kind_only() {
    offered(OWNER, feedback(DealStatus.IN_PROGRESS));
    offered(OWNER, new Promise.GiveOwner(BOB));
    offered(feedback(DealStatus.IN_PROGRESS), feedback(DealStatus.CLOSED_WON));
    var comment = new Promise.SayComment(new CommentId(new UUID(1, 1)));
    offered(comment, new Promise.SayComment(new CommentId(new UUID(1, 2))));

    List<Owed> heads = claim();

    assertThat(heads).extracting(Owed::overtaken).containsExactly(false, true, true, false);
    assertThat(heads.getLast().promise()).isEqualTo(comment);
  }

  @Test
  void the_newest_is_never_overtaken_whatever_became_of_the_older_ones() {
    offered(OWNER, new Promise.GiveOwner(BOB));
    store.outbox().superseded(claim().getFirst().id(), "a newer one is promised", now());

    assertThat(claim()).extracting(Owed::overtaken).containsExactly(false);
  }

  @Test
  void the_end_of_an_offer_supersedes_its_task_on_hold() {
    Lead lead = offered(TELL, CLOSE);
    store.outbox().hold(claim().getFirst().id(), "VALIDATION", "a rule", now());
    Owed close = claim().getFirst();
    assertThat(close.told()).isFalse();

    store.outbox().superseded(close.id(), "the offer had no task", now());

    assertThat(file(lead).deliveries())
        .extracting(LeadFile.Delivery::state)
        .containsExactly("SUPERSEDED", "SUPERSEDED");
  }

  @Test
  void a_newer_owner_that_is_delivered_supersedes_the_older_one_on_hold() {
    Lead lead = offered(OWNER, new Promise.GiveOwner(BOB));
    store.outbox().hold(claim().getFirst().id(), "INACTIVE_OWNER", "left", now());

    store
        .outbox()
        .delivered(
            claim().getFirst().id(),
            Optional.empty(),
            Optional.of(new OwnerWritten("", 0, "12")),
            now());

    assertThat(file(lead).deliveries())
        .extracting(LeadFile.Delivery::state)
        .containsExactly("SUPERSEDED", "DONE");
    assertThat(store.deliveries().retryAll(ACME, Optional.empty(), Optional.empty(), now()))
        .isZero();
  }

  @Test
  void a_task_tried_twice_may_exist_even_where_it_was_given_up() {
    offered(TELL, CLOSE);
    store.outbox().again(claim().getFirst().id(), now(), "no answer");
    store.outbox().hold(claim().getFirst().id(), "VALIDATION", "a rule", now());

    assertThat(claim().getFirst().told()).isTrue();
  }

  @Test
  void feedback_loses_its_free_text_when_it_is_delivered_and_nothing_else() {
    offered(feedback(DealStatus.CLOSED_WON));
    Owed owed = claim().getFirst();
    assertThat(owed.promise()).isEqualTo(feedback(DealStatus.CLOSED_WON));

    store.outbox().delivered(owed.id(), Optional.empty(), Optional.empty(), now());

    var kept =
        (Promised) store.deliveries().find(ACME, Direction.OUT, owed.id()).orElseThrow().matter();
    assertThat(kept.promise())
        .isEqualTo(
            new Promise.SayFeedback(((Promise.SayFeedback) owed.promise()).feedback().because("")));
  }

  @Test
  void a_promise_of_a_lead_waits_while_a_newer_one_is_being_delivered() {
    offered(OWNER, CLOSE);
    Owed held = claim().getFirst();
    store.outbox().hold(held.id(), "OWNER_NOT_MAPPED", "no user", now());
    assertThat(claim()).extracting(Owed::promise).containsExactly(CLOSE);

    assertThat(store.deliveries().retry(ACME, held.id(), now())).isTrue();

    assertThat(claim()).isEmpty();
    store.clock().tick(LEASE);
    assertThat(claim()).extracting(Owed::promise).containsExactly(OWNER);
  }

  @Test
  void promises_of_a_busy_connection_are_left_where_they_are() {
    offered(TELL);

    assertThat(store.outbox().claim(10, Set.of(PORTAL), now(), LEASE)).isEmpty();
    assertThat(claim()).hasSize(1);
  }

  @Test
  void how_long_the_oldest_has_waited_is_known() {
    assertThat(store.outbox().depth().oldest()).isEmpty();
    Instant first = now();
    offered(TELL);
    store.clock().tick(Duration.ofMinutes(1));
    offered(TELL);

    assertThat(store.outbox().depth().oldest()).contains(first);
  }
}
