package dev.baton.feedback;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** When an owner is asked how it is going: 1, 7 and 21 days after a lead became his (domain §6). */
public final class FollowUps {
  public static final List<Integer> DAYS = List.of(1, 7, 21);

  /** All that is due on a day is asked for at once, when the day's work begins. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private FollowUps() {}

  /**
   * The first morning on which that many days have passed.
   *
   * @param zone whose mornings count: the company's
   */
  public static Instant morningAfter(Instant ownedAt, int days, ZoneId zone) {
    ZonedDateTime passed = ownedAt.atZone(zone).plusDays(days);
    ZonedDateTime morning = passed.toLocalDate().atTime(MORNING).atZone(zone);
    if (morning.isBefore(passed)) {
      morning = passed.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone);
    }
    return morning.toInstant();
  }

  /** The latest time he was asked by now; empty before the first. */
  public static Optional<Instant> lastAsked(Instant ownedAt, ZoneId zone, Instant now) {
    return DAYS.reversed().stream()
        .map(days -> morningAfter(ownedAt, days, zone))
        .filter(asked -> !asked.isAfter(now))
        .findFirst();
  }

  /**
   * Whether he still owes an answer: he was asked, the deal is not closed, and nothing was said of
   * the lead since.
   *
   * @param lastSaid when feedback was last given, or anybody but an admin wrote something
   */
  public static boolean waiting(
      Instant ownedAt, DealStatus deal, Optional<Instant> lastSaid, ZoneId zone, Instant now) {
    if (deal.closed()) return false;
    return lastAsked(ownedAt, zone, now)
        .filter(asked -> lastSaid.filter(said -> !said.isBefore(asked)).isEmpty())
        .isPresent();
  }
}
