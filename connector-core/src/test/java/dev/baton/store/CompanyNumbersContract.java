package dev.baton.store;

import static dev.baton.performance.Measure.LEADS;
import static dev.baton.performance.Measure.LEADS_ACCEPTED;
import static dev.baton.performance.Measure.LEADS_ASSIGNED;
import static dev.baton.performance.Measure.LEADS_CATCHALL;
import static dev.baton.performance.Measure.LEADS_COALESCED;
import static dev.baton.performance.Measure.LEADS_DELINQUENT;
import static dev.baton.performance.Measure.LEADS_PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Distribution;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.ledger.Lead;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Span;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.Stage;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decision 29, "Company": sentence by sentence. */
abstract class CompanyNumbersContract extends ReportsScene {
  private void isOne(Measure ofThisClass) {
    isCompany(tally(), LEADS, 1, ofThisClass, 1);
  }

  private Lead inCatchall() {
    Lead lead = offered();
    timedOut(lead);
    timedOut(lead);
    assertThat(file(lead).rotation().stage()).isEqualTo(Stage.CATCHALL);
    return lead;
  }

  @Test
  void a_lead_counts_for_when_it_was_received_from_inclusive_to_exclusive() {
    Instant received = now();
    Lead lead = offered();
    minutes(3);
    accepted(lead);

    isCompany(tally(new Span(received, received.plusMillis(1))), LEADS, 1, LEADS_ACCEPTED, 1);
    isCompany(tally(new Span(received.minus(DAY), received)));
    isCompany(tally(new Span(received.plusMillis(1), received.plus(DAY))));
  }

  @Test
  void a_lead_is_pending_while_it_is_offered_in_the_shark_tank_and_with_the_catchall() {
    settings(s -> s.withSharkTank(Duration.ofMinutes(20), Duration.ofMinutes(10)));
    Lead lead = offered();
    isOne(LEADS_PENDING);
    timedOut(lead);
    timedOut(lead);
    assertThat(file(lead).rotation().stage()).isEqualTo(Stage.SHARK_TANK);
    isOne(LEADS_PENDING);
    due(lead);
    due(lead);
    assertThat(file(lead).rotation().stage()).isEqualTo(Stage.CATCHALL);
    isOne(LEADS_PENDING);
  }

  @Test
  void a_lead_is_pending_while_it_is_held() {
    settings(RoutingSettings::withManualIntercept);
    assertThat(file(offered()).rotation().stage()).isEqualTo(Stage.HELD);
    isOne(LEADS_PENDING);
  }

  @Test
  void a_lead_is_pending_while_it_follows() {
    admitted(of("cleo@example.org"));
    minutes(1);
    Lead second = admitted(of("cleo@example.org"));

    assertThat(file(second).rotation().stage()).isEqualTo(Stage.FOLLOWING);
    isCompany(tally(), LEADS, 2, LEADS_PENDING, 2);
  }

  @Test
  void a_lead_nobody_took_in_time_is_delinquent_until_a_catchall_takes_it() {
    Lead lead = inCatchall();
    due(lead);
    isOne(LEADS_DELINQUENT);

    minutes(1);
    acceptedBy(lead, CAT);
    isOne(LEADS_CATCHALL);
  }

  @Test
  void an_offer_of_the_line_another_chance_and_the_shark_tank_make_a_lead_accepted() {
    settings(s -> s.withSharkTank(Duration.ofMinutes(20), Duration.ofMinutes(10)));
    accepted(offered());
    Lead again = offered();
    var missing = timedOut(again);
    decided(again, new GiveAnotherChance(1, missing, Channel.PAGE));
    timedOut(again);
    accepted(again);
    Lead swum = offered();
    timedOut(swum);
    timedOut(swum);
    acceptedBy(swum, ANN);

    isCompany(tally(), LEADS, 3, LEADS_ACCEPTED, 3);
  }

  @Test
  void a_catchall_makes_it_catchall_accepted() {
    acceptedBy(inCatchall(), CAT);
    isOne(LEADS_CATCHALL);
  }

  @Test
  void a_lead_is_assigned_by_an_admin_and_in_the_crm_also_to_somebody_who_is_no_agent() {
    decided(offered(), new Assign(BOB, "the admin"));
    decided(offered(), new ChangeOwner("11", Optional.of(ANN)));
    decided(offered(), new ChangeOwner("99", Optional.empty()));
    var owned = Optional.of(new ChangeOwner("11", Optional.of(ANN)));
    admitted(CONTENT, new Begin(Traits.NONE, Optional.empty(), owned));

    isCompany(tally(), LEADS, 4, LEADS_ASSIGNED, 4);
  }

  @Test
  void a_lead_of_a_customer_who_has_an_owner_is_coalesced() {
    accepted(admitted(of("cleo@example.org")));
    minutes(1);
    admitted(of("cleo@example.org"));

    isCompany(tally(), LEADS, 2, LEADS_ACCEPTED, 1, LEADS_COALESCED, 1);
  }

  @Test
  void an_accepted_lead_moved_to_a_colleague_or_an_outsider_in_the_crm_stays_accepted() {
    Lead lead = offered();
    var first = accepted(lead);
    decided(lead, new ChangeOwner("12", Optional.of(other(first))));
    isOne(LEADS_ACCEPTED);
    decided(lead, new ChangeOwner("99", Optional.empty()));
    isOne(LEADS_ACCEPTED);
  }

  @Test
  void a_lead_given_back_is_pending_again_and_then_counts_for_how_it_came_to_be_owned_since() {
    Lead lead = offered();
    accepted(lead);
    givenBack(lead);
    isOne(LEADS_PENDING);
    decided(lead, new Assign(CAT, "the admin"));
    isOne(LEADS_ASSIGNED);
  }

  @Test
  void a_lead_taken_back_is_pending_again() {
    var sla = new Sla(Sla.Goal.ACTED_ON, Duration.ofMinutes(15), Sla.Consequence.TAKE_BACK, false);
    var members = List.of(Team.Member.of(ANN), Team.Member.of(BOB));
    var sales = Team.of("sales", Distribution.BY_SCORE, members).promising(sla);
    publish(new BookDraft(book().tags(), agents(), List.of(sales), book().settings()));
    Lead lead = offered();
    accepted(lead);
    due(lead);

    isOne(LEADS_PENDING);
  }

  @Test
  void a_quarantined_lead_is_not_counted_until_it_is_restored() {
    Lead lead = admitted(CONTENT, new Begin(Traits.NONE, Optional.of("harbour")));
    isCompany(tally());
    decided(lead, new Restore("the admin"));
    isCompany(tally(), LEADS, 1, LEADS_PENDING, 1);
  }

  @Test
  void a_lead_whose_record_is_gone_before_anybody_owned_it_is_not_counted() {
    decided(offered(), new End(EndReason.RECORD_GONE));
    decided(offered(), new End(EndReason.RECORD_MERGED));
    isCompany(tally());
  }

  @Test
  void a_lead_whose_record_is_gone_after_it_was_given_back_is_no_lead() {
    Lead lead = offered();
    accepted(lead);
    givenBack(lead);
    decided(lead, new End(EndReason.RECORD_GONE));

    assertThat(tally().company()).isEmpty();
  }

  @Test
  void a_lead_that_starts_again_is_still_one_lead() {
    Lead lead = inCatchall();
    decided(lead, new Resubmit(file(lead).rotation().traits(), "cat"));
    isOne(LEADS_PENDING);
  }

  // Response time --------------------------------------------------------------------------------

  @Test
  void response_time_is_from_received_to_the_first_acceptance_ever_in_whole_seconds() {
    Lead lead = offered();
    tick(Duration.ofMillis(61_999));
    accepted(lead);
    givenBack(lead);
    minutes(2);
    accepted(lead);

    assertThat(tally().responses().leadsBySeconds()).isEqualTo(Map.of(61, 1L));
  }

  @Test
  void a_catchall_responds_too_and_an_assignment_is_no_response() {
    Instant received = now();
    Lead lead = inCatchall();
    acceptedBy(lead, CAT);
    decided(offered(), new Assign(BOB, "the admin"));

    int seconds = (int) Duration.between(received, now()).toSeconds();
    assertThat(tally().responses().leadsBySeconds()).isEqualTo(Map.of(seconds, 1L));
  }

  @Test
  void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
    for (int seconds : new int[] {10, 20, 31, 200}) {
      Lead lead = offered();
      tick(Duration.ofSeconds(seconds));
      accepted(lead);
    }

    assertThat(tally().responses().median()).contains(25.5);
    assertThat(tally().responses().mean()).contains(65.25);
  }

  @Test
  void a_response_counts_for_when_the_lead_was_received() {
    Instant received = now();
    Lead lead = offered();
    minutes(1);
    accepted(lead);

    assertThat(tally(new Span(received, received.plusSeconds(1))).responses().leads()).isOne();
    assertThat(tally(new Span(received.plusSeconds(1), now().plus(DAY))).responses().leads())
        .isZero();
  }
}
