package dev.baton.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When an owner is asked, and when he still owes an answer (domain §6). */
class FollowUpsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant OWNED = Instant.parse("2026-11-02T09:00:00Z");

  private static boolean waiting(DealStatus deal, String said, String now) {
    return FollowUps.waiting(
        OWNED,
        deal,
        Optional.of(said).filter(s -> !s.isEmpty()).map(Instant::parse),
        BERLIN,
        Instant.parse(now));
  }

  @Test
  void it_is_asked_in_the_first_morning_after_one_seven_and_twenty_one_days() {
    assertThat(FollowUps.morningAfter(OWNED, 1, BERLIN))
        .isEqualTo(Instant.parse("2026-11-04T07:00:00Z"));
    assertThat(FollowUps.lastAsked(OWNED, BERLIN, Instant.parse("2026-11-04T06:59:59Z"))).isEmpty();
    assertThat(FollowUps.lastAsked(OWNED, BERLIN, Instant.parse("2026-11-04T07:00:00Z")))
        .contains(Instant.parse("2026-11-04T07:00:00Z"));
    assertThat(FollowUps.lastAsked(OWNED, BERLIN, Instant.parse("2026-11-15T00:00:00Z")))
        .contains(Instant.parse("2026-11-10T07:00:00Z"));
    assertThat(FollowUps.lastAsked(OWNED, BERLIN, Instant.parse("2027-11-15T00:00:00Z")))
        .contains(Instant.parse("2026-11-24T07:00:00Z"));
  }

  @Test
  void an_answer_is_owed_from_when_it_is_asked_until_something_is_said() {
    assertThat(waiting(DealStatus.NONE, "", "2026-11-03T10:00:00Z")).isFalse();
    assertThat(waiting(DealStatus.NONE, "", "2026-11-04T07:00:00Z")).isTrue();
    assertThat(waiting(DealStatus.NONE, "2026-11-04T07:00:00Z", "2026-11-05T07:00:00Z")).isFalse();
  }

  @Test
  void what_was_said_before_is_asked_again_with_the_next_step() {
    assertThat(waiting(DealStatus.IN_PROGRESS, "2026-11-05T07:00:00Z", "2026-11-09T07:00:00Z"))
        .isFalse();
    assertThat(waiting(DealStatus.IN_PROGRESS, "2026-11-05T07:00:00Z", "2026-11-10T07:00:00Z"))
        .isTrue();
  }

  @Test
  void of_a_closed_deal_nothing_is_asked() {
    assertThat(waiting(DealStatus.CLOSED_WON, "", "2026-12-10T07:00:00Z")).isFalse();
    assertThat(waiting(DealStatus.CLOSED_LOST, "", "2026-12-10T07:00:00Z")).isFalse();
  }
}
