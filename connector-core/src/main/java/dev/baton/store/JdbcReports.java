package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.Fact;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.ScoreSum;
import dev.baton.performance.Tally;
import dev.baton.store.ReportReading.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Adds up the numbers of reports: slices where there are some, and single facts for the rest. */
public final class JdbcReports implements Reports {
  private final Database database;

  public JdbcReports(Database database) {
    this.database = database;
  }

  @Override
  public Tally tally(CompanyId company, Span span, Filter filter) {
    return database.inTransaction(handle -> tally(handle, company, span, filter));
  }

  static Tally tally(Handle handle, CompanyId company, Span span, Filter filter) {
    var tally = new Tally();
    Optional<SliceKey> slices = SliceKey.of(filter);
    boolean all = slices.equals(Optional.of(SliceKey.ALL));
    Sealed sealed = slices.isPresent() ? Sealed.of(handle, company, span) : Sealed.NOTHING;
    var reading = new ReportReading(handle, company, span, sealed);
    // Scores are the agent's, whatever the filter: they are told by the slices of all leads.
    reading.slices(SliceKey.ALL, data -> TallyBytes.addTo(tally, data, all, /* scores= */ true));
    if (!all && slices.isPresent()) {
      reading.slices(
          slices.get(), data -> TallyBytes.addTo(tally, data, true, /* scores= */ false));
    }
    reading.facts(
        row -> {
          Fact fact = row.fact();
          if (filter.takes(fact.facets())) tally.add(fact);
          noteLead(tally, fact);
        });
    reading.events(e -> tally.score(e.event().agent()).add(e.event().kind(), e.event().at()));
    return tally;
  }

  /** The scores alone. */
  static Map<AgentId, ScoreSum> scores(Handle handle, CompanyId company, Span span) {
    return tally(handle, company, span, Filter.ALL).scores();
  }

  /** Who is offered a lead has a most recent lead, however the offer is counted later. */
  static void noteLead(Tally tally, Fact fact) {
    if (fact.amounts().containsKey(Measure.OFFERED)) {
      fact.agent().ifPresent(agent -> tally.score(agent).hadLead(fact.at()));
    }
  }

  @Override
  public Map<String, Tally> by(CompanyId company, Span span, Dimension dimension) {
    return database.inTransaction(
        handle -> {
          var tallies = new TreeMap<String, Tally>();
          var reading = new ReportReading(handle, company, span, Sealed.of(handle, company, span));
          reading.slices(
              dimension,
              (member, data) ->
                  TallyBytes.addTo(
                      tallies.computeIfAbsent(member, m -> new Tally()),
                      data,
                      /* numbers= */ true,
                      /* scores= */ false));
          reading.facts(
              row -> {
                for (String member : row.fact().facets().in(dimension)) {
                  tallies.computeIfAbsent(member, m -> new Tally()).add(row.fact());
                }
              });
          tallies.values().removeIf(Tally::isEmpty);
          return tallies;
        });
  }

  @Override
  public List<Behind> behind(
      CompanyId company, Span span, Filter filter, Figure figure, int limit) {
    return database.inTransaction(
        handle -> {
          var leads = new HashMap<LeadId, TreeMap<Instant, Long>>();
          unsliced(handle, company, span)
              .facts(
                  figure,
                  row -> {
                    if (!filter.takes(row.fact().facets())) return;
                    Long amount = row.fact().amounts().get(figure.measure());
                    if (amount == null) return;
                    leads
                        .computeIfAbsent(row.lead(), lead -> new TreeMap<>())
                        .merge(row.fact().at(), amount, (x, y) -> x + y == 0 ? null : x + y);
                  });
          return leads.entrySet().stream()
              .flatMap(each -> behind(each.getKey(), each.getValue()))
              .sorted(
                  Comparator.comparing(Behind::at).reversed().thenComparing(b -> b.lead().value()))
              .limit(limit)
              .toList();
        });
  }

  private static Stream<Behind> behind(LeadId lead, NavigableMap<Instant, Long> amounts) {
    long sum = amounts.values().stream().mapToLong(amount -> amount).sum();
    return sum == 0 ? Stream.empty() : Stream.of(new Behind(lead, amounts.lastKey(), sum));
  }

  @Override
  public List<Responded> responses(CompanyId company, Span span, Filter filter, int limit) {
    return database.inTransaction(
        handle -> {
          var leads = new HashMap<Responded, Long>();
          unsliced(handle, company, span)
              .facts(
                  new Figure(Optional.empty(), Measure.RESPONDED),
                  row -> {
                    Fact fact = row.fact();
                    if (!filter.takes(fact.facets())) return;
                    leads.merge(
                        new Responded(row.lead(), fact.at(), fact.responseSeconds().orElseThrow()),
                        fact.amounts().get(Measure.RESPONDED),
                        Long::sum);
                  });
          leads.values().removeIf(times -> times == 0);
          return leads.keySet().stream()
              .sorted(
                  Comparator.comparingInt(Responded::seconds)
                      .reversed()
                      .thenComparing(Responded::receivedAt)
                      .thenComparing(each -> each.lead().value()))
              .limit(limit)
              .toList();
        });
  }

  @Override
  public List<Scored> scored(CompanyId company, AgentId agent, Span span) {
    return database.inTransaction(
        handle -> {
          var sum = new ScoreSum();
          var happened = new ArrayList<Happened>();
          ReportReading reading = unsliced(handle, company, span);
          var offered = new Figure(Optional.of(agent), Measure.OFFERED);
          reading.facts(offered, row -> sum.hadLead(row.fact().at()));
          reading.events(
              agent,
              each -> {
                sum.add(each.event().kind(), each.event().at());
                happened.add(each);
              });
          Instant latest = sum.latestLead().orElse(Instant.MIN);
          return happened.stream()
              .sorted(Comparator.comparing(each -> each.event().at()))
              .map(
                  each ->
                      new Scored(
                          each.lead(),
                          each.event(),
                          !each.event().kind().feedback() || !each.event().at().isAfter(latest)))
              .toList();
        });
  }

  private static ReportReading unsliced(Handle handle, CompanyId company, Span span) {
    return new ReportReading(handle, company, span, Sealed.NOTHING);
  }
}
