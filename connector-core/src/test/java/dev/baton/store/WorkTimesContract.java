package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Absence;
import dev.baton.agent.Block;
import dev.baton.agent.Schedule;
import dev.baton.agent.WeeklyHours;
import dev.baton.performance.HoursWorked;
import dev.baton.performance.WorkTimes;
import dev.baton.routing.RoutingBooks.InForce;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §10 and §12: hours of the past are those that were set then. */
abstract class WorkTimesContract extends StoreScene {
  private static final Duration DAY = Duration.ofDays(1);

  private static WeeklyHours from(int begin, int end) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new Block(LocalTime.of(begin, 0), LocalTime.of(end, 0))));
    }
    return new WeeklyHours(ZoneOffset.UTC, week);
  }

  private void annWorks(WeeklyHours hours) {
    publish(
        book()
            .staffed(
                List.of(
                    agent(ANN, "11").working(new Schedule(Optional.of(hours), Optional.empty())),
                    agent(BOB, "12"))));
  }

  private WorkTimes times(Instant from, Instant to) {
    return new WorkTimes(
        store.books().inForce(ACME, from, to), store.presences().absences(ACME, from, to));
  }

  @Test
  void hours_changed_in_the_middle_count_from_then_on() {
    Instant midnight = store.clock().instant().truncatedTo(ChronoUnit.DAYS);
    annWorks(from(9, 17));
    store
        .clock()
        .tick(Duration.between(store.clock().instant(), midnight.plus(DAY.multipliedBy(2))));
    annWorks(from(9, 13));

    WorkTimes times = times(midnight, midnight.plus(DAY.multipliedBy(5)));

    assertThat(times.of(ANN)).map(HoursWorked::worked).contains(Duration.ofHours(8 + 8 + 3 * 4));
  }

  @Test
  void nothing_is_known_of_hours_that_nobody_set() {
    Instant now = store.clock().instant();

    assertThat(times(now, now.plus(DAY)).of(BOB)).isEmpty();
  }

  @Test
  void what_was_in_force_covers_the_period_without_gaps() {
    Instant begin = store.clock().instant().minus(DAY);
    store.clock().tick(DAY);
    annWorks(from(9, 17));
    store.clock().tick(DAY);
    annWorks(from(9, 13));
    Instant end = store.clock().instant().plus(DAY);

    List<InForce> all = store.books().inForce(ACME, begin, end);

    assertThat(all.getFirst().from()).isEqualTo(begin);
    assertThat(all.getLast().to()).isEqualTo(end);
    assertThat(all).extracting(part -> part.book().revision()).containsExactly(1, 2, 3);
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).from()).isEqualTo(all.get(i - 1).to());
    }
    assertThat(store.books().inForce(ACME, end.plus(DAY), end.plus(DAY.multipliedBy(2))))
        .extracting(part -> part.book().revision())
        .containsExactly(3);
  }

  @Test
  void times_out_of_office_are_told_also_when_they_are_over() {
    Instant now = store.clock().instant();
    var over = new Absence("dentist", now, now.plusSeconds(3600));
    store.presences().away(ACME, ANN, over);
    store.clock().tick(DAY);

    assertThat(store.presences().absences(ACME, now, now.plus(DAY)))
        .isEqualTo(Map.of(ANN, List.of(over)));
    assertThat(store.presences().absences(ACME, now.plus(DAY), now.plus(DAY.multipliedBy(2))))
        .isEmpty();
    assertThat(store.presences().absences(OTHER, now, now.plus(DAY))).isEmpty();
  }
}
