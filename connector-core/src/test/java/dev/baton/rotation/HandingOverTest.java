package dev.baton.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.Leave;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.Reconsider;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.rotation.RotationEvent.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §5 and §6: edit and resubmit, give back, move, agents who leave or become free. */
class HandingOverTest extends RotationScenario {
  private Resubmit again() {
    return new Resubmit(begin().traits(), "cat");
  }

  private void ownedByAnn() {
    begun();
    then(accept(1, ANN));
  }

  // Resubmit -------------------------------------------------------------------------------------

  @Test
  void a_resubmitted_lead_makes_a_new_run_in_which_those_who_missed_it_are_asked_again() {
    book.catchall("cat");
    begun();
    timeOutNow();
    timeOutNow();

    assertThat(then(again()))
        .containsExactly(
            new OfferWithdrawn(now, 3, CAT, Withdrawal.RESUBMITTED),
            new RotationResubmitted(now, begin().traits(), "cat"),
            offered(4, ANN, Offer.Kind.LINE));
  }

  @Test
  void decliners_stay_out_after_resubmit() {
    book.catchall("cat");
    begun();
    then(decline(1, ANN));
    timeOutNow();

    assertThat(then(again())).last().isEqualTo(offered(4, BOB, Offer.Kind.LINE));
    assertThat(refused(new Assign(ANN, "ada")).why()).isEqualTo(Why.DECLINED_BEFORE);
  }

  @Test
  void an_owned_lead_is_not_resubmitted() {
    ownedByAnn();

    assertThat(refused(again())).isEqualTo(new Refusal(Why.ALREADY_TAKEN, Optional.of(ANN)));
  }

  // Give back and move ---------------------------------------------------------------------------

  @Test
  void an_owner_gives_a_lead_back_and_it_starts_again_without_him() {
    ownedByAnn();

    assertThat(then(new GiveBack(ANN, Channel.PAGE)))
        .containsExactly(
            new LeadReturned(now, Optional.of(ANN), ""), offered(2, BOB, Offer.Kind.LINE));
    then(decline(2, BOB));
    assertThat(lead.offers()).noneMatch(o -> o.number() > 1 && o.agent().equals(ANN));
  }

  @Test
  void only_the_owner_gives_a_lead_back() {
    assertThat(refused(new GiveBack(ANN, Channel.PAGE)).why()).isEqualTo(Why.NOT_OWNED);
    ownedByAnn();

    assertThat(refused(new GiveBack(BOB, Channel.PAGE)))
        .isEqualTo(new Refusal(Why.ALREADY_TAKEN, Optional.of(ANN)));
  }

  @Test
  void an_admin_moves_a_lead_to_somebody_else() {
    ownedByAnn();

    assertThat(then(new Move(Optional.of(BOB), "ada")))
        .containsExactly(
            new LeadReturned(now, Optional.of(ANN), "ada"), new LeadAssigned(now, BOB, "ada"));
    assertThat(lead.owner()).contains(BOB);
  }

  @Test
  void an_admin_takes_a_lead_away_and_it_starts_again() {
    ownedByAnn();

    assertThat(then(new Move(Optional.empty(), "ada")))
        .last()
        .isEqualTo(offered(2, BOB, Offer.Kind.LINE));
  }

  @Test
  void the_last_fifty_owners_are_remembered() {
    ownedByAnn();
    for (int i = 0; i < 60; i++) book.agent("agent" + i, "P");
    for (int i = 0; i < 60; i++) {
      then(new Move(Optional.of(dev.baton.routing.TestBook.id("agent" + i)), "ada"));
    }

    assertThat(lead.excluded()).hasSize(Rotation.REMEMBERED).doesNotContain(ANN);
  }

  // Agents who leave and become free -------------------------------------------------------------

  @Test
  void the_open_offer_of_an_agent_who_left_is_withdrawn_and_the_next_is_asked() {
    begun();
    unavailable(ANN);

    assertThat(then(new Leave(ANN)))
        .containsExactly(
            new OfferWithdrawn(now, 1, ANN, Withdrawal.AGENT_LEFT),
            offered(2, BOB, Offer.Kind.LINE));
    assertThat(refused(new Leave(ANN)).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  @Test
  void a_waiting_lead_is_offered_when_somebody_becomes_free() {
    book.catchall("cat");
    unavailable(ANN);
    unavailable(BOB);
    assertThat(then(begin())).last().isInstanceOf(CatchallTold.class);
    assertThat(refused(new Reconsider()).why()).isEqualTo(Why.NOTHING_TO_DO);

    facts.remove(BOB);

    assertThat(then(new Reconsider())).containsExactly(offered(2, BOB, Offer.Kind.LINE));
    assertThat(lead.open()).extracting(Offer::agent).containsExactly(CAT, BOB);
  }

  @Test
  void a_delinquent_lead_is_offered_when_somebody_becomes_free_and_then_is_not_delinquent() {
    unavailable(ANN);
    unavailable(BOB);
    begun();
    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
    now = now.plus(Duration.ofHours(1));
    facts.remove(ANN);

    then(new Reconsider());

    assertThat(lead.stage()).isEqualTo(Stage.OFFERED);
    then(accept(1, ANN));
    assertThat(lead.run().delinquent()).isFalse();
  }

  @Test
  void who_waits_for_another_chance_gets_it_when_he_is_back() {
    begun();
    timeOutNow();
    then(chance(1, ANN));
    unavailable(ANN);
    timeOutNow();
    assertThat(lead.chances()).isEqualTo(List.of(ANN));
    facts.remove(ANN);

    assertThat(then(new Reconsider())).containsExactly(offered(3, ANN, Offer.Kind.ANOTHER_CHANCE));
  }

  @Test
  void who_was_asked_already_is_not_asked_again_for_being_free() {
    begun();
    timeOutNow();
    timeOutNow();

    assertThat(refused(new Reconsider()).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  // Found by the simulation ----------------------------------------------------------------------

  /** Ann is asked in line and told as a catchall, and has asked for another chance before. */
  @Test
  void who_declines_one_offer_of_a_lead_cannot_accept_it_by_another() {
    book.catchall("abe", "P");
    unavailable(BOB);
    unavailable(ANN);
    begun();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
    facts.remove(ANN);
    then(new Reconsider());
    then(new RotationCommand.Decline(3, ANN, Channel.PAGE));

    assertThat(lead.open()).noneMatch(offer -> lead.declined().contains(offer.agent()));
    assertThat(refused(accept(3, ANN)).why()).isEqualTo(Why.DECLINED_BEFORE);
  }

  @Test
  void a_lead_is_delinquent_since_the_catchall_s_time_was_over_however_late_that_is_noticed() {
    book.catchall("cat");
    begun();
    timeOutNow();
    timeOutNow();
    var until = lead.due().orElseThrow();
    unavailable(ANN);
    now = until.plusSeconds(47);

    assertThat(then(chance(1, ANN)))
        .last()
        .isEqualTo(new RotationEvent.LeadBecameDelinquent(until));
  }

  @Test
  void a_lead_becomes_delinquent_once() {
    begun();
    timeOutNow();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
    unavailable(ANN);

    assertThat(then(chance(1, ANN)))
        .containsExactly(new RotationEvent.AnotherChanceAsked(now, 1, ANN, Channel.PAGE));
  }

  @Test
  void a_delinquent_lead_the_catchall_is_told_of_is_with_the_catchall() {
    begun();
    timeOutNow();
    timeOutNow();
    unavailable(ANN);
    book.catchall("cat");

    assertThat(then(chance(1, ANN))).last().isInstanceOf(CatchallTold.class);
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
    assertThat(lead.due()).isPresent();
  }
}
