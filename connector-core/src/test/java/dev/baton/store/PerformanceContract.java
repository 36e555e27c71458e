package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.FieldMetric.Kind;
import dev.baton.agent.TeamId;
import dev.baton.ledger.LeadFile;
import dev.baton.memory.CountedPerformance;
import dev.baton.memory.CountedPerformance.Got;
import dev.baton.memory.InMemoryReports;
import dev.baton.performance.Conversion;
import dev.baton.performance.FieldFigure;
import dev.baton.performance.Performance;
import dev.baton.performance.Performance.Column;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.TellingPerformance;
import dev.baton.routing.RoutingBook;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decision 33: performance in hours and of fields equals that of an oracle, minute by minute. */
abstract class PerformanceContract extends StoreScene {
  /** Clocks change in New York on the 14th, in Berlin on the 28th, on Lord Howe on 4 April. */
  private static final Instant BEFORE_CLOCKS_CHANGE = Instant.parse("2027-03-08T10:00:00Z");

  private final Map<String, Long> secondsAtWork = new HashMap<>();

  TellingPerformance telling() {
    return new TellingPerformance(
        store.reports(), store.tracks(), store.fields(), store.books(), store.presences());
  }

  private Instant now() {
    return store.clock().instant();
  }

  @Test
  void time_to_action_and_fields_equal_those_of_the_oracle_for_random_histories() {
    long seed = Long.getLong("performance.seed", 33);
    var random = new Random(seed);
    store.clock().set(BEFORE_CLOCKS_CHANGE);
    var settings = new RandomSettings(store, random);
    var history = new RandomHistory(store, ACME, seed, settings::besides);
    for (int i = 0; i < 6; i++) {
      history.happen(Integer.getInteger("performance.steps", 90));
      somebodyGoesAway(random, settings);
    }
    assertThat(now()).isAfter(Instant.parse("2027-04-06T00:00:00Z"));

    List<LeadFile> files = InMemoryReports.read(store.leads(), ACME);
    int inHours = 0;
    int notNumbers = 0;
    for (int i = 0; i < 25; i++) {
      Span span = span(random);
      Filter filter = filter(random);
      Performance told = told(span, filter);
      String question = "seed " + seed + ", " + span + ", " + filter;
      List<Got> got = CountedPerformance.of(files, store.books(), ACME, span, filter);
      compare(told, got, settings, question);
      inHours += (int) told.total().conversion().inHours();
      notNumbers += (int) told.total().fields().stream().mapToLong(f -> f.notNumbers()).sum();
      if (filter.equals(Filter.ALL)) compareBy(span, got, settings, question);
    }
    assertThat(inHours).as("an oracle of nothing proves nothing").isGreaterThan(50);
    assertThat(notNumbers).isGreaterThan(20);
  }

  private Performance told(Span span, Filter filter) {
    RoutingBook book = store.books().current(ACME);
    return telling().of(book, span, filter, RandomHistory.AGENTS, now());
  }

  private void somebodyGoesAway(Random random, RandomSettings settings) {
    AgentId agent = RandomHistory.AGENTS.get(random.nextInt(4));
    Instant from = now().minus(Duration.ofHours(random.nextInt(60)));
    var absence = new Absence("", from, from.plus(Duration.ofMinutes(1 + random.nextInt(4000))));
    store.presences().away(ACME, agent, absence);
    settings.away(agent, absence);
  }

  private Span span(Random random) {
    long all = Duration.between(BEFORE_CLOCKS_CHANGE, now()).toMinutes();
    Instant from = BEFORE_CLOCKS_CHANGE.plus(Duration.ofMinutes(random.nextLong(all)));
    if (random.nextBoolean()) from = BEFORE_CLOCKS_CHANGE;
    Instant to = from.plus(Duration.ofMinutes(1 + random.nextLong(2 * all)));
    Optional<Instant> asOf =
        random.nextInt(3) > 0
            ? Optional.empty()
            : Optional.of(from.plus(Duration.ofMinutes(random.nextLong(all))));
    return new Span(from, to, asOf);
  }

  private static Filter filter(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Filter(Optional.of(new TeamId("north")), Optional.empty(), Optional.empty());
      case 1 -> new Filter(Optional.of(new TeamId("harbour")), Optional.empty(), Optional.empty());
      case 2 -> new Filter(Optional.empty(), Optional.of(TagName.of("North")), Optional.of("WEB"));
      default -> Filter.ALL;
    };
  }

  // The oracle -----------------------------------------------------------------------------------

  private void compare(Performance told, List<Got> got, RandomSettings settings, String question) {
    for (Performance.Row row : told.agents()) {
      List<Got> his = got.stream().filter(g -> g.agent().equals(row.agent())).toList();
      compare(row.conversion(), his, settings, question + " of " + row.agent());
      for (int i = 0; i < told.columns().size(); i++) {
        compare(row.fields().get(i), told.columns().get(i), his, question + " of " + row.agent());
      }
    }
    compare(told.total().conversion(), got, settings, question);
    for (int i = 0; i < told.columns().size(); i++) {
      compare(told.total().fields().get(i), told.columns().get(i), got, question);
    }
  }

  private void compareBy(Span span, List<Got> got, RandomSettings settings, String question) {
    var byTeam = telling().statistics(ACME, span, Dimension.TEAM, now());
    byTeam.forEach(
        (team, statistic) ->
            compare(
                statistic.conversion(),
                got.stream().filter(g -> g.team().equals(Optional.of(new TeamId(team)))).toList(),
                settings,
                question + " by team " + team));
  }

  private void compare(Conversion told, List<Got> got, RandomSettings settings, String question) {
    assertThat(told.got()).as(question).isEqualTo(got.size());
    long seconds = 0;
    long inHours = 0;
    for (Got each : got) {
      if (each.acted().isEmpty()) continue;
      if (settings.actionInHours(each.team(), each.at())) {
        inHours++;
        seconds += secondsAtWork(each, settings);
      } else {
        seconds += Duration.between(each.at(), each.acted().get()).toSeconds();
      }
    }
    assertThat(told.inHours()).as(question).isEqualTo(inHours);
    assertThat(told.actionSeconds()).as(question).isEqualTo(seconds);
  }

  private long secondsAtWork(Got got, RandomSettings settings) {
    Instant acted = got.acted().orElseThrow();
    return secondsAtWork.computeIfAbsent(
        got.agent() + " " + got.at() + " " + acted,
        key -> settings.atWork(got.agent(), got.at(), acted).toSeconds());
  }

  /** Each lead once, however often he got it. */
  private void compare(FieldFigure told, Column column, List<Got> got, String question) {
    var seen = new HashSet<LeadFile>();
    var numbers = new ArrayList<BigDecimal>();
    int values = 0;
    for (Got each : got) {
      if (!each.team().equals(Optional.of(column.team().id())) || !seen.add(each.file())) continue;
      String text = each.file().content().text().fields().getOrDefault("budget", "");
      if (text.isBlank()) continue;
      values++;
      CountedPerformance.budgets().get(text).map(BigDecimal::new).ifPresent(numbers::add);
    }
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> expected =
        switch (column.metric().kind()) {
          case COUNT -> Optional.of(BigDecimal.valueOf(values));
          case SUM -> numbers.isEmpty() ? Optional.empty() : Optional.of(sum);
          case AVERAGE ->
              numbers.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      sum.divide(BigDecimal.valueOf(numbers.size()), 2, RoundingMode.HALF_UP));
          case MAXIMUM -> numbers.stream().max(Comparator.naturalOrder());
        };
    assertThat(told.of(column.metric().kind()).map(BigDecimal::stripTrailingZeros))
        .as("%s: %s", question, column.metric())
        .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    assertThat(told.notNumbers()).as(question).isEqualTo(values - numbers.size());
  }

  // In sentences ---------------------------------------------------------------------------------

  @Test
  void fields_of_other_companies_and_of_unknown_leads_are_not_told() {
    var lead = offered();

    assertThat(store.fields().of(ACME, List.of(lead.id(), newLead().id()), Set.of("city")))
        .isEqualTo(Map.of(lead.id(), Map.of("city", "Kiel")));
    assertThat(store.fields().of(ACME, List.of(lead.id()), Set.of("street")))
        .isEqualTo(Map.of(lead.id(), Map.of()));
    assertThat(store.fields().of(OTHER, List.of(lead.id()), Set.of("city"))).isEmpty();
  }

  static List<FieldMetric> metrics() {
    return List.of(
        new FieldMetric("With a budget", "budget", Kind.COUNT),
        new FieldMetric("Budget", "budget", Kind.SUM),
        new FieldMetric("Average budget", "budget", Kind.AVERAGE),
        new FieldMetric("Greatest budget", "budget", Kind.MAXIMUM));
  }
}
