package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.LeadTracks.Tracked;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.InForce;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Time to action of leads whose team asks for it in working hours (domain §10, decision 33). Reads
 * the histories of those teams' leads, and nothing where no team asks.
 */
public final class ActionTimes {
  private static final Duration WHILE_IT_IS_READ = Duration.ofDays(1);

  private final LeadTracks tracks;
  private final RoutingBooks books;
  private final Presences presences;

  public ActionTimes(LeadTracks tracks, RoutingBooks books, Presences presences) {
    this.tracks = tracks;
    this.books = books;
    this.presences = presences;
  }

  /**
   * A lead on which an agent acted.
   *
   * @param around seconds from getting it to the first tracked status, around the clock
   * @param seconds the same in his working hours
   */
  public record Acted(LeadId lead, AgentId agent, Facets facets, long around, long seconds) {}

  /** Several of them, added up. */
  public record InHours(long leads, long around, long seconds) {
    static final InHours NONE = new InHours(0, 0, 0);

    InHours with(Acted acted) {
      return new InHours(leads + 1, around + acted.around, seconds + acted.seconds);
    }
  }

  /**
   * Per agent.
   *
   * @param now nothing was acted on later
   */
  public Map<AgentId, InHours> byAgent(CompanyId company, Span span, Filter filter, Instant now) {
    var sums = new HashMap<AgentId, InHours>();
    each(company, span, filter, now, acted -> add(sums, acted.agent, acted));
    return sums;
  }

  /** Per tag, source or team. */
  public Map<String, InHours> by(CompanyId company, Span span, Dimension dimension, Instant now) {
    var sums = new HashMap<String, InHours>();
    each(
        company,
        span,
        Filter.ALL,
        now,
        acted -> acted.facets.in(dimension).forEach(member -> add(sums, member, acted)));
    return sums;
  }

  private static <K> void add(Map<K, InHours> sums, K key, Acted acted) {
    sums.put(key, sums.getOrDefault(key, InHours.NONE).with(acted));
  }

  /** One by one; others than these are told around the clock. */
  public void each(
      CompanyId company, Span span, Filter filter, Instant now, Consumer<Acted> consumer) {
    Instant end = now.plus(WHILE_IT_IS_READ);
    Instant from = span.from().isAfter(now) ? now : span.from();
    List<InForce> inForce = books.inForce(company, from, end);
    Set<TeamId> asking = asking(inForce, filter);
    if (asking.isEmpty()) return;
    var times = new WorkTimes(inForce, presences.absences(company, from, end));
    for (TeamId team : asking) {
      var its = new Filter(Optional.of(team), filter.tag(), filter.source());
      tracks.each(
          company,
          span,
          its,
          tracked -> {
            for (Tenure tenure : tracked.track().tenures()) {
              if (!span.contains(tenure.countedAt()) || tenure.actedAt().isEmpty()) continue;
              if (!asks(inForce, team, tenure.since())) continue;
              consumer.accept(acted(tracked, tenure, tenure.actedAt().get(), times));
            }
          });
    }
  }

  /** Teams that asked for it at some time, of those the question is about. */
  private static Set<TeamId> asking(List<InForce> inForce, Filter filter) {
    var asking = new LinkedHashSet<TeamId>();
    for (InForce part : inForce) {
      for (Team team : part.book().content().teams()) {
        if (team.reports().actionInHours()) asking.add(team.id());
      }
    }
    filter.team().ifPresent(only -> asking.removeIf(team -> !team.equals(only)));
    return asking;
  }

  /** What the team asked for when the agent got the lead holds for that lead. */
  private static boolean asks(List<InForce> inForce, TeamId team, Instant at) {
    RoutingBook book = inForce.getFirst().book();
    for (InForce part : inForce) if (!part.from().isAfter(at)) book = part.book();
    return book.team(team).filter(t -> t.reports().actionInHours()).isPresent();
  }

  private static Acted acted(Tracked tracked, Tenure tenure, Instant at, WorkTimes times) {
    return new Acted(
        tracked.lead(),
        tenure.agent(),
        tracked.facets(),
        Duration.between(tenure.since(), at).toSeconds(),
        times.within(tenure.agent(), tenure.since(), at).toSeconds());
  }
}
