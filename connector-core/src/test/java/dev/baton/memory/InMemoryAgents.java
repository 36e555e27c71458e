package dev.baton.memory;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Received;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.AgentNotes.Noted;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.PerformanceScore;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to agents, in memory; counts are made from the whole history each time. */
final class InMemoryAgents {
  private record Row(
      CompanyId company, AgentEvent event, Optional<TeamId> team, List<TagName> tags) {}

  private record Missed(CompanyId company, TeamId team, AgentId agent, Instant at, long parts) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<Missed> missed = new ArrayList<>();
  private final Map<CompanyId, Map<TeamId, Credits>> turns = new HashMap<>();

  void add(CompanyId company, Rotation after, Noted noted, Instant now) {
    for (AgentEvent event : noted.events()) {
      rows.add(new Row(company, event, noted.team(), after.tagNames()));
    }
    noted
        .missed()
        .forEach(
            (agent, parts) ->
                missed.add(new Missed(company, noted.team().orElseThrow(), agent, now, parts)));
    if (noted.owed().isEmpty()) return;
    var ofCompany = turns.computeIfAbsent(company, c -> new HashMap<>());
    TeamId team = noted.team().orElseThrow();
    var parts = new HashMap<>(ofCompany.getOrDefault(team, Credits.NONE).parts());
    noted.owed().forEach((agent, more) -> parts.merge(agent, more, Long::sum));
    ofCompany.put(team, new Credits(parts));
  }

  /** Adds to what is known of presence what has happened. */
  RoutingFacts facts(RoutingBook book, RoutingFacts presence, Instant now, List<Rotation> leads) {
    var known = new HashMap<AgentId, Fact>(presence.known());
    for (Agent agent : book.agents()) {
      Fact fact = known.getOrDefault(agent.id(), RoutingFacts.NONE.of(agent.id()));
      Received received = received(book, agent.id(), now, leads);
      known.put(
          agent.id(),
          fact.having(received).scoring(score(book.company(), agent.id(), fact, received, now)));
    }
    return new RoutingFacts(
        known, now, presence.lastRelease(), turns.getOrDefault(book.company(), Map.of()));
  }

  private int score(CompanyId company, AgentId agent, Fact fact, Received received, Instant now) {
    List<AgentEvent> events =
        rows.stream()
            .filter(r -> r.company.equals(company) && r.event.agent().equals(agent))
            .map(Row::event)
            .toList();
    Optional<Instant> latest = fact.having(received).lastTurn();
    return PerformanceScore.of(events, now.minus(PerformanceScore.FOR_ROUTING), now, latest);
  }

  private Received received(RoutingBook book, AgentId agent, Instant now, List<Rotation> leads) {
    List<Row> got =
        rows.stream()
            .filter(r -> r.company.equals(book.company()) && r.event.agent().equals(agent))
            .filter(r -> r.event.kind().received())
            .toList();
    Optional<Instant> last = got.stream().map(r -> r.event.at()).max(Instant::compareTo);
    var counts = new HashMap<Counted, Integer>();
    var parts = new HashMap<Counted, Long>();
    for (Counted counted : book.counted()) {
      Optional<Instant> from =
          new Cap(counted.period(), 0, Optional.empty())
              .startOf(now, book.settings().calendar().zone());
      long n =
          counted.period() == Cap.Period.ACTIVE
              ? leads.stream().filter(l -> isActive(l, agent, counted, book)).count()
              : got.stream().filter(r -> counts(r, counted, from)).count();
      if (n > 0) counts.put(counted, Math.toIntExact(n));
      long sum =
          missed.stream()
              .filter(m -> m.company.equals(book.company()) && m.agent.equals(agent))
              .filter(m -> counted.team().equals(Optional.of(m.team)) && counted.tag().isEmpty())
              .filter(m -> from.filter(f -> m.at.isBefore(f)).isEmpty())
              .mapToLong(Missed::parts)
              .sum();
      if (sum > 0 && from.isPresent()) parts.put(counted, sum);
    }
    return new Received(last, counts, parts);
  }

  private static boolean isActive(Rotation lead, AgentId agent, Counted counted, RoutingBook book) {
    return lead.owner().equals(Optional.of(agent))
        && !lead.care().progress().deal().closed()
        && counted
            .team()
            .map(t -> book.teamOf(lead.traits()).filter(o -> o.id().equals(t)).isPresent())
            .orElse(true)
        && counted.tag().map(TagName::of).map(lead.tagNames()::contains).orElse(true);
  }

  private static boolean counts(Row row, Counted counted, Optional<Instant> from) {
    return from.filter(f -> row.event.at().isBefore(f)).isEmpty()
        && (counted.team().isEmpty() || counted.team().equals(row.team))
        && counted.tag().map(TagName::of).map(row.tags::contains).orElse(true);
  }
}
