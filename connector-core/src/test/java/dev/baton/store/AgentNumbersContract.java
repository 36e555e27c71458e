package dev.baton.store;

import static dev.baton.performance.Measure.ACCEPTED;
import static dev.baton.performance.Measure.ACTED;
import static dev.baton.performance.Measure.ACTION_SECONDS;
import static dev.baton.performance.Measure.ANSWER_SECONDS;
import static dev.baton.performance.Measure.CLOSED;
import static dev.baton.performance.Measure.COMMENTS;
import static dev.baton.performance.Measure.CONTACTED;
import static dev.baton.performance.Measure.DECLINED;
import static dev.baton.performance.Measure.GOT;
import static dev.baton.performance.Measure.IN_PROGRESS;
import static dev.baton.performance.Measure.LOST;
import static dev.baton.performance.Measure.NOT_CONTACTED;
import static dev.baton.performance.Measure.OFFERED;
import static dev.baton.performance.Measure.PENDING;
import static dev.baton.performance.Measure.TIMED_OUT;
import static dev.baton.performance.Measure.UNSUCCESSFUL;
import static dev.baton.performance.Measure.WITHDRAWN;
import static dev.baton.performance.Measure.WON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.ledger.Lead;
import dev.baton.performance.Reports.Span;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.NoteComment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decision 29, "Agents": sentence by sentence. */
abstract class AgentNumbersContract extends CompanyNumbersContract {

  // Offers ---------------------------------------------------------------------------------------

  @Test
  void an_offer_counts_for_the_moment_it_was_made_whatever_became_of_it_later() {
    Instant offered = now();
    Lead lead = offered();
    AgentId agent = holder(lead);
    var moment = new Span(offered, offered.plusMillis(1));
    isOf(agent, tally(moment), OFFERED, 1, PENDING, 1);

    minutes(2);
    accepted(lead);

    isOf(
        agent,
        tally(moment),
        OFFERED,
        1,
        ACCEPTED,
        1,
        ANSWER_SECONDS,
        120,
        NOT_CONTACTED,
        1,
        GOT,
        1);
    isOf(agent, tally(new Span(offered.plusMillis(1), now().plus(DAY))));
  }

  @Test
  void offers_are_declined_timed_out_or_withdrawn() {
    Lead lead = offered();
    AgentId first = declined(lead);
    AgentId second = timedOut(lead);
    decided(lead, new Assign(second, "the admin"));

    isOf(first, tally(), OFFERED, 1, DECLINED, 1);
    isOf(second, tally(), OFFERED, 1, TIMED_OUT, 1, GOT, 1);
    isOf(CAT, tally(), OFFERED, 1, WITHDRAWN, 1);
  }

  @Test
  void offers_of_the_shark_tank_and_to_catchalls_are_offers() {
    settings(s -> s.withSharkTank(Duration.ofMinutes(20), Duration.ofMinutes(10)));
    Lead lead = offered();
    timedOut(lead);
    timedOut(lead);
    isOf(ANN, tally(), OFFERED, 2, TIMED_OUT, 1, PENDING, 1);
    due(lead);
    due(lead);
    isOf(ANN, tally(), OFFERED, 2, TIMED_OUT, 1, WITHDRAWN, 1);
    isOf(CAT, tally(), OFFERED, 1, PENDING, 1);
    minutes(1);
    acceptedBy(lead, CAT);
    isOf(CAT, tally(), OFFERED, 1, ACCEPTED, 1, ANSWER_SECONDS, 60, NOT_CONTACTED, 1, GOT, 1);
  }

  @Test
  void each_accepted_offer_is_measured_in_whole_seconds() {
    Lead one = offered();
    tick(Duration.ofMillis(1999));
    AgentId agent = accepted(one);
    Lead two = offered();
    if (!holder(two).equals(agent)) declined(two);
    tick(Duration.ofMillis(2999));
    accepted(two);

    assertThat(tally().of(agent, ANSWER_SECONDS)).isEqualTo(1 + 2);
  }

  // Leads got ------------------------------------------------------------------------------------

  @Test
  void assigned_coalesced_and_given_leads_are_got_at_that_moment_without_an_offer() {
    Lead first = admitted(of("cleo@example.org"));
    minutes(1);
    Instant at = now();
    decided(first, new Assign(CAT, "the admin"));
    Lead second = admitted(of("cleo@example.org"));
    assertThat(owner(second)).isEqualTo(CAT);
    decided(offered(), new ChangeOwner("13", Optional.of(CAT)));

    isOf(CAT, tally(new Span(at, at.plusMillis(1))), GOT, 3);
    isOf(CAT, tally(new Span(Instant.EPOCH, at)));
  }

  @Test
  void each_time_a_lead_becomes_an_agents_counts() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    decided(lead, new ChangeOwner("99", Optional.empty()));
    decided(lead, new ChangeOwner("11", Optional.of(agent)));

    assertThat(tally().of(agent, GOT)).isEqualTo(2);
    assertThat(tally().of(agent, ACCEPTED)).isEqualTo(1);
    assertThat(tally().of(agent, NOT_CONTACTED)).isEqualTo(1);
  }

  @Test
  void attempted_and_unreachable_are_not_contacted() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    for (ContactStatus status :
        new ContactStatus[] {ContactStatus.ATTEMPTED, ContactStatus.UNREACHABLE}) {
      said(lead, status, DealStatus.NONE);
      assertThat(tally().of(agent, NOT_CONTACTED)).isOne();
      assertThat(tally().of(agent, CONTACTED)).isZero();
    }
    said(lead, ContactStatus.CONTACTED, DealStatus.NONE);
    assertThat(tally().of(agent, NOT_CONTACTED)).isZero();
    assertThat(tally().of(agent, CONTACTED)).isOne();
  }

  @Test
  void deals_are_in_progress_closed_or_unsuccessful_and_the_last_word_counts() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    said(lead, ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
    assertThat(tally().of(agent, IN_PROGRESS)).isOne();
    said(lead, ContactStatus.CONTACTED, DealStatus.CLOSED_LOST);
    assertThat(tally().of(agent, UNSUCCESSFUL)).isOne();
    assertThat(tally().of(agent, LOST)).isOne();
    said(lead, ContactStatus.CONTACTED, DealStatus.CLOSED_WON);

    isOf(
        agent, tally(), OFFERED, 1, ACCEPTED, 1, CONTACTED, 1, CLOSED, 1, GOT, 1, WON, 1, ACTED, 1);
  }

  @Test
  void comments_the_owner_wrote_count_and_others_do_not() {
    Lead lead = offered();
    AgentId agent = accepted(lead);
    decided(lead, new NoteComment(Optional.of(agent), ""));
    decided(lead, new NoteComment(Optional.of(agent), ""));
    decided(lead, new NoteComment(Optional.empty(), "the admin"));

    assertThat(tally().of(agent, COMMENTS)).isEqualTo(2);
  }

  @Test
  void the_opened_row_counts_accepted_leads_only_and_those_won_count_however_they_were_got() {
    Lead lead = offered();
    decided(lead, new Assign(CAT, "the admin"));
    minutes(1);
    said(lead, ContactStatus.CONTACTED, DealStatus.CLOSED_WON);
    decided(lead, new NoteComment(Optional.of(CAT), ""));

    isOf(CAT, tally(), GOT, 1, WON, 1, ACTED, 1, ACTION_SECONDS, 60);
  }

  @Test
  void he_begins_at_not_contacted_whatever_the_owner_before_him_said() {
    Lead lead = offered();
    AgentId first = accepted(lead);
    said(lead, ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
    givenBack(lead);
    AgentId second = accepted(lead);

    isOf(second, tally(), OFFERED, 1, ACCEPTED, 1, NOT_CONTACTED, 1, GOT, 1);
    assertThat(tally().of(first, CONTACTED)).isOne();
    assertThat(tally().of(first, IN_PROGRESS)).isOne();

    said(lead, ContactStatus.UNREACHABLE, DealStatus.NONE);
    assertThat(tally().of(first, CONTACTED)).isOne();
    assertThat(tally().of(second, NOT_CONTACTED)).isOne();
    assertThat(tally().of(second, ACTED)).isOne();
  }

  @Test
  void acted_is_the_first_status_said_while_it_is_his_by_anybody() {
    Lead lead = offered();
    minutes(1);
    AgentId agent = accepted(lead);
    tick(Duration.ofMillis(90_500));
    said(lead, new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE), Optional.empty());
    minutes(5);
    said(lead, ContactStatus.CONTACTED, DealStatus.NONE);
    said(lead, ContactStatus.NOT_CONTACTED, DealStatus.NONE);

    assertThat(tally().of(agent, ACTED)).isOne();
    assertThat(tally().of(agent, ACTION_SECONDS)).isEqualTo(90);
    assertThat(tally().of(agent, NOT_CONTACTED)).isOne();
  }

  @Test
  void accepted_10_contacted_8_in_progress_4_not_contacted_2() {
    store.presences().set(ACME, BOB, false, now());
    for (int i = 0; i < 10; i++) {
      Lead lead = offered();
      accepted(lead);
      if (i < 4) said(lead, ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
      else if (i < 8) said(lead, ContactStatus.CONTACTED, DealStatus.NONE);
    }

    isOf(
        ANN,
        tally(),
        OFFERED,
        10,
        ACCEPTED,
        10,
        CONTACTED,
        8,
        IN_PROGRESS,
        4,
        NOT_CONTACTED,
        2,
        GOT,
        10,
        ACTED,
        8);
  }
}
