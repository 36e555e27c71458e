package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.ledger.LeadFile;
import dev.baton.memory.InMemoryReports;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Figure;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Scored;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What everything that tells reports does: in sentences, and for histories of chance. */
abstract class ReportsContract extends KnownNumbersContract {
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("America/St_Johns"), ZoneId.of("Asia/Kathmandu"));

  @Test
  void all_numbers_equal_those_of_the_oracle_for_random_ranges() {
    long seed = Long.getLong("reports.seed", 29);
    Instant begun = now();
    var history = new RandomHistory(store, ACME, seed);
    history.happen(Integer.getInteger("reports.steps", 700));
    assertThat(history.decided()).isGreaterThan(100);
    addUp();
    everythingHappened();

    List<LeadFile> files = InMemoryReports.read(store.leads(), ACME);
    var oracle = new InMemoryReports(c -> c.equals(ACME) ? files : List.of(), store.books());
    var random = new Random(seed);
    for (int i = 0; i < 50; i++) compare(oracle, span(random, begun), random, seed);
  }

  /** What a store does while nobody looks. */
  void addUp() {}

  /** A history in which some number stays zero would prove less. */
  private void everythingHappened() {
    Tally all = tally();
    for (Measure measure : Measure.values()) {
      long sum =
          measure == Measure.RESPONDED
              ? all.responses().leads()
              : measure.ofCompany()
                  ? all.of(measure)
                  : all.agents().keySet().stream().mapToLong(a -> all.of(a, measure)).sum();
      assertThat(sum).as("%s", measure).isPositive();
    }
    addsUp(all);
  }

  private Span span(Random random, Instant begun) {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    int days = (int) Duration.between(begun, now()).toDays() + 3;
    var first = begun.atZone(zone).toLocalDate().minusDays(1).plusDays(random.nextInt(days));
    var last = first.plusDays(random.nextInt(random.nextBoolean() ? 3 : days));
    long minutes = Duration.between(begun, now()).toMinutes();
    Optional<Instant> asOf =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(begun.plus(Duration.ofMinutes(random.nextLong(minutes + 60))));
    return new Span(
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        asOf);
  }

  private void compare(Reports oracle, Span span, Random random, long seed) {
    Filter filter = filter(random);
    addsUp(oracle.tally(ACME, span, filter));
    String question = "seed " + seed + ", " + span + ", " + filter;
    Reports told = store.reports();
    assertThat(told.tally(ACME, span, filter))
        .as(question)
        .isEqualTo(oracle.tally(ACME, span, filter));
    for (Dimension each : Dimension.values()) {
      assertThat(told.by(ACME, span, each))
          .as("%s by %s", question, each)
          .isEqualTo(oracle.by(ACME, span, each));
    }
    int limit = random.nextInt(4) == 0 ? 3 : 1000;
    for (Measure measure : Measure.values()) {
      Optional<AgentId> agent = measure.ofCompany() ? Optional.empty() : Optional.of(agent(random));
      var number = new Figure(agent, measure);
      assertThat(told.behind(ACME, span, filter, number, limit))
          .as("%s behind %s", question, number)
          .isEqualTo(oracle.behind(ACME, span, filter, number, limit));
      var ofAll = new Figure(Optional.empty(), measure);
      assertThat(told.behind(ACME, span, filter, ofAll, limit))
          .as("%s behind %s of all", question, measure)
          .isEqualTo(oracle.behind(ACME, span, filter, ofAll, limit));
    }
    assertThat(told.responses(ACME, span, filter, limit))
        .as("%s responses", question)
        .isEqualTo(oracle.responses(ACME, span, filter, limit));
    AgentId agent = agent(random);
    List<Scored> scored = told.scored(ACME, agent, span);
    assertThat(scored)
        .as("%s scored %s", question, agent)
        .containsExactlyInAnyOrderElementsOf(oracle.scored(ACME, agent, span))
        .isSortedAccordingTo((a, b) -> a.event().at().compareTo(b.event().at()));
  }

  private static AgentId agent(Random random) {
    return RandomHistory.AGENTS.get(random.nextInt(RandomHistory.AGENTS.size()));
  }

  private static Filter filter(Random random) {
    List<String> teams = List.of("north", "harbour");
    return new Filter(
        sometimes(random, teams).map(TeamId::new),
        sometimes(random, RandomHistory.TAGS).map(TagName::of),
        sometimes(random, RandomHistory.SOURCES));
  }

  private static Optional<String> sometimes(Random random, List<String> values) {
    return random.nextInt(3) == 0
        ? Optional.of(values.get(random.nextInt(values.size())))
        : Optional.empty();
  }
}
