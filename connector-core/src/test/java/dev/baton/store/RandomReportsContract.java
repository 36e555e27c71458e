package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.Distribution;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.company.Company;
import dev.baton.performance.AgentStats;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Dashboard;
import dev.baton.performance.Measure;
import dev.baton.performance.PlainReports;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Figure;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever happened to leads for weeks: all numbers equal those of an oracle that reads the whole
 * history anew, for any period, zone, filter and moment of knowledge, and the identities of domain
 * §10 hold.
 */
abstract class RandomReportsContract extends StoreScene {
  private static final List<AgentId> AGENTS =
      List.of(ANN, BOB, new AgentId("cat"), new AgentId("dan"));
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("America/St_Johns"), ZoneId.of("Asia/Kathmandu"));
  private static final int STEPS = 500;
  private static final int QUESTIONS = 50;

  private final List<Instant> moments = new ArrayList<>();
  private Instant begin;

  /** What a store does while time passes, such as adding facts up. */
  void tidy(Company company) {}

  private void live(long seed) {
    store.companies().put(new Company(ACME, "Acme", ZONES.get(1)));
    var agents = new ArrayList<Agent>();
    for (AgentId id : AGENTS) {
      boolean catchall = id.value().equals("cat");
      agents.add(
          new Agent(
              id,
              id.value(),
              id + "@example.org",
              catchall ? Set.of() : Set.of("Harbour", "Old Town"),
              true,
              catchall,
              Map.of(PORTAL, new CrmIdentity(id.value(), "u" + id))));
    }
    var members = List.of(Team.Member.of(ANN), Team.Member.of(AGENTS.get(3)));
    Team town =
        Team.of("town", Distribution.of(Distribution.Method.ROUND_ROBIN), members)
            .taking(Set.of("Old Town"));
    publish(
        new BookDraft(
            List.of(
                Tag.preferential("Harbour"),
                Tag.preferential("Old Town"),
                Tag.preferential("Loft")),
            agents,
            List.of(town),
            RoutingSettings.DEFAULT
                .withWindow(WINDOW)
                .withSharkTank(Duration.ofMinutes(20), Duration.ofMinutes(5))
                .withEveryAgentForUntagged(true)));
    begin = store.clock().instant();
    var history = new RandomHistory(store, AGENTS, seed);
    for (int step = 0; step < STEPS; step++) {
      history.step();
      if (step % 7 == 0) moments.add(store.clock().instant());
      if (step % 20 == 0) tidy(new Company(ACME, "Acme", ZONES.get(1)));
    }
  }

  private Span span(Random random) {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    LocalDate first = LocalDate.ofInstant(begin, zone).minusDays(1);
    int days = (int) Duration.between(begin, store.clock().instant()).toDays() + 2;
    LocalDate from = first.plusDays(random.nextInt(days));
    LocalDate to = from.plusDays(1 + random.nextInt(days));
    Optional<Instant> asOf =
        random.nextInt(3) == 0
            ? Optional.of(moments.get(random.nextInt(moments.size())))
            : Optional.empty();
    return new Span(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), asOf);
  }

  private static Filter filter(Random random) {
    return new Filter(
        random.nextInt(4) == 0 ? Optional.of(new TeamId("town")) : Optional.empty(),
        random.nextInt(4) == 0 ? Optional.of(TagName.of("harbour")) : Optional.empty(),
        random.nextInt(4) == 0 ? Optional.of("WEB") : Optional.empty());
  }

  @Test
  void all_numbers_equal_those_of_the_oracle_and_the_identities_hold() {
    live(4711);
    Reports oracle = PlainReports.ofPast(ACME, store.leads(), store.books());
    var random = new Random(4712);
    long counted = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      Span span = span(random);
      Filter filter = filter(random);
      Dashboard told = Dashboard.of(store.reports().tally(ACME, span, filter), AGENTS);

      assertThat(store.reports().tally(ACME, span, filter))
          .as("%s %s", span, filter)
          .isEqualTo(oracle.tally(ACME, span, filter));
      identities(told);
      counted += told.company().leads();
      Dimension dimension = Dimension.values()[random.nextInt(3)];
      assertThat(store.reports().by(ACME, span, dimension))
          .as("%s %s", span, dimension)
          .isEqualTo(oracle.by(ACME, span, dimension));
      AgentId agent = AGENTS.get(random.nextInt(AGENTS.size()));
      Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
      var figure = new Figure(measure.ofCompany() ? Optional.empty() : Optional.of(agent), measure);
      assertThat(store.reports().behind(ACME, span, filter, figure, 1_000))
          .as("%s %s %s", span, filter, figure)
          .isEqualTo(oracle.behind(ACME, span, filter, figure, 1_000));
      assertThat(store.reports().scored(ACME, agent, span))
          .as("%s %s", agent, span)
          .containsExactlyInAnyOrderElementsOf(oracle.scored(ACME, agent, span));
    }
    assertThat(counted).as("leads that were counted").isGreaterThan(300);
  }

  private static void identities(Dashboard told) {
    CompanyStats company = told.company();
    assertThat(company.leads())
        .isEqualTo(
            company.accepted()
                + company.catchallAccepted()
                + company.assigned()
                + company.coalesced()
                + company.pending()
                + company.delinquent());
    for (AgentStats agent : told.agents()) {
      assertThat(agent.offered())
          .isEqualTo(
              agent.accepted()
                  + agent.declined()
                  + agent.timedOut()
                  + agent.pending()
                  + agent.withdrawn());
      assertThat(agent.accepted()).isEqualTo(agent.contacted() + agent.notContacted());
    }
  }
}
