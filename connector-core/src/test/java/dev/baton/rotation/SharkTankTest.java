package dev.baton.rotation;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationEvent.Withdrawal;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.routing.RoutingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Domain §5, shark tank, clause by clause. */
class SharkTankTest extends RotationScenario {
  private static final Duration LENGTH = Duration.ofMinutes(20);
  private static final Duration REMINDER = Duration.ofMinutes(10);

  SharkTankTest() {
    book.settings(s -> s.withSharkTank(LENGTH, REMINDER)).catchall("cat");
  }

  /** Ann and Bob have missed the lead; answers when the shark tank opened. */
  private Instant opened() {
    begun();
    timeOutNow();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.SHARK_TANK);
    return now;
  }

  @Test
  void when_the_line_is_exhausted_everybody_who_was_offered_the_lead_may_take_it() {
    begun();
    timeOutNow();
    now = lead.due().orElseThrow();

    assertThat(then(new TimeOut()))
        .containsExactly(
            new OfferTimedOut(now, 2, BOB),
            new SharkTankOpened(now, 3, List.of(ANN, BOB), now.plus(REMINDER), now.plus(LENGTH)));
  }

  @Test
  void first_come_first_served() {
    opened();

    assertThat(then(accept(4, BOB)))
        .containsExactly(
            new OfferAccepted(now, 4, BOB, RotationCommand.Channel.PAGE),
            new OfferWithdrawn(now, 3, ANN, Withdrawal.TAKEN_BY_ANOTHER));
    assertThat(refused(accept(3, ANN))).isEqualTo(refusedAsTakenBy(BOB));
  }

  private static Refusal refusedAsTakenBy(dev.baton.agent.AgentId owner) {
    return new Refusal(Why.ALREADY_TAKEN, java.util.Optional.of(owner));
  }

  @Test
  void who_declined_is_not_in_it() {
    begun();
    then(decline(1, ANN));
    timeOutNow();

    assertThat(lead.open()).extracting(Offer::agent).containsExactly(BOB);
  }

  @Test
  void it_is_skipped_when_all_have_declined() {
    begun();
    then(decline(1, ANN));

    assertThat(then(decline(2, BOB))).last().isInstanceOf(CatchallTold.class);
  }

  @Test
  void it_is_skipped_when_nobody_was_offered_the_lead() {
    unavailable(ANN);
    unavailable(BOB);

    assertThat(then(begin())).last().isInstanceOf(CatchallTold.class);
  }

  @Test
  void one_reminder_then_no_more() {
    Instant opened = opened();
    now = opened.plus(REMINDER);

    assertThat(then(new TimeOut())).containsExactly(new SharkTankReminded(now));
    assertThat(lead.due()).contains(opened.plus(LENGTH));
    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
  }

  @Test
  void when_its_time_is_over_the_catchall_is_told_and_nobody_is_blamed() {
    Instant opened = opened();
    timeOutNow();
    now = opened.plus(LENGTH).plusSeconds(3);

    assertThat(then(new TimeOut()))
        .containsExactly(
            new OfferWithdrawn(opened.plus(LENGTH), 3, ANN, Withdrawal.SHARK_TANK_OVER),
            new OfferWithdrawn(opened.plus(LENGTH), 4, BOB, Withdrawal.SHARK_TANK_OVER),
            new CatchallTold(now, 5, List.of(CAT), now.plus(Duration.ofHours(24))));
  }

  @Test
  void after_a_long_silence_reminder_and_end_are_settled_together() {
    Instant opened = opened();
    now = opened.plus(LENGTH).plus(Duration.ofHours(3));

    assertThat(then(new TimeOut())).last().isInstanceOf(CatchallTold.class);
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
  }

  @Test
  void an_accept_at_the_end_of_the_shark_tank_is_too_late() {
    now = opened().plus(LENGTH);

    assertThat(refused(accept(3, ANN)).why()).isEqualTo(Why.EXPIRED);
  }

  @Test
  void when_all_decline_in_it_the_catchall_is_told_at_once() {
    opened();

    assertThat(then(decline(3, ANN)))
        .containsExactly(new OfferDeclined(now, 3, ANN, RotationCommand.Channel.PAGE));
    assertThat(then(decline(4, BOB))).last().isInstanceOf(CatchallTold.class);
    assertThat(lead.declined()).containsExactlyInAnyOrder(ANN, BOB);
  }

  @Test
  void whoever_is_in_it_needs_no_other_chance() {
    opened();

    assertThat(refused(chance(1, ANN)).why()).isEqualTo(Why.ALREADY_HOLDING);
  }

  @Test
  void who_asks_for_another_chance_from_outside_has_the_lead_while_the_others_still_may_take_it() {
    begun();
    timeOutNow();
    unavailable(ANN);
    timeOutNow();
    facts.remove(ANN);
    then(chance(1, ANN));

    assertThat(lead.held()).map(Offer::agent).contains(ANN);
    then(accept(3, BOB));
    assertThat(lead.owner()).contains(BOB);
    assertThat(lead.open()).isEmpty();
  }

  /** Found by the simulation: the lead went to the catchall, and nobody looked again. */
  @Test
  void who_has_become_free_meanwhile_is_asked_before_the_catchall() {
    book.agent("dee", "P");
    unavailable(id("dee"));
    opened();
    facts.clear();
    now = now.plus(LENGTH);

    assertThat(then(new TimeOut())).last().isEqualTo(offered(5, id("dee"), Offer.Kind.LINE));
  }

  /** Found by the simulation: the end of the shark tank was due for ever, and nothing happened. */
  @Test
  void a_delinquent_lead_that_comes_into_a_shark_tank_becomes_delinquent_again_at_its_end() {
    book.settings(s -> s.with(RoutingSettings.DEFAULT.offering()));
    unavailable(CAT);
    begun();
    timeOutNow();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
    book.settings(s -> s.withSharkTank(LENGTH, REMINDER));
    unavailable(BOB);
    facts.put(ANN, Fact.UNKNOWN);
    then(chance(2, BOB));
    assertThat(lead.stage()).isEqualTo(Stage.SHARK_TANK);
    now = now.plus(LENGTH);

    then(new TimeOut());

    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
    assertThat(lead.due()).isEmpty();
  }
}
