package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Deliveries.Wanted;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.Matter;
import dev.baton.delivery.Delivery.State;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.ledger.Lead;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people see of what went in and out, and what they can set going again, in sentences. */
abstract class DeliveriesContract extends StoreScene {
  private static final Promise OWNER = new Promise.GiveOwner(ANN);
  private static final Promise CLOSE = new Promise.CloseOffer(1, "Accepted", true);
  private static final Wanted OUT = Wanted.all(Direction.OUT);
  private static final Wanted IN = Wanted.all(Direction.IN);

  private Instant now() {
    return store.clock().instant();
  }

  private List<Owed> promises() {
    return store.outbox().claim(10, now(), LEASE);
  }

  private Delivery held(String cause) {
    Lead lead = offered(OWNER);
    store.outbox().hold(promises().getFirst().id(), cause, "a reason", now());
    return store.deliveries().latest(ACME, OUT.about(lead.id()), 1).getFirst();
  }

  // Looking --------------------------------------------------------------------------------------

  @Test
  void what_is_owed_is_listed_newest_first_by_state_by_lead_and_page_by_page() {
    Delivery held = held("VALIDATION");
    Lead lead = offered(OWNER, CLOSE);

    List<Delivery> all = store.deliveries().latest(ACME, OUT, 10);

    assertThat(all)
        .extracting(Delivery::state)
        .containsExactly(State.WAITING, State.WAITING, State.ON_HOLD);
    assertThat(all.getFirst().matter()).isEqualTo(new Matter.Promised(CLOSE));
    assertThat(all.getFirst().lead()).contains(lead.id());
    assertThat(all.getFirst().due()).contains(now());
    assertThat(all.getLast()).isEqualTo(held);
    assertThat(held.cause()).contains("VALIDATION");
    assertThat(held.settled()).contains(now());
    assertThat(store.deliveries().latest(ACME, OUT.in(State.ON_HOLD), 10)).containsExactly(held);
    assertThat(store.deliveries().latest(ACME, OUT.about(lead.id()), 1)).hasSize(1);
    assertThat(store.deliveries().latest(ACME, OUT.before(all.get(1).id()), 10))
        .containsExactly(held);
  }

  @Test
  void what_came_in_is_listed_with_the_lead_it_was_about() {
    Lead lead = offered();
    store.inbox().keep(List.of(incoming("a"), incoming("b")));
    Notice notice = store.inbox().claim(1, now(), LEASE).getFirst();
    store.clock().tick(Duration.ofMillis(40));
    store.inbox().settle(notice.id(), NoticeOutcome.Done.about(lead.id()), now());

    Delivery done = store.deliveries().latest(ACME, IN.about(lead.id()), 10).getFirst();

    assertThat(done.matter()).isEqualTo(new Matter.Told("{\"key\":\"a\"}"));
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.connection()).isEqualTo(PORTAL);
    assertThat(store.deliveries().latest(ACME, IN.in(State.WAITING), 10)).hasSize(1);
    assertThat(store.deliveries().attempts(ACME, Direction.IN, done.id()))
        .extracting(Attempt::number, Attempt::took, Attempt::status)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, Duration.ofMillis(40), "DONE"));
  }

  @Test
  void a_company_sees_and_sets_going_only_its_own() {
    Delivery held = held("VALIDATION");
    store.inbox().keep(List.of(incoming("a")));

    assertThat(store.deliveries().latest(OTHER, OUT, 10)).isEmpty();
    assertThat(store.deliveries().latest(OTHER, IN, 10)).isEmpty();
    assertThat(store.deliveries().find(OTHER, Direction.OUT, held.id())).isEmpty();
    assertThat(store.deliveries().attempts(OTHER, Direction.OUT, held.id())).isEmpty();
    assertThat(store.deliveries().retry(OTHER, held.id(), now())).isFalse();
    assertThat(store.deliveries().retryAll(OTHER, Optional.empty(), Optional.empty(), now()))
        .isZero();
    assertThat(store.deliveries().replay(OTHER, 1, now())).isFalse();
  }

  @Test
  void each_attempt_is_kept_with_its_time_and_answer_and_forgotten_after_a_while() {
    Delivery held = held("VALIDATION");
    var first =
        new Attempt(
            ACME,
            held.id(),
            1,
            now(),
            Duration.ofMillis(120),
            "Set the owner",
            "TRY_AGAIN",
            "no answer");
    var second =
        new Attempt(
            ACME,
            held.id(),
            2,
            now().plusSeconds(5),
            Duration.ofMillis(80),
            "Set the owner",
            "VALIDATION",
            "a rule");
    store.attempts().keep(first);
    store.attempts().keep(second);

    assertThat(store.deliveries().attempts(ACME, Direction.OUT, held.id()))
        .containsExactly(first, second);
    assertThat(store.attempts().forget(now().plusSeconds(1))).isEqualTo(1);
    assertThat(store.deliveries().attempts(ACME, Direction.OUT, held.id())).containsExactly(second);
  }

  // Once more ------------------------------------------------------------------------------------

  @Test
  void a_promise_on_hold_is_tried_once_more_with_its_patience_begun_anew() {
    Delivery held = held("VALIDATION");
    store.clock().tick(Duration.ofDays(4));

    assertThat(store.deliveries().retry(ACME, held.id(), now())).isTrue();

    Owed again = promises().getFirst();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.tries()).isEqualTo(1);
    assertThat(store.deliveries().find(ACME, Direction.OUT, held.id()).orElseThrow().cause())
        .isEmpty();
  }

  @Test
  void what_is_not_on_hold_is_not_tried_once_more() {
    offered(OWNER);
    Owed owed = promises().getFirst();
    assertThat(store.deliveries().retry(ACME, owed.id(), now())).isFalse();
    store.outbox().delivered(owed.id(), Optional.empty(), Optional.empty(), now());

    assertThat(store.deliveries().retry(ACME, owed.id(), now())).isFalse();
  }

  @Test
  void all_on_hold_are_tried_once_more_or_those_of_one_cause_or_connection() {
    held("VALIDATION");
    held("VALIDATION");
    held("NO_ACCESS");
    held("GAVE_UP");

    assertThat(retryAll(Optional.of(new ConnectionId("none")), Optional.empty())).isZero();
    assertThat(retryAll(Optional.empty(), Optional.of("VALIDATION"))).isEqualTo(2);
    assertThat(retryAll(Optional.of(PORTAL), Optional.of("NO_ACCESS"))).isEqualTo(1);
    assertThat(retryAll(Optional.empty(), Optional.empty())).isEqualTo(1);
    assertThat(promises()).hasSize(4);
  }

  private int retryAll(Optional<ConnectionId> connection, Optional<String> cause) {
    return store.deliveries().retryAll(ACME, connection, cause, now());
  }

  @Test
  void a_notice_with_an_outcome_is_worked_on_once_more_and_one_without_is_not() {
    store.inbox().keep(List.of(incoming("a")));
    Notice notice = store.inbox().claim(1, now(), LEASE).getFirst();
    assertThat(store.deliveries().replay(ACME, notice.id(), now())).isFalse();
    store.inbox().settle(notice.id(), new NoticeOutcome.Failed("broken"), now());

    assertThat(store.deliveries().replay(ACME, notice.id(), now())).isTrue();

    Notice again = store.inbox().claim(1, now(), LEASE).getFirst();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.tries()).isEqualTo(1);
  }
}
