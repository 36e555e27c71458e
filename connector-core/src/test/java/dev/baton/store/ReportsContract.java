package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.ledger.Lead;
import dev.baton.performance.AgentStats;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Figure;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.routing.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §9 and §10, and decision 29, in sentences. */
abstract class ReportsContract extends StoreScene {
  private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

  private Instant now() {
    return store.clock().instant();
  }

  private void passes(Duration time) {
    store.clock().tick(time);
  }

  private Span all() {
    return new Span(EVER, now().plusSeconds(1));
  }

  private Tally tally() {
    return store.reports().tally(ACME, all(), Filter.ALL);
  }

  private CompanyStats company() {
    return CompanyStats.of(tally());
  }

  private AgentStats of(AgentId agent) {
    return AgentStats.of(tally(), agent);
  }

  private void happens(Lead lead, RotationCommand command) {
    store.ledger().decide(lead.id(), command(command));
  }

  private void accept(Lead lead, int offer) {
    AgentId agent = file(lead).rotation().offer(offer).orElseThrow().agent();
    happens(lead, new Accept(offer, agent, Channel.PAGE));
  }

  private Lead accepted() {
    Lead lead = offered();
    accept(lead, 1);
    return lead;
  }

  private AgentId first(Lead lead) {
    return file(lead).rotation().offer(1).orElseThrow().agent();
  }

  private void says(Lead lead, ContactStatus contact, DealStatus deal) {
    AgentId owner = file(lead).rotation().owner().orElseThrow();
    happens(
        lead,
        new GiveFeedback(new Feedback(contact, deal).progress(), Optional.of(owner), "", false));
  }

  @Test
  void nothing_happened_so_there_is_nothing_to_tell() {
    assertThat(tally()).isEqualTo(new Tally());
    assertThat(company().score()).isEmpty();
    assertThat(company().acceptanceRate().percent()).isEmpty();
    assertThat(company().medianResponseSeconds()).isEmpty();
  }

  @Test
  void a_lead_is_pending_and_its_offer_too_until_somebody_answers() {
    Lead lead = offered();
    assertThat(company().pending()).isOne();
    assertThat(of(first(lead)).pending()).isOne();

    passes(Duration.ofSeconds(90));
    accept(lead, 1);

    assertThat(company().pending()).isZero();
    assertThat(company().accepted()).isOne();
    assertThat(company().medianResponseSeconds()).contains(90.0);
    assertThat(of(first(lead)).accepted()).isOne();
    assertThat(of(first(lead)).meanAnswerSeconds()).contains(90.0);
    assertThat(of(first(lead)).score()).isEqualTo(102);
    assertThat(company().score()).contains(102);
  }

  @Test
  void accepting_after_another_chance_makes_up_for_the_time_out() {
    Lead lead = offered();
    AgentId missed = first(lead);
    passes(WINDOW);
    happens(lead, new TimeOut());
    assertThat(of(missed).score()).isEqualTo(95);

    happens(lead, new GiveAnotherChance(1, missed, Channel.PAGE));
    passes(WINDOW);
    happens(lead, new TimeOut());
    assertThat(of(missed).score()).isEqualTo(99);
    accept(lead, 3);

    assertThat(of(missed).score()).isEqualTo(100);
    assertThat(of(missed).offered()).isEqualTo(2);
    assertThat(of(missed).timedOut()).isOne();
    assertThat(of(missed).accepted()).isOne();
  }

  @Test
  void of_ten_accepted_eight_are_contacted_four_in_progress_and_two_not_contacted() {
    publish(book().staffed(List.of(agent(ANN, "11"))));
    for (int i = 0; i < 10; i++) {
      Lead lead = accepted();
      if (i < 4) says(lead, ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
      else if (i < 8) says(lead, ContactStatus.CONTACTED, DealStatus.NONE);
      else if (i < 9) says(lead, ContactStatus.UNREACHABLE, DealStatus.NONE);
    }

    AgentStats ann = of(ANN);
    assertThat(ann.accepted()).isEqualTo(10);
    assertThat(ann.contacted()).isEqualTo(8);
    assertThat(ann.inProgress()).isEqualTo(4);
    assertThat(ann.notContacted()).isEqualTo(2);
  }

  @Test
  void feedback_after_the_most_recent_lead_does_not_count_yet() {
    publish(book().staffed(List.of(agent(ANN, "11"))));
    Lead lead = accepted();
    passes(Duration.ofMinutes(1));
    says(lead, ContactStatus.ATTEMPTED, DealStatus.NONE);
    assertThat(of(ANN).score()).isEqualTo(102);
    assertThat(store.reports().scored(ACME, ANN, all()))
        .extracting(scored -> scored.counts())
        .containsExactly(true, false);

    passes(Duration.ofMinutes(1));
    offered();

    assertThat(of(ANN).score()).isEqualTo(103);
    assertThat(store.reports().scored(ACME, ANN, all()))
        .extracting(scored -> scored.counts())
        .containsExactly(true, true);
  }

  @Test
  void a_lead_given_back_is_pending_again_and_keeps_its_response_time() {
    Lead lead = offered();
    passes(Duration.ofSeconds(30));
    accept(lead, 1);
    AgentId gaveBack = first(lead);
    happens(lead, new GiveBack(gaveBack, Channel.PAGE));

    assertThat(company().pending()).isOne();
    assertThat(company().accepted()).isZero();
    assertThat(company().medianResponseSeconds()).contains(30.0);
    assertThat(of(gaveBack).accepted()).isOne();
  }

  @Test
  void an_accepted_lead_that_is_moved_in_the_crm_stays_accepted() {
    Lead lead = accepted();
    happens(lead, new ChangeOwner("12", Optional.of(BOB)));
    happens(lead, new ChangeOwner("13", Optional.empty()));

    assertThat(company().accepted()).isOne();
    assertThat(company().assigned()).isZero();
  }

  @Test
  void an_assigned_lead_is_assigned_and_the_offer_withdrawn() {
    Lead lead = offered();
    AgentId asked = first(lead);
    AgentId other = asked.equals(ANN) ? BOB : ANN;
    happens(lead, new Assign(other, "an admin"));

    assertThat(company().assigned()).isOne();
    assertThat(company().medianResponseSeconds()).isEmpty();
    assertThat(of(asked).withdrawn()).isOne();
    assertThat(of(other).offered()).isZero();
    assertThat(of(other).score()).isEqualTo(101);
    assertThat(tally().of(other, Measure.GOT)).isOne();
    assertThat(tally().of(other, Measure.NOT_CONTACTED)).isZero();
  }

  @Test
  void nobody_took_it_so_it_is_delinquent_until_it_is_taken() {
    publish(book().staffed(List.of(agent(ANN, "11"))));
    Lead lead = offered();
    happens(lead, new Decline(1, ANN, Channel.PAGE));
    passes(Duration.ofDays(2));
    happens(lead, new TimeOut());
    assertThat(company().delinquent()).isOne();

    publish(book());
    happens(lead, new Assign(BOB, "an admin"));

    assertThat(company().delinquent()).isZero();
    assertThat(company().assigned()).isOne();
  }

  @Test
  void a_quarantined_lead_and_one_gone_before_anybody_owned_it_are_no_leads() {
    Lead spam = newLead();
    store
        .ledger()
        .admit(
            spam, CONTENT, command(new Begin(Traits.of(List.of()), Optional.of("spam.example"))));
    happens(offered(), new End(EndReason.RECORD_GONE));
    Lead owned = accepted();
    happens(owned, new End(EndReason.RECORD_GONE));

    assertThat(company().leads()).isOne();
    assertThat(company().accepted()).isOne();
  }

  @Test
  void time_to_action_is_from_getting_a_lead_to_the_first_tracked_status() {
    Lead lead = accepted();
    passes(Duration.ofMinutes(3));
    says(lead, ContactStatus.ATTEMPTED, DealStatus.NONE);
    passes(Duration.ofMinutes(3));
    says(lead, ContactStatus.CONTACTED, DealStatus.CLOSED_WON);
    happens(lead, new NoteComment(Optional.of(first(lead)), ""));

    Tally tally = tally();
    assertThat(tally.of(first(lead), Measure.ACTED)).isOne();
    assertThat(tally.of(first(lead), Measure.ACTION_SECONDS)).isEqualTo(180);
    assertThat(tally.of(first(lead), Measure.WON)).isOne();
    assertThat(of(first(lead)).closed()).isOne();
    assertThat(of(first(lead)).comments()).isOne();
  }

  @Test
  void a_period_includes_its_first_moment_and_not_its_last() {
    Instant received = now();
    offered();

    assertThat(leads(new Span(received, received.plusNanos(1000)))).isOne();
    assertThat(leads(new Span(received.minusSeconds(5), received))).isZero();
  }

  private long leads(Span span) {
    return CompanyStats.of(store.reports().tally(ACME, span, Filter.ALL)).leads();
  }

  @Test
  void late_feedback_changes_nothing_that_was_told_as_of_a_moment_before() {
    Lead lead = accepted();
    passes(Duration.ofMinutes(1));
    Instant moment = now();
    var span = new Span(EVER, moment, Optional.of(moment));
    Tally told = store.reports().tally(ACME, span, Filter.ALL);
    says(lead, ContactStatus.CONTACTED, DealStatus.CLOSED_WON);

    assertThat(store.reports().tally(ACME, span, Filter.ALL)).isEqualTo(told);
    assertThat(AgentStats.of(told, first(lead)).closed()).isZero();
    assertThat(of(first(lead)).closed()).isOne();
  }

  @Test
  void the_leads_behind_a_number_are_told_latest_first() {
    Lead one = accepted();
    passes(Duration.ofMinutes(1));
    Lead two = accepted();
    passes(Duration.ofMinutes(1));
    offered();

    var behind =
        store
            .reports()
            .behind(
                ACME, all(), Filter.ALL, new Figure(Optional.empty(), Measure.LEADS_ACCEPTED), 9);

    assertThat(behind).extracting(b -> b.lead()).containsExactly(two.id(), one.id());
    assertThat(behind).extracting(b -> b.at()).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void another_company_sees_none_of_it() {
    accepted();

    assertThat(store.reports().tally(OTHER, all(), Filter.ALL)).isEqualTo(new Tally());
  }
}
