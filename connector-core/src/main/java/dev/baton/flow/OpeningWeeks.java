package dev.baton.flow;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.message.MessageQueue;
import dev.baton.message.Tidings;
import dev.baton.message.Tidings.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has each agent told his own figures of the week before, on Monday at eight by the company's
 * clock, once.
 */
public final class OpeningWeeks {
  private static final LocalTime AT = LocalTime.of(8, 0);

  /** Who starts a server on a Thursday does not tell of last week. */
  private static final Duration LATEST = Duration.ofDays(1);

  private final MessageQueue queue;
  private final KnowingPeople people;
  private final InstantSource clock;
  private final Map<CompanyId, LocalDate> opened = new ConcurrentHashMap<>();

  public OpeningWeeks(MessageQueue queue, KnowingPeople people, InstantSource clock) {
    this.queue = queue;
    this.people = people;
    this.clock = clock;
  }

  /** To be called often; answers for how many companies the week was opened. */
  public int look() {
    Instant now = clock.instant();
    int weeks = 0;
    for (Company company : people.companies().all()) {
      LocalDate monday =
          now.atZone(company.zone())
              .toLocalDate()
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      Instant due = monday.atTime(AT).atZone(company.zone()).toInstant();
      if (now.isBefore(due) || !now.isBefore(due.plus(LATEST))) continue;
      if (monday.equals(opened.put(company.id(), monday))) continue;
      if (queue.openWeek(company.id(), monday, tidings(company.id(), monday, due))) weeks++;
    }
    return weeks;
  }

  private List<Tidings> tidings(CompanyId company, LocalDate monday, Instant due) {
    return people.agents(company).stream()
        .map(
            agent ->
                new Tidings(
                    Kind.DIGEST, Optional.of(agent), 0, due, Optional.empty(), monday.toString()))
        .toList();
  }
}
