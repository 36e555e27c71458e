package dev.baton.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Distribution;
import dev.baton.agent.Sla;
import dev.baton.agent.Sla.Consequence;
import dev.baton.agent.Sla.Goal;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.feedback.Progress;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.SlaMissed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Domain §6 and §8: feedback, SLAs and stickiness, clause by clause. */
class CaringTest extends RotationScenario {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Sla ALERT = new Sla(Goal.CONTACTED, QUARTER, Consequence.ALERT, false);
  private static final Sla TAKE_BACK =
      new Sla(Goal.ACTED_ON, QUARTER.multipliedBy(2), Consequence.TAKE_BACK, true);
  private static final Progress CONTACTED =
      new Feedback(ContactStatus.CONTACTED, DealStatus.NONE).progress();
  private static final Progress ATTEMPTED =
      new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE).progress();

  private void team(Sla... slas) {
    book.team(team().promising(slas));
  }

  private static Team team() {
    return Team.of(
        "sales", Distribution.BY_SCORE, List.of(Team.Member.of(ANN), Team.Member.of(BOB)));
  }

  private void ownedByAnn() {
    begun();
    then(accept(1, ANN));
  }

  private static GiveFeedback byAnn(Progress progress) {
    return new GiveFeedback(progress, Optional.of(ANN), "", false);
  }

  // Feedback -------------------------------------------------------------------------------------

  @Test
  void the_owner_says_how_far_he_has_come() {
    ownedByAnn();

    assertThat(then(byAnn(CONTACTED)))
        .containsExactly(new FeedbackGiven(TEN, Optional.of(ANN), CONTACTED, ""));
    assertThat(lead.care().progress()).isEqualTo(CONTACTED);
  }

  @Test
  void a_deal_under_way_or_closed_implies_that_the_customer_was_contacted() {
    assertThat(new Feedback(ContactStatus.NOT_CONTACTED, DealStatus.IN_PROGRESS).contact())
        .isEqualTo(ContactStatus.CONTACTED);
    assertThat(new Feedback(ContactStatus.ATTEMPTED, DealStatus.CLOSED_LOST).contact())
        .isEqualTo(ContactStatus.CONTACTED);
  }

  @Test
  void saying_the_same_again_changes_nothing() {
    ownedByAnn();
    then(byAnn(CONTACTED));

    assertThat(refused(byAnn(CONTACTED)).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  @Test
  void the_same_with_other_words_is_news() {
    ownedByAnn();
    then(byAnn(CONTACTED));

    assertThat(then(new GiveFeedback(CONTACTED, Optional.of(ANN), "", true)))
        .containsExactly(new FeedbackGiven(TEN, Optional.of(ANN), CONTACTED, ""));
  }

  @Test
  void nobody_gives_feedback_on_a_lead_that_is_not_his() {
    begun();
    assertThat(refused(byAnn(CONTACTED)).why()).isEqualTo(Why.NOT_OWNED);
    then(accept(1, ANN));

    var byBob = new GiveFeedback(CONTACTED, Optional.of(BOB), "", false);
    assertThat(refused(byBob)).isEqualTo(new Refusal(Why.ALREADY_TAKEN, Optional.of(ANN)));
  }

  @Test
  void a_comment_of_the_owner_is_on_record_without_its_words() {
    ownedByAnn();

    assertThat(then(new NoteComment(Optional.of(ANN), "")))
        .containsExactly(new CommentAdded(TEN, Optional.of(ANN), ""));
  }

  // SLAs -----------------------------------------------------------------------------------------

  @Test
  void an_owner_has_to_do_in_time_what_his_team_has_agreed_on() {
    team(ALERT, TAKE_BACK);
    begun();

    assertThat(then(accept(1, ANN)))
        .endsWith(
            new CareExpected(
                TEN,
                ANN,
                List.of(
                    new Expectation(1, ALERT, TEN.plus(QUARTER)),
                    new Expectation(2, TAKE_BACK, TEN.plus(QUARTER.multipliedBy(2))))));
    assertThat(lead.due()).contains(TEN.plus(QUARTER));
  }

  @Test
  void a_missed_sla_alerts_and_the_owner_keeps_the_lead() {
    team(ALERT);
    ownedByAnn();
    now = TEN.plus(QUARTER);

    assertThat(then(new TimeOut()))
        .containsExactly(new SlaMissed(now, ANN, new Expectation(1, ALERT, now)));
    assertThat(lead.owner()).contains(ANN);
    assertThat(lead.due()).isEmpty();
  }

  @Test
  void what_was_done_in_time_is_not_missed() {
    team(ALERT);
    ownedByAnn();
    then(byAnn(CONTACTED));
    now = TEN.plus(QUARTER);

    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
  }

  @Test
  void an_attempt_is_an_act_but_not_a_contact() {
    team(ALERT, TAKE_BACK);
    ownedByAnn();

    then(byAnn(ATTEMPTED));

    assertThat(lead.care().expected()).extracting(Expectation::number).containsExactly(1);
  }

  @Test
  void a_lead_taken_back_starts_again_without_its_owner() {
    team(TAKE_BACK);
    ownedByAnn();
    now = lead.due().orElseThrow();

    assertThat(then(new TimeOut()))
        .containsExactly(
            new SlaMissed(now, ANN, new Expectation(1, TAKE_BACK, now)),
            new LeadReturned(now, Optional.of(ANN), "SLA 1"),
            offered(2, BOB, Offer.Kind.LINE));
    assertThat(lead.excluded()).containsExactly(ANN);
  }

  @Test
  void the_next_owner_has_his_own_time() {
    team(TAKE_BACK);
    ownedByAnn();
    now = lead.due().orElseThrow();
    then(new TimeOut());

    then(accept(2, BOB));

    assertThat(lead.due()).contains(now.plus(TAKE_BACK.after()));
  }

  @Test
  void an_sla_before_its_time_is_not_due() {
    team(ALERT);
    ownedByAnn();
    now = TEN.plus(QUARTER).minusMillis(1);

    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
  }

  // Sticky ---------------------------------------------------------------------------------------

  private static final LeadId EARLIER = new LeadId(new UUID(0, 1));

  private void earlierWithSameCompany(Duration ago) {
    stuck =
        List.of(new Kin(EARLIER, Optional.of(BOB), Optional.of(TEN.minus(ago)), false, "company"));
  }

  @Test
  void a_lead_sticks_to_the_agent_of_an_earlier_one_with_the_same_field() {
    book.team(team().sticking(new Sticky("company", Duration.ofDays(7))));
    earlierWithSameCompany(Duration.ofDays(6));

    assertThat(then(begin())).contains(new LeadCoalesced(TEN, BOB, EARLIER));
  }

  @Test
  void stickiness_ends_so_many_days_after_the_first_assignment() {
    book.team(team().sticking(new Sticky("company", Duration.ofDays(7))));
    earlierWithSameCompany(Duration.ofDays(7));

    assertThat(then(begin())).contains(offered(1, ANN, Offer.Kind.LINE));
  }

  @Test
  void leads_of_a_team_without_stickiness_do_not_stick() {
    book.team(team());
    earlierWithSameCompany(Duration.ofDays(1));

    assertThat(then(begin())).contains(offered(1, ANN, Offer.Kind.LINE));
  }
}
