package dev.baton.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Distribution;
import dev.baton.agent.Sla;
import dev.baton.agent.Sla.Consequence;
import dev.baton.agent.Sla.Goal;
import dev.baton.agent.Team;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.SlaMissed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two automations of the CRM fight over a lead: it is noticed, and Baton stands back. */
class ContestTest extends RotationScenario {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Sla TAKE_BACK =
      new Sla(Goal.ACTED_ON, QUARTER.multipliedBy(3), Consequence.TAKE_BACK, true);

  /** The other automation sets the other agent. */
  private List<RotationEvent> flip() {
    boolean anns = lead.owner().equals(Optional.of(ANN));
    return then(new ChangeOwner(anns ? "12" : "11", Optional.of(anns ? BOB : ANN)));
  }

  private void annOwnsIt() {
    book.team(
        Team.of("sales", Distribution.BY_SCORE, List.of(Team.Member.of(ANN), Team.Member.of(BOB)))
            .promising(TAKE_BACK));
    begun();
    then(accept(1, ANN));
  }

  private void contested() {
    annOwnsIt();
    for (int i = 0; i < Contest.MANY; i++) flip();
    assertThat(lead.contest().at(now)).isTrue();
  }

  @Test
  void the_fourth_change_of_owner_within_an_hour_makes_a_lead_contested() {
    annOwnsIt();
    Instant first = now;
    flip();
    now = now.plus(QUARTER);
    flip();
    flip();
    now = first.plus(Contest.HOUR).minusMillis(1);

    List<RotationEvent> fourth = flip();

    assertThat(fourth)
        .startsWith(new OwnerChangedInCrm(now, "11", Optional.of(ANN)), new LeadContested(now, 4));
    assertThat(lead.contest().since()).contains(now);
    assertThat(lead.contest().until()).contains(now.plus(Contest.HOUR));
  }

  @Test
  void three_changes_within_an_hour_and_one_later_do_not() {
    annOwnsIt();
    flip();
    flip();
    flip();
    now = now.plus(Contest.HOUR);

    assertThat(flip()).noneMatch(e -> e instanceof LeadContested);
    assertThat(lead.contest().at(now)).isFalse();
  }

  @Test
  void what_people_do_in_baton_does_not_count() {
    annOwnsIt();
    for (int i = 0; i < 5; i++) {
      then(new Move(Optional.of(i % 2 == 0 ? BOB : ANN), "an admin"));
    }
    for (int i = 0; i < Contest.MANY - 1; i++) {
      assertThat(flip()).noneMatch(e -> e instanceof LeadContested);
    }
  }

  @Test
  void the_owner_a_lead_came_with_was_not_changed() {
    var came = new ChangeOwner("11", Optional.of(ANN));
    then(new Begin(begin().traits(), Optional.empty(), Optional.of(came)));
    flip();
    flip();
    assertThat(flip()).noneMatch(e -> e instanceof LeadContested);

    assertThat(flip()).anyMatch(e -> e instanceof LeadContested);
  }

  @Test
  void a_lead_that_is_contested_already_is_said_to_be_so_once() {
    contested();

    for (int i = 0; i < 20; i++) {
      now = now.plus(Contest.INTERVAL);
      assertThat(flip()).noneMatch(e -> e instanceof LeadContested);
    }
    assertThat(lead.contest().until()).contains(now.plus(Contest.HOUR));
  }

  @Test
  void a_contest_is_over_when_the_owner_has_been_still_for_an_hour_and_may_begin_again() {
    contested();
    now = now.plus(Contest.HOUR);

    assertThat(lead.contest().at(now.minusMillis(1))).isTrue();
    assertThat(lead.contest().at(now)).isFalse();
    flip();
    assertThat(lead.contest().since()).isEmpty();
    flip();
    flip();
    assertThat(flip()).contains(new LeadContested(now, 4));
  }

  @Test
  void while_a_lead_is_contested_its_owner_is_listened_for_at_intervals() {
    annOwnsIt();
    assertThat(lead.contest().listensAgain(now)).isEmpty();
    for (int i = 0; i < Contest.MANY; i++) flip();

    assertThat(lead.contest().listensAgain(now)).contains(now.plus(Contest.INTERVAL));
    now = now.plus(Contest.INTERVAL);
    assertThat(lead.contest().listensAgain(now)).isEmpty();
    flip();
    assertThat(lead.contest().listensAgain(now)).contains(now.plus(Contest.INTERVAL));
  }

  @Test
  void a_contested_lead_is_not_taken_back_by_an_sla_which_alerts_instead() {
    contested();
    Expectation missed = lead.care().expected().getFirst();
    now = lead.due().orElseThrow();

    assertThat(then(new TimeOut()))
        .containsExactly(new SlaMissed(now, ANN, missed, /* contested= */ true));
    assertThat(lead.owner()).contains(ANN);
    assertThat(lead.due()).isEmpty();
  }

  @Test
  void when_the_contest_is_over_an_sla_takes_the_lead_back_as_ever() {
    contested();
    now = now.plus(Contest.HOUR);
    flip();
    now = lead.due().orElseThrow();

    List<RotationEvent> events = then(new TimeOut());

    assertThat(events.getFirst()).isInstanceOf(SlaMissed.class);
    assertThat(((SlaMissed) events.getFirst()).contested()).isFalse();
    assertThat(events.get(1)).isInstanceOf(LeadReturned.class);
  }

  @Test
  void people_can_move_a_contested_lead() {
    contested();

    assertThat(then(new Move(Optional.of(BOB), "an admin"))).isNotEmpty();
    assertThat(lead.owner()).contains(BOB);
    assertThat(lead.contest().at(now)).isTrue();
  }
}
