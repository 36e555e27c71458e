package dev.baton.simulation;

import dev.baton.agent.Block;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.Calendar;
import dev.baton.routing.Intake;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How a company handles its leads besides asking one after the other, with its own reading of when
 * it is open: from nine to five every day, where it has hours at all.
 *
 * @param shifts whether the agents work around the clock, whatever the company does
 * @param gap how far apart held leads are released
 * @param tank how long a shark tank lasts; zero for none
 * @param coalesceWithin zero for never
 */
record Customs(
    boolean hours,
    boolean shifts,
    Duration gap,
    Duration tank,
    Duration reminder,
    boolean intercept,
    boolean queuing,
    Duration coalesceWithin) {
  static final Customs PLAIN =
      new Customs(
          false,
          false,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          false,
          true,
          Duration.ofDays(30));

  private static final int OPENS = 9 * 3600;
  private static final int CLOSES = 17 * 3600;
  private static final int DAY = 24 * 3600;

  static Customs random(SplittableRandom random) {
    Duration tank =
        random.nextBoolean() ? Duration.ofMinutes(2 + random.nextInt(20)) : Duration.ZERO;
    return new Customs(
        random.nextInt(3) == 0,
        random.nextBoolean(),
        Duration.ofSeconds(5 + random.nextInt(56)),
        tank,
        tank.dividedBy(2),
        random.nextInt(6) == 0,
        random.nextInt(8) != 0,
        Duration.ofMinutes(random.nextInt(3) * 200L));
  }

  boolean open(Instant now) {
    if (!hours) return true;
    long second = Math.floorMod(now.getEpochSecond(), (long) DAY);
    return second >= OPENS && second < CLOSES;
  }

  /** When the next lead that is kept until the hours begin goes on. */
  Instant release(Instant now, Instant lastRelease) {
    Instant soonest = now;
    if (!lastRelease.equals(Instant.MIN) && lastRelease.plus(gap).isAfter(now)) {
      soonest = lastRelease.plus(gap);
    }
    if (open(soonest)) return soonest;
    long second = Math.floorMod(soonest.getEpochSecond(), (long) DAY);
    long midnight = soonest.getEpochSecond() - second;
    return Instant.ofEpochSecond(midnight + (second < OPENS ? 0 : DAY) + OPENS);
  }

  RoutingSettings settings(RoutingSettings before) {
    RoutingSettings settings =
        before
            .with(new Intake(queuing, intercept, coalesceWithin, SpamList.EMPTY))
            .with(new Calendar(ZoneOffset.UTC, operatingHours(), List.of()));
    return tank.isZero() ? settings : settings.withSharkTank(tank, reminder);
  }

  private Optional<OperatingHours> operatingHours() {
    if (!hours) return Optional.empty();
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    var nineToFive = new Block(LocalTime.of(9, 0), LocalTime.of(17, 0));
    for (DayOfWeek day : DayOfWeek.values()) week.put(day, List.of(nineToFive));
    return Optional.of(
        new OperatingHours(new WeeklyHours(ZoneOffset.UTC, week), Map.of(), Optional.empty(), gap));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    if (hours) text.append(", nine to five with gaps of ").append(gap.toSeconds()).append(" s");
    if (hours && shifts) text.append(", agents around the clock");
    if (!tank.isZero()) text.append(", shark tank ").append(tank.toMinutes()).append(" min");
    if (intercept) text.append(", manual intercept");
    if (!queuing) text.append(", no queuing");
    if (!coalesceWithin.equals(PLAIN.coalesceWithin)) {
      text.append(", coalescing for ").append(coalesceWithin.toMinutes()).append(" min");
    }
    return text.toString();
  }
}
