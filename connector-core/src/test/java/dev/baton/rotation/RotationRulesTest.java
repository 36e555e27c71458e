package dev.baton.rotation;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.Withdrawal;
import dev.baton.routing.RoutingFacts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §5, clause by clause: given what happened, when somebody wants something, then. */
class RotationRulesTest extends RotationScenario {
  // Offering -------------------------------------------------------------------------------------

  @Test
  void a_lead_is_offered_to_the_first_in_line_for_five_minutes() {
    assertThat(then(begin()))
        .containsExactly(
            new RotationBegun(TEN, begin().traits()), offered(1, ANN, Offer.Kind.LINE));
    assertThat(lead.stage()).isEqualTo(Stage.OFFERED);
    assertThat(lead.due()).contains(TEN.plus(WINDOW));
  }

  @Test
  void a_decision_that_looks_at_the_line_tells_who_stood_in_it() {
    var decided = (Decided) when(begin());

    assertThat(decided.lineUp().orElseThrow().line())
        .extracting(s -> s.agent())
        .containsExactly(ANN, BOB);
  }

  @Test
  void a_rotation_begins_once() {
    begun();

    assertThat(refused(begin()).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  @Test
  void eligibility_is_looked_at_again_at_the_moment_of_each_offer() {
    book.agent("cat", "P");
    begun();
    unavailable(BOB);

    assertThat(then(decline(1, ANN))).contains(offered(2, CAT, Offer.Kind.LINE));
  }

  @Test
  void an_agent_who_becomes_available_meanwhile_is_asked_in_his_turn() {
    unavailable(ANN);
    begun();
    facts.clear();
    now = now.plusSeconds(60);

    assertThat(then(decline(1, BOB))).contains(offered(2, ANN, Offer.Kind.LINE));
  }

  @Test
  void nobody_is_asked_twice_in_line() {
    book.catchall("cat");
    begun();
    timeOutNow();
    timeOutNow();

    assertThat(lead.asked()).containsExactly(ANN, BOB);
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
  }

  // Accepting ------------------------------------------------------------------------------------

  @Test
  void who_accepts_in_time_owns_the_lead() {
    begun();
    now = TEN.plus(WINDOW).minusNanos(1000);

    assertThat(then(accept(1, ANN))).containsExactly(new OfferAccepted(now, 1, ANN, Channel.PAGE));
    assertThat(lead.owner()).contains(ANN);
    assertThat(lead.stage()).isEqualTo(Stage.OWNED);
    assertThat(lead.due()).isEmpty();
  }

  @Test
  void an_offer_accepted_at_the_exact_instant_of_its_deadline_is_refused() {
    begun();
    now = TEN.plus(WINDOW);

    assertThat(refused(accept(1, ANN)).why()).isEqualTo(Why.EXPIRED);
    assertThat(refused(decline(1, ANN)).why()).isEqualTo(Why.EXPIRED);
  }

  @Test
  void accepting_twice_does_no_harm() {
    begun();
    then(accept(1, ANN));

    assertThat(refused(accept(1, ANN))).isEqualTo(new Refusal(Why.ALREADY_YOURS, Optional.empty()));
  }

  @Test
  void the_loser_of_a_race_sees_who_won() {
    begun();
    timeOutNow();
    then(accept(2, BOB));

    assertThat(refused(accept(1, ANN))).isEqualTo(new Refusal(Why.ALREADY_TAKEN, Optional.of(BOB)));
    assertThat(refused(decline(1, ANN)).owner()).contains(BOB);
    assertThat(refused(chance(1, ANN)).owner()).contains(BOB);
  }

  @Test
  void an_offer_is_answered_only_by_its_own_agent() {
    begun();

    assertThat(refused(accept(1, BOB)).why()).isEqualTo(Why.NOT_YOURS);
    assertThat(refused(decline(1, BOB)).why()).isEqualTo(Why.NOT_YOURS);
    assertThat(refused(accept(2, ANN)).why()).isEqualTo(Why.NOT_YOURS);
    assertThat(refused(accept(0, ANN)).why()).isEqualTo(Why.NOT_YOURS);
  }

  // Declining ------------------------------------------------------------------------------------

  @Test
  void after_a_decline_the_next_eligible_agent_is_asked_at_once() {
    begun();
    now = TEN.plusSeconds(30);

    assertThat(then(decline(1, ANN)))
        .containsExactly(
            new OfferDeclined(now, 1, ANN, Channel.PAGE), offered(2, BOB, Offer.Kind.LINE));
  }

  @Test
  void who_declined_never_gets_the_lead_again() {
    begun();
    then(decline(1, ANN));

    assertThat(refused(accept(1, ANN)).why()).isEqualTo(Why.DECLINED_BEFORE);
    assertThat(refused(chance(1, ANN)).why()).isEqualTo(Why.DECLINED_BEFORE);
    assertThat(refused(new Assign(ANN, "admin")).why()).isEqualTo(Why.DECLINED_BEFORE);
  }

  @Test
  void a_catchall_who_declined_in_line_is_not_told_again() {
    book.catchall("cat", "P").catchall("dan");
    begun();
    then(decline(1, ANN));
    then(decline(2, BOB));
    assertThat(lead.held().orElseThrow().agent()).isEqualTo(CAT);

    assertThat(then(decline(3, CAT)).getLast())
        .isEqualTo(new CatchallTold(now, 4, List.of(id("dan")), now.plus(Duration.ofHours(24))));
  }

  // Timing out -----------------------------------------------------------------------------------

  @Test
  void an_offer_times_out_at_its_deadline_and_the_next_agent_is_asked() {
    begun();
    now = TEN.plus(WINDOW);

    assertThat(then(new TimeOut()))
        .containsExactly(new OfferTimedOut(now, 1, ANN), offered(2, BOB, Offer.Kind.LINE));
  }

  @Test
  void a_time_out_noticed_late_happened_when_it_was_due() {
    begun();
    now = TEN.plus(Duration.ofHours(2));

    assertThat(then(new TimeOut()))
        .containsExactly(
            new OfferTimedOut(TEN.plus(WINDOW), 1, ANN), offered(2, BOB, Offer.Kind.LINE));
  }

  @Test
  void a_bell_that_rings_early_or_for_nothing_does_no_harm() {
    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
    begun();
    now = TEN.plus(WINDOW).minusNanos(1000);
    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
    then(accept(1, ANN));
    now = TEN.plus(WINDOW);
    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
  }

  // Another chance -------------------------------------------------------------------------------

  @Test
  void another_chance_comes_directly_after_the_current_offer_before_agents_not_yet_asked() {
    book.agent("cat", "P");
    begun();
    timeOutNow();

    assertThat(then(chance(1, ANN)))
        .containsExactly(new AnotherChanceAsked(now, 1, ANN, Channel.PAGE));
    assertThat(lead.held().orElseThrow().agent()).isEqualTo(BOB);
    assertThat(then(decline(2, BOB))).contains(offered(3, ANN, Offer.Kind.ANOTHER_CHANCE));
    timeOutNow();
    assertThat(lead.held().orElseThrow().agent()).isEqualTo(CAT);
  }

  @Test
  void several_waiting_for_another_chance_are_served_first_come_first_served() {
    book.agent("cat", "P");
    begun();
    timeOutNow();
    timeOutNow();
    then(chance(2, BOB));
    then(chance(1, ANN));

    timeOutNow();
    assertThat(lead.held().orElseThrow().agent()).isEqualTo(BOB);
    timeOutNow();
    assertThat(lead.held().orElseThrow().agent()).isEqualTo(ANN);
  }

  @Test
  void another_chance_is_asked_for_once_per_expired_offer() {
    begun();
    timeOutNow();
    then(chance(1, ANN));

    assertThat(refused(chance(1, ANN)).why()).isEqualTo(Why.ASKED_BEFORE);
    timeOutNow();
    timeOutNow();
    assertThat(refused(chance(1, ANN)).why()).isEqualTo(Why.ASKED_BEFORE);
    assertThat(then(chance(3, ANN))).contains(offered(4, ANN, Offer.Kind.ANOTHER_CHANCE));
  }

  @Test
  void another_chance_is_refused_to_who_has_not_missed_or_holds_the_lead() {
    begun();
    assertThat(refused(chance(1, ANN)).why()).isEqualTo(Why.ALREADY_HOLDING);
    timeOutNow();
    then(chance(1, ANN));
    then(decline(2, BOB));

    assertThat(refused(chance(1, ANN)).why()).isEqualTo(Why.ALREADY_HOLDING);
  }

  @Test
  void where_nobody_holds_the_lead_another_chance_is_given_at_once() {
    begun();
    timeOutNow();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);

    assertThat(then(chance(1, ANN)))
        .containsExactly(
            new AnotherChanceAsked(now, 1, ANN, Channel.PAGE),
            offered(3, ANN, Offer.Kind.ANOTHER_CHANCE));
    assertThat(lead.stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void who_asks_twice_gets_the_lead_and_declines_does_not_get_it_again() {
    book.agent("cat", "P");
    begun();
    timeOutNow();
    then(chance(1, ANN));
    timeOutNow();
    timeOutNow();
    then(chance(3, ANN));
    then(decline(4, CAT));
    then(decline(5, ANN));

    assertThat(lead.chances()).isEmpty();
    assertThat(lead.held()).isEmpty();
    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
  }

  @Test
  void who_waits_for_another_chance_but_has_become_unavailable_is_passed_over() {
    book.agent("cat", "P");
    begun();
    timeOutNow();
    then(chance(1, ANN));
    unavailable(ANN);

    assertThat(then(decline(2, BOB))).contains(offered(3, CAT, Offer.Kind.LINE));
  }

  // Catchall -------------------------------------------------------------------------------------

  @Test
  void when_the_line_is_exhausted_all_catchalls_are_told_at_once() {
    book.catchall("cat").catchall("dan");
    begun();
    then(decline(1, ANN));

    assertThat(then(decline(2, BOB)))
        .contains(
            new CatchallTold(now, 3, List.of(CAT, id("dan")), now.plus(Duration.ofHours(24))));
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
  }

  @Test
  void where_nobody_is_eligible_the_catchall_is_told_directly() {
    unavailable(ANN);
    unavailable(BOB);
    book.catchall("cat");

    assertThat(then(begin())).last().isInstanceOf(CatchallTold.class);
  }

  @Test
  void catchalls_also_take_normal_offers() {
    book.catchall("cat", "P");
    begun();
    timeOutNow();
    timeOutNow();

    assertThat(lead.held().orElseThrow().agent()).isEqualTo(CAT);
  }

  @Test
  void the_first_catchall_to_act_wins_and_the_others_offers_are_taken_back() {
    inCatchall();

    assertThat(then(accept(4, id("dan"))))
        .containsExactly(
            new OfferAccepted(now, 4, id("dan"), Channel.PAGE),
            new OfferWithdrawn(now, 3, CAT, Withdrawal.TAKEN_BY_ANOTHER));
    assertThat(refused(accept(3, CAT)).owner()).contains(id("dan"));
  }

  @Test
  void a_catchall_assigns_the_lead_to_somebody() {
    book.agent("eve");
    inCatchall();

    assertThat(then(new Assign(id("eve"), "cat")).getFirst())
        .isEqualTo(new LeadAssigned(now, id("eve"), "cat"));
    assertThat(lead.owner()).contains(id("eve"));
    assertThat(lead.open()).isEmpty();
  }

  @Test
  void a_catchall_has_nobody_to_decline_to() {
    inCatchall();

    assertThat(refused(decline(3, CAT)).why()).isEqualTo(Why.CATCHALL_CANNOT_DECLINE);
  }

  @Test
  void another_chance_while_the_catchall_has_the_lead_is_given_at_once_and_both_may_act() {
    inCatchall();
    Instant catchallEnds = lead.due().orElseThrow();
    then(chance(1, ANN));

    assertThat(lead.stage()).isEqualTo(Stage.OFFERED);
    assertThat(lead.due()).contains(now.plus(WINDOW));
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
    assertThat(lead.due()).contains(catchallEnds);
    then(accept(3, CAT));
    assertThat(lead.owner()).contains(CAT);
  }

  private void inCatchall() {
    book.catchall("cat").catchall("dan");
    begun();
    timeOutNow();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
  }

  // Delinquent -----------------------------------------------------------------------------------

  @Test
  void after_the_catchall_window_the_lead_is_delinquent() {
    inCatchall();
    Instant end = lead.due().orElseThrow();
    now = end.plusSeconds(10);

    assertThat(then(new TimeOut())).containsExactly(new LeadBecameDelinquent(end));
    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
    assertThat(lead.due()).isEmpty();
  }

  @Test
  void without_a_catchall_an_exhausted_line_is_delinquent_at_once() {
    begun();
    then(decline(1, ANN));

    assertThat(then(decline(2, BOB))).last().isEqualTo(new LeadBecameDelinquent(now));
  }

  @Test
  void a_delinquent_lead_can_still_be_taken_and_then_is_not_delinquent_any_more() {
    inCatchall();
    timeOutNow();

    then(accept(3, CAT));

    assertThat(lead.stage()).isEqualTo(Stage.OWNED);
    assertThat(lead.run().delinquent()).isFalse();
  }

  @Test
  void a_lead_whose_catchall_time_ended_during_another_chance_is_delinquent_after_it() {
    book.settings(s -> s.withCatchallWindow(Duration.ofMinutes(7)));
    inCatchall();
    now = now.plus(Duration.ofMinutes(4));
    then(chance(1, ANN));

    timeOutNow();

    assertThat(lead.stage()).isEqualTo(Stage.DELINQUENT);
  }

  // Admin and CRM --------------------------------------------------------------------------------

  @Test
  void an_admin_assigns_a_lead_that_is_being_offered_and_the_offer_is_taken_back() {
    begun();

    assertThat(then(new Assign(BOB, "admin")))
        .containsExactly(
            new LeadAssigned(now, BOB, "admin"),
            new OfferWithdrawn(now, 1, ANN, Withdrawal.ASSIGNED));
    assertThat(refused(accept(1, ANN)).owner()).contains(BOB);
  }

  @Test
  void nobody_is_assigned_who_does_not_exist_or_has_left() {
    book.gone("gus", "P");
    begun();

    assertThat(refused(new Assign(id("nobody"), "admin")).why()).isEqualTo(Why.UNKNOWN_AGENT);
    assertThat(refused(new Assign(id("gus"), "admin")).why()).isEqualTo(Why.UNKNOWN_AGENT);
  }

  @Test
  void an_owner_set_in_the_crm_by_hand_ends_the_rotation_and_the_reason_is_recorded() {
    begun();

    assertThat(then(new ChangeOwner("77", Optional.of(BOB))))
        .containsExactly(
            new OwnerChangedInCrm(now, "77", Optional.of(BOB)),
            new OfferWithdrawn(now, 1, ANN, Withdrawal.OWNER_CHANGED_IN_CRM));
    assertThat(lead.owner()).contains(BOB);
    assertThat(refused(accept(1, ANN)).owner()).contains(BOB);
  }

  @Test
  void an_outsider_set_as_owner_in_the_crm_ends_the_rotation_too() {
    begun();
    then(new ChangeOwner("99", Optional.empty()));

    assertThat(lead.stage()).isEqualTo(Stage.OWNED);
    assertThat(refused(accept(1, ANN)).why()).isEqualTo(Why.ALREADY_TAKEN);
    assertThat(refused(new ChangeOwner("99", Optional.empty())).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  @Test
  void the_crm_wins_also_over_an_acceptance() {
    begun();
    then(accept(1, ANN));

    then(new ChangeOwner("77", Optional.of(BOB)));

    assertThat(lead.owner()).contains(BOB);
  }

  @Test
  void an_owner_removed_in_the_crm_changes_nothing() {
    begun();

    assertThat(refused(new ChangeOwner("", Optional.empty())).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  @Test
  void a_lead_whose_record_is_gone_ends_with_that_reason() {
    begun();

    assertThat(then(new End(EndReason.RECORD_GONE)))
        .containsExactly(
            new RotationEnded(now, EndReason.RECORD_GONE),
            new OfferWithdrawn(now, 1, ANN, Withdrawal.LEAD_ENDED));
    assertThat(lead.stage()).isEqualTo(Stage.ENDED);
    assertThat(lead.due()).isEmpty();
    assertThat(refused(accept(1, ANN)).why()).isEqualTo(Why.LEAD_ENDED);
    assertThat(refused(begin()).why()).isEqualTo(Why.LEAD_ENDED);
  }

  @Test
  void an_owned_lead_stays_owned_when_its_record_is_deleted() {
    begun();
    then(accept(1, ANN));

    assertThat(refused(new End(EndReason.RECORD_GONE)).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  // Always ---------------------------------------------------------------------------------------

  @Test
  void whatever_happens_at_most_one_offer_holds_the_lead_and_who_declined_is_not_asked_again() {
    var random = new java.util.Random(42);
    for (int round = 0; round < 2000; round++) {
      lead = Rotation.NEW;
      now = TEN;
      facts.clear();
      var fresh = new RotationRulesTest();
      fresh.book.agent("cat", "P").catchall("dan").catchall("eve", "P");
      fresh.live(random);
    }
  }

  private void live(java.util.Random random) {
    begun();
    var people = List.of(ANN, BOB, CAT, id("dan"), id("eve"));
    var events = new ArrayList<RotationEvent>();
    for (int step = 0; step < 25; step++) {
      now = now.plusSeconds(random.nextInt(400));
      AgentId who = people.get(random.nextInt(people.size()));
      int offer = 1 + random.nextInt(lead.offers().size());
      if (random.nextInt(6) == 0) {
        facts.put(who, new Fact(random.nextBoolean(), 100, Optional.empty()));
      }
      var declinedBefore = lead.declined();
      RotationCommand command =
          switch (random.nextInt(12)) {
            case 0 -> accept(offer, who);
            case 1, 2, 3 -> decline(offer, who);
            case 4, 5 -> chance(offer, who);
            case 6 -> random.nextInt(4) == 0 ? new Assign(who, "admin") : new TimeOut();
            default -> new TimeOut();
          };
      if (when(command) instanceof Decided decided) {
        events.addAll(decided.events());
        for (RotationEvent event : decided.events()) {
          if (event instanceof LeadOffered o) assertThat(declinedBefore).doesNotContain(o.agent());
          if (event instanceof CatchallTold t) {
            assertThat(Collections.disjoint(t.agents(), declinedBefore)).isTrue();
          }
        }
      }
      assertThat(lead.offers().stream().filter(Offer::holds).count()).isLessThanOrEqualTo(1);
      assertThat(lead.stage()).isNotEqualTo(Stage.NEW);
      assertThat(lead.due().isPresent())
          .isEqualTo(lead.stage() == Stage.OFFERED || lead.stage() == Stage.CATCHALL);
      if (lead.owned()) assertThat(lead.open()).isEmpty();
    }
  }
}
