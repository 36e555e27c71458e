package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.performance.PerformanceScore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Handle;

/**
 * Performance scores over the last 30 days, as routing uses them (domain §9). Looked up at most
 * once a minute for each company, because they only decide between equal matches; what a decision
 * saw is kept with it.
 */
final class Scores {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Known(Instant at, Map<AgentId, Integer> scores) {
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && Duration.between(at, now).compareTo(FRESH) < 0;
    }
  }

  private final ConcurrentMap<CompanyId, Known> known = new ConcurrentHashMap<>();

  Map<AgentId, Integer> of(Handle handle, CompanyId company, Instant now) {
    Known last = known.get(company);
    if (last != null && last.isFresh(now)) return last.scores();
    var looked = new Known(now, look(handle, company, now));
    known.put(company, looked);
    return looked.scores();
  }

  /** Feedback given after the agent's latest lead does not count yet. */
  private static Map<AgentId, Integer> look(Handle handle, CompanyId company, Instant now) {
    var scores = new HashMap<AgentId, Integer>();
    handle
        .createQuery(
            """
            SELECT e.agent_id, SUM(CASE
                WHEN e.kind LIKE 'FEEDBACK%'
                  AND NOT (COALESCE(e.at <= s.last_offered_at, FALSE)
                           OR COALESCE(e.at <= s.last_received_at, FALSE)) THEN 0
                ELSE e.points END) AS points
            FROM agent_event e
            LEFT JOIN agent_standing s
              ON s.company_id = e.company_id AND s.agent_id = e.agent_id
            WHERE e.company_id = :company AND e.at >= :from AND e.at < :now
            GROUP BY e.agent_id
            """)
        .bind("company", company.value())
        .bind("from", now.minus(PerformanceScore.FOR_ROUTING))
        .bind("now", now)
        .map(
            (row, context) ->
                Map.entry(new AgentId(row.getString("agent_id")), row.getInt("points")))
        .forEach(e -> scores.put(e.getKey(), PerformanceScore.START + e.getValue()));
    return scores;
  }
}
