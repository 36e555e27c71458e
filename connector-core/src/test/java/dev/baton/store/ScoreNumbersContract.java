package dev.baton.store;

import static dev.baton.performance.AgentEvent.Kind.ACCEPTED;
import static dev.baton.performance.AgentEvent.Kind.ACCEPTED_ANOTHER_CHANCE;
import static dev.baton.performance.AgentEvent.Kind.ASKED_ANOTHER_CHANCE;
import static dev.baton.performance.AgentEvent.Kind.FEEDBACK_CONTACT;
import static dev.baton.performance.AgentEvent.Kind.FEEDBACK_DEAL;
import static dev.baton.performance.AgentEvent.Kind.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.ledger.Lead;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Scored;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.ScoreSum;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.NoteComment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decision 29, "Score", and the table of domain §9: sentence by sentence. */
abstract class ScoreNumbersContract extends AgentNumbersContract {
  private ScoreSum sum(AgentId agent) {
    return tally().scores().getOrDefault(agent, new ScoreSum());
  }

  private int score(AgentId agent) {
    return sum(agent).score();
  }

  private List<Scored> scored(AgentId agent) {
    return store.reports().scored(ACME, agent, always());
  }

  /** He is told of another lead, so that what he said before counts. */
  private void offeredAnother(AgentId agent) {
    minutes(1);
    Lead lead = offered();
    if (!holder(lead).equals(agent)) declined(lead);
    assertThat(holder(lead)).isEqualTo(agent);
  }

  @Test
  void accepting_counts_two_declining_and_being_assigned_and_coalescing_one() {
    Lead lead = admitted(of("cleo@example.org"));
    AgentId first = declined(lead);
    AgentId second = accepted(lead);
    assertThat(score(first)).isEqualTo(101);
    assertThat(score(second)).isEqualTo(102);

    minutes(1);
    admitted(of("cleo@example.org"));
    assertThat(score(second)).isEqualTo(103);
    decided(offered(), new Assign(CAT, "the admin"));
    assertThat(score(CAT)).isEqualTo(101);
  }

  @Test
  void being_given_a_lead_in_the_crm_counts_as_being_assigned_it() {
    decided(offered(), new ChangeOwner("13", Optional.of(CAT)));

    assertThat(score(CAT)).isEqualTo(101);
    assertThat(sum(CAT).latestLead()).contains(now());
  }

  @Test
  void missing_asking_for_another_chance_and_accepting_it_count_nothing_together() {
    Lead lead = offered();
    AgentId agent = timedOut(lead);
    assertThat(score(agent)).isEqualTo(95);
    decided(lead, new GiveAnotherChance(1, agent, Channel.PAGE));
    assertThat(score(agent)).isEqualTo(99);
    timedOut(lead);
    assertThat(holder(lead)).isEqualTo(agent);
    accepted(lead);

    assertThat(score(agent)).isEqualTo(100);
    assertThat(scored(agent))
        .extracting(s -> s.event().kind())
        .containsExactly(TIMED_OUT, ASKED_ANOTHER_CHANCE, ACCEPTED_ANOTHER_CHANCE);
  }

  @Test
  void accepting_in_the_shark_tank_counts_two_and_not_taking_it_nothing() {
    settings(s -> s.withSharkTank(Duration.ofMinutes(20), Duration.ofMinutes(10)));
    Lead lead = offered();
    timedOut(lead);
    timedOut(lead);
    acceptedBy(lead, ANN);

    assertThat(score(ANN)).isEqualTo(100 - 5 + 2);
    assertThat(score(BOB)).isEqualTo(100 - 5);
  }

  @Test
  void feedback_counts_one_each_and_four_at_most() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    minutes(1);
    var all =
        new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS)
            .worth(ExpectedValue.of("10", "EUR"))
            .because("They want it");
    said(lead, all, Optional.of(agent));
    decided(lead, new NoteComment(Optional.of(agent), ""));
    said(lead, ContactStatus.CONTACTED, DealStatus.CLOSED_WON);
    offeredAnother(agent);

    assertThat(score(agent)).isEqualTo(100 + 2 + 4);
  }

  @Test
  void what_somebody_else_said_is_no_point_of_the_owner() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    minutes(1);
    said(lead, new Feedback(ContactStatus.CONTACTED, DealStatus.NONE), Optional.empty());
    decided(lead, new NoteComment(Optional.empty(), "the admin"));
    offeredAnother(agent);

    assertThat(score(agent)).isEqualTo(102);
  }

  @Test
  void feedback_after_the_most_recent_lead_does_not_count_yet() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    minutes(1);
    said(lead, ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
    assertThat(score(agent)).isEqualTo(102);
    assertThat(scored(agent)).extracting(Scored::counts).containsExactly(true, false, false);

    offeredAnother(agent);
    assertThat(score(agent)).isEqualTo(104);
    assertThat(scored(agent)).extracting(Scored::counts).containsExactly(true, true, true);
    assertThat(scored(agent)).extracting(Scored::lead).containsOnly(lead.id());
    assertThat(scored(agent))
        .extracting(s -> s.event().kind())
        .startsWith(ACCEPTED)
        .contains(FEEDBACK_CONTACT, FEEDBACK_DEAL);
  }

  @Test
  void points_count_for_the_moment_of_their_own_event() {
    Instant offered = now();
    Lead lead = offered();
    minutes(2);
    Instant answered = now();
    AgentId agent = accepted(lead);

    ScoreSum before = tally(new Span(offered, answered)).scores().get(agent);
    assertThat(before.score()).isEqualTo(100);
    var after = tally(new Span(answered, answered.plusMillis(1))).scores().get(agent);
    assertThat(after.score()).isEqualTo(102);
  }

  @Test
  void being_offered_a_lead_is_no_event_and_is_the_most_recent_lead() {
    Instant at = now();
    Lead lead = offered();

    assertThat(sum(holder(lead)).any()).isFalse();
    assertThat(sum(holder(lead)).latestLead()).contains(at);
    assertThat(scored(holder(lead))).isEmpty();
  }

  @Test
  void a_filter_does_not_change_the_score() {
    AgentId agent = accepted(offered());
    var nothing = new Filter(Optional.empty(), Optional.empty(), Optional.of("ELSEWHERE"));
    var filtered = store.reports().tally(ACME, always(), nothing);

    assertThat(filtered.scores()).isEqualTo(tally().scores());
    assertThat(filtered.scores().get(agent).score()).isEqualTo(102);
    assertThat(filtered.agents()).isEmpty();
    assertThat(filtered.company()).isEmpty();
    assertThat(filtered.responses().leads()).isZero();
  }
}
