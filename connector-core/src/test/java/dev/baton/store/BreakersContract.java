package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.Breaker;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What breakers do to inbox and outbox, in sentences. */
abstract class BreakersContract extends StoreScene {
  private static final Promise TELL = new Promise.TellOffer(1, ANN, Instant.EPOCH);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  private Instant now() {
    return store.clock().instant();
  }

  private List<Owed> promises() {
    return store.outbox().claim(10, now(), LEASE);
  }

  private List<Notice> notices() {
    return store.inbox().claim(10, now(), LEASE);
  }

  private void failedOnce() {
    store.breakers().failed(PORTAL, false, now());
    store.clock().tick(FIRST_WAIT);
  }

  @Test
  void a_connection_that_answers_has_a_closed_breaker() {
    assertThat(store.breakers().of(PORTAL).state(now())).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void a_paused_connection_is_left_alone_until_its_time_and_tried_by_all() {
    offered(TELL);
    offered(TELL);
    store.inbox().keep(List.of(incoming("a")));

    store.breakers().pause(PORTAL, now().plusSeconds(10), false);
    store.breakers().pause(PORTAL, now().plusSeconds(2), false);

    store.clock().tick(Duration.ofSeconds(9));
    assertThat(promises()).isEmpty();
    assertThat(notices()).isEmpty();
    store.clock().tick(Duration.ofSeconds(1));
    assertThat(promises()).extracting(Owed::trial).containsExactly(false, false);
    assertThat(notices()).hasSize(1);
  }

  @Test
  void after_a_failure_nothing_is_given_out_then_one_promise_on_trial() {
    offered(TELL);
    offered(TELL);
    store.inbox().keep(List.of(incoming("a")));
    store.breakers().failed(PORTAL, false, now());
    assertThat(promises()).isEmpty();
    assertThat(notices()).isEmpty();

    store.clock().tick(FIRST_WAIT);

    assertThat(promises()).extracting(Owed::trial).containsExactly(true);
    assertThat(promises()).isEmpty();
    assertThat(notices()).isEmpty();
  }

  @Test
  void after_a_failure_the_notices_taken_up_together_are_on_trial_together() {
    offered(TELL);
    store.inbox().keep(List.of(incoming("a"), incoming("b")));
    failedOnce();

    assertThat(notices()).extracting(Notice::trial).containsExactly(true, true);
    assertThat(promises()).isEmpty();
  }

  @Test
  void a_trial_that_is_answered_opens_the_way_for_all() {
    offered(TELL);
    offered(TELL);
    failedOnce();
    promises();

    store.breakers().answered(PORTAL, now());

    assertThat(promises()).extracting(Owed::trial).containsExactly(false);
  }

  @Test
  void a_trial_that_is_answered_sends_the_next_that_waits_on_either_side_as_a_scout() {
    failAll();
    failedOnce();

    store.breakers().answered(PORTAL, now());

    assertThat(promises()).extracting(Owed::tries).containsExactly(1);
    assertThat(notices()).extracting(Notice::tries).containsExactly(1);
  }

  @Test
  void what_waits_for_a_connection_that_answers_again_is_due_at_once_and_that_is_no_try() {
    failAll();

    store.outbox().wake(PORTAL, now());
    store.inbox().wake(PORTAL, now());

    assertThat(promises()).extracting(Owed::tries).containsExactly(1, 1);
    assertThat(notices()).extracting(Notice::tries).containsExactly(1, 1);
  }

  @Test
  void what_is_being_worked_on_is_not_woken() {
    offered(TELL);
    store.inbox().keep(List.of(incoming("a")));
    promises();
    notices();

    store.outbox().wake(PORTAL, now());
    store.inbox().wake(PORTAL, now());

    assertThat(promises()).isEmpty();
    assertThat(notices()).isEmpty();
  }

  /** Two promises and two notices failed, and wait for two hours. */
  private void failAll() {
    offered(TELL);
    offered(TELL);
    store.inbox().keep(List.of(incoming("a"), incoming("b")));
    Instant then = now().plus(Duration.ofHours(2));
    promises().forEach(owed -> store.outbox().again(owed.id(), then, "no answer"));
    var again = new NoticeOutcome.Again(then, "no answer");
    notices().forEach(notice -> store.inbox().settle(notice.id(), again, now()));
  }

  @Test
  void a_trial_that_fails_makes_everybody_wait_twice_as_long() {
    offered(TELL);
    offered(TELL);
    failedOnce();
    promises();

    store.breakers().failed(PORTAL, true, now());

    store.clock().tick(FIRST_WAIT);
    assertThat(promises()).isEmpty();
    store.clock().tick(FIRST_WAIT);
    assertThat(promises()).extracting(Owed::trial).containsExactly(true);
  }

  @Test
  void a_trial_that_needed_no_call_passes_on_to_the_next_at_once() {
    offered(TELL);
    offered(TELL);
    failedOnce();
    Owed first = promises().getFirst();
    store.outbox().superseded(first.id(), "needless", now());

    store.breakers().untried(PORTAL, now());

    assertThat(promises()).extracting(Owed::trial).containsExactly(true);
  }

  @Test
  void a_trial_whose_node_died_is_made_by_another_when_its_lease_ends() {
    offered(TELL);
    failedOnce();
    promises();

    store.clock().tick(LEASE);

    assertThat(promises()).extracting(Owed::trial).containsExactly(true);
  }

  @Test
  void a_wait_that_was_named_on_trial_counts_instead_of_the_lease() {
    offered(TELL);
    offered(TELL);
    failedOnce();
    promises();

    store.breakers().pause(PORTAL, now().plusSeconds(5), true);

    store.clock().tick(Duration.ofSeconds(5));
    assertThat(promises()).extracting(Owed::trial).containsExactly(true);
  }

  @Test
  void until_when_notices_were_received_is_remembered_and_never_goes_back() {
    assertThat(store.heartbeats().last(PORTAL)).isEmpty();

    store.heartbeats().beat(PORTAL, now());
    store.heartbeats().beat(PORTAL, now().minusSeconds(5));

    assertThat(store.heartbeats().last(PORTAL)).isEqualTo(Optional.of(now()));
  }
}
