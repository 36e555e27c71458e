package dev.baton.store;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Received;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.performance.PerformanceScore;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.tag.TagName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what decisions of a company know of its agents: only what its book asks for. */
final class FactRows {
  private final Handle handle;
  private final CompanyId company;
  private final RoutingBook book;
  private final Instant now;

  FactRows(Handle handle, RoutingBook book, Instant now) {
    this.handle = handle;
    this.company = book.company();
    this.book = book;
    this.now = now;
  }

  RoutingFacts read(Map<AgentId, Integer> scores) {
    Map<AgentId, List<Absence>> absences = JdbcPresences.absences(handle, company, now);
    var counts = new HashMap<AgentId, Map<Counted, Integer>>();
    var missed = new HashMap<AgentId, Map<Counted, Long>>();
    Set<Counted> counted = book.counted();
    for (Counted each : counted) {
      if (each.period() != Cap.Period.TOTAL) count(each, counts);
      if (isLoad(each)) missed(each, missed);
    }
    boolean totals = counted.contains(Counted.all(Cap.Period.TOTAL));
    var known = new HashMap<AgentId, Fact>();
    standings(totals, counts)
        .forEach(
            (agent, standing) ->
                known.put(
                    agent,
                    new Fact(
                        standing.available,
                        scores.getOrDefault(agent, PerformanceScore.START),
                        standing.offered,
                        absences.getOrDefault(agent, List.of()),
                        new Received(
                            standing.received,
                            counts.getOrDefault(agent, Map.of()),
                            missed.getOrDefault(agent, Map.of())))));
    var others = new HashSet<>(absences.keySet());
    others.addAll(scores.keySet());
    others.addAll(missed.keySet());
    others.removeAll(known.keySet());
    for (AgentId agent : others) {
      known.put(
          agent,
          new Fact(
              true,
              scores.getOrDefault(agent, PerformanceScore.START),
              Optional.empty(),
              absences.getOrDefault(agent, List.of()),
              new Received(Optional.empty(), Map.of(), missed.getOrDefault(agent, Map.of()))));
    }
    return new RoutingFacts(known, now, Optional.empty(), turns());
  }

  private record Standing(
      boolean available, Optional<Instant> offered, Optional<Instant> received) {}

  private Map<AgentId, Standing> standings(
      boolean totals, Map<AgentId, Map<Counted, Integer>> counts) {
    var standings = new HashMap<AgentId, Standing>();
    handle
        .createQuery(
            """
            SELECT agent_id, available, last_offered_at, last_received_at, received_total
            FROM agent_standing WHERE company_id = :company
            """)
        .bind("company", company.value())
        .map(
            (row, context) -> {
              var agent = new AgentId(row.getString("agent_id"));
              if (totals) {
                counts
                    .computeIfAbsent(agent, a -> new HashMap<>())
                    .put(Counted.all(Cap.Period.TOTAL), row.getInt("received_total"));
              }
              return Map.entry(
                  agent,
                  new Standing(
                      row.getBoolean("available"),
                      instant(row, "last_offered_at"),
                      instant(row, "last_received_at")));
            })
        .forEach(e -> standings.put(e.getKey(), e.getValue()));
    return standings;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private boolean isLoad(Counted counted) {
    return counted.tag().isEmpty()
        && counted.team().isPresent()
        && counted.period() != Cap.Period.ACTIVE
        && counted.period() != Cap.Period.TOTAL;
  }

  private void count(Counted counted, Map<AgentId, Map<Counted, Integer>> counts) {
    String sql =
        counted.period() == Cap.Period.ACTIVE
            ? "SELECT l.active_owner AS agent_id, count(*) AS n FROM lead l"
                + " WHERE l.company_id = :company AND l.active_owner IS NOT NULL"
                + (counted.team().isPresent() ? " AND l.team_id = :team" : "")
                + (counted.tag().isPresent()
                    ? " AND EXISTS (SELECT 1 FROM agent_event_tag t"
                        + " WHERE t.lead_id = l.id AND t.tag_key = :tag)"
                    : "")
                + " GROUP BY l.active_owner"
            : "SELECT agent_id, count(*) AS n FROM "
                + (counted.tag().isPresent() ? "agent_event_tag" : "agent_event")
                + " WHERE company_id = :company AND at >= :from"
                + (counted.tag().isPresent() ? " AND tag_key = :tag" : " AND received")
                + (counted.team().isPresent() ? " AND team_id = :team" : "")
                + " GROUP BY agent_id";
    bound(sql, counted)
        .map((row, context) -> Map.entry(new AgentId(row.getString("agent_id")), row.getInt("n")))
        .forEach(
            e ->
                counts
                    .computeIfAbsent(e.getKey(), a -> new HashMap<>())
                    .put(counted, e.getValue()));
  }

  private void missed(Counted counted, Map<AgentId, Map<Counted, Long>> missed) {
    String sql =
        """
        SELECT agent_id, sum(parts) AS parts FROM team_missed
        WHERE company_id = :company AND team_id = :team AND at >= :from
        GROUP BY agent_id
        """;
    bound(sql, counted)
        .map(
            (row, context) ->
                Map.entry(new AgentId(row.getString("agent_id")), row.getLong("parts")))
        .forEach(
            e ->
                missed
                    .computeIfAbsent(e.getKey(), a -> new HashMap<>())
                    .put(counted, e.getValue()));
  }

  private Query bound(String sql, Counted counted) {
    Query query = handle.createQuery(sql).bind("company", company.value());
    counted.team().ifPresent(team -> query.bind("team", team.value()));
    counted.tag().ifPresent(tag -> query.bind("tag", TagName.of(tag).key()));
    new Cap(counted.period(), 0, Optional.empty())
        .startOf(now, book.settings().calendar().zone())
        .ifPresent(from -> query.bind("from", from));
    return query;
  }

  private Map<TeamId, Credits> turns() {
    var owed = new HashMap<TeamId, Map<AgentId, Long>>();
    if (!book.sharesByWeight()) return Map.of();
    handle
        .createQuery("SELECT team_id, agent_id, owed FROM team_turn WHERE company_id = :company")
        .bind("company", company.value())
        .map(
            (row, context) ->
                owed.computeIfAbsent(new TeamId(row.getString("team_id")), t -> new HashMap<>())
                    .put(new AgentId(row.getString("agent_id")), row.getLong("owed")))
        .list();
    var turns = new HashMap<TeamId, Credits>();
    owed.forEach((team, parts) -> turns.put(team, new Credits(parts)));
    return turns;
  }
}
