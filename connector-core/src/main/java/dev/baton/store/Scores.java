package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.performance.PerformanceScore;
import dev.baton.performance.Reports.Span;
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

  private static Map<AgentId, Integer> look(Handle handle, CompanyId company, Instant now) {
    var span = new Span(now.minus(PerformanceScore.FOR_ROUTING), now);
    var scores = new HashMap<AgentId, Integer>();
    JdbcReports.scores(handle, company, span)
        .forEach((agent, sum) -> scores.put(agent, sum.score()));
    return scores;
  }
}
