package dev.baton.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AdminOverride;
import dev.baton.agent.Block;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.rotation.RotationCommand.HoldUntil;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.routing.Calendar;
import dev.baton.routing.RoutingFacts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §5, operating hours: held outside them, released one after the other. */
class OperatingHoursTest extends RotationScenario {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** 22 November 2026 is a Sunday; ten o'clock in London is eleven in Berlin. */
  private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T08:00:00Z");

  private static Calendar weekdays() {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (int day = 1; day <= 5; day++) {
      week.put(DayOfWeek.of(day), List.of(new Block(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    }
    var hours = new WeeklyHours(BERLIN, week);
    return new Calendar(BERLIN, Optional.of(OperatingHours.of(hours)), List.of());
  }

  OperatingHoursTest() {
    book.settings(s -> s.with(weekdays())).catchall("cat");
  }

  @Test
  void a_lead_outside_hours_is_held_until_they_begin() {
    assertThat(then(begin()))
        .last()
        .isEqualTo(new LeadHeld(TEN, Hold.Why.OUT_OF_HOURS, Optional.of(MONDAY_NINE)));
    assertThat(lead.due()).contains(MONDAY_NINE);

    now = MONDAY_NINE;
    assertThat(then(new TimeOut()))
        .containsExactly(new LeadReleased(MONDAY_NINE, ""), offered(1, ANN, Offer.Kind.LINE));
  }

  @Test
  void a_held_lead_goes_on_at_another_time_when_the_hours_are_others() {
    then(begin());
    Instant soon = TEN.plusSeconds(5);

    assertThat(then(new HoldUntil(Optional.of(soon))))
        .containsExactly(new LeadHeld(TEN, Hold.Why.OUT_OF_HOURS, Optional.of(soon)));
    assertThat(lead.due()).contains(soon);
    assertThat(refused(new HoldUntil(Optional.of(soon))).why())
        .isEqualTo(Refusal.Why.NOTHING_TO_DO);
  }

  @Test
  void a_lead_that_waits_for_an_admin_does_not_go_on_by_the_hours() {
    book.settings(s -> s.withManualIntercept());
    then(begin());

    assertThat(refused(new HoldUntil(Optional.of(TEN))).why()).isEqualTo(Refusal.Why.NOTHING_TO_DO);
  }

  @Test
  void an_admin_who_opens_the_company_opens_it_for_agents_without_a_shift() {
    OperatingHours hours = weekdays().hours().orElseThrow();
    var open = new AdminOverride.OpenUntil(TEN.plusSeconds(60));
    book.settings(s -> s.with(weekdays().with(Optional.of(open))));

    assertThat(then(begin())).last().isEqualTo(offered(1, ANN, Offer.Kind.LINE));
    assertThat(hours.with(Optional.of(open)).weekAt(TEN.plusSeconds(60))).isEqualTo(hours.week());
  }

  @Test
  void an_admin_who_closes_the_company_has_leads_held_until_then() {
    Instant noon = MONDAY_NINE.plus(Duration.ofHours(3));
    now = MONDAY_NINE;
    book.settings(s -> s.with(weekdays().with(Optional.of(new AdminOverride.ClosedUntil(noon)))));

    assertThat(then(begin()))
        .last()
        .isEqualTo(new LeadHeld(MONDAY_NINE, Hold.Why.OUT_OF_HOURS, Optional.of(noon)));
  }

  @Test
  void held_leads_go_on_one_after_the_other() {
    lastRelease = Optional.of(MONDAY_NINE);

    assertThat(then(begin()))
        .last()
        .isEqualTo(
            new LeadHeld(TEN, Hold.Why.OUT_OF_HOURS, Optional.of(MONDAY_NINE.plusSeconds(5))));
  }

  @Test
  void an_admin_releases_a_held_lead_whatever_the_hours_and_it_stays_released() {
    book.settings(s -> s.with(alwaysAtWork()));
    begun();

    assertThat(then(new Release("ada")))
        .containsExactly(new LeadReleased(TEN, "ada"), offered(1, ANN, Offer.Kind.LINE));
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.OFFERED);
  }

  /** The company is closed, its agents have shifts of their own around the clock. */
  private Calendar alwaysAtWork() {
    book.shiftsAroundTheClock();
    return weekdays();
  }

  @Test
  void an_offer_that_ends_after_hours_leaves_the_lead_held_and_not_with_the_catchall() {
    now = MONDAY_NINE.plus(Duration.ofHours(8)).minusSeconds(60);
    begun();
    Instant end = lead.due().orElseThrow();
    now = end;

    assertThat(then(new TimeOut()))
        .containsExactly(
            new OfferTimedOut(end, 1, ANN),
            new LeadHeld(
                end, Hold.Why.OUT_OF_HOURS, Optional.of(MONDAY_NINE.plus(Duration.ofDays(1)))));
  }

  @Test
  void a_lead_the_catchall_has_stays_with_them_overnight() {
    now = MONDAY_NINE;
    unavailable(ANN);
    unavailable(BOB);
    assertThat(then(begin())).last().isInstanceOf(CatchallTold.class);
    now = now.plus(Duration.ofHours(20));

    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);
    then(accept(1, CAT));
    assertThat(lead.owner()).contains(CAT);
  }

  @Test
  void where_hours_never_begin_again_the_lead_waits_for_an_admin() {
    var never = new WeeklyHours(BERLIN, java.util.Map.of());
    book.settings(
        s -> s.with(new Calendar(BERLIN, Optional.of(OperatingHours.of(never)), List.of())));

    assertThat(then(begin()))
        .last()
        .isEqualTo(new LeadHeld(TEN, Hold.Why.OUT_OF_HOURS, Optional.empty()));
    assertThat(lead.due()).isEmpty();
    assertThat(new RoutingFacts(facts).lastRelease()).isEmpty();
  }
}
