package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an oracle of performances needs to know of each time an agent got a lead. */
public final class CountedPerformance {
  private CountedPerformance() {}

  /**
   * A time that a lead has become an agent's.
   *
   * @param team the lead's, as it was last known
   */
  public record Got(
      LeadFile file, AgentId agent, Instant at, Optional<Instant> acted, Optional<TeamId> team) {}

  /** All that count for a period and a filter. */
  public static List<Got> of(
      List<LeadFile> files, RoutingBooks books, CompanyId company, Span span, Filter filter) {
    return files.stream().flatMap(file -> of(file, books, company, span, filter)).toList();
  }

  private static Stream<Got> of(
      LeadFile file, RoutingBooks books, CompanyId company, Span span, Filter filter) {
    List<Recorded> known =
        file.history().stream()
            .filter(r -> span.asOf().isEmpty() || r.recordedAt().isBefore(span.asOf().get()))
            .toList();
    if (known.isEmpty()) return Stream.empty();
    var events = known.stream().map(Recorded::event).toList();
    var traits = Rotation.of(events).traits();
    Optional<TeamId> team =
        books.revision(company, known.getLast().revision()).teamOf(traits).map(Team::id);
    boolean taken =
        (filter.team().isEmpty() || filter.team().equals(team))
            && (filter.source().isEmpty() || filter.source().get().equals(file.content().source()))
            && (filter.tag().isEmpty() || traits.tagNames().contains(filter.tag().get()));
    if (!taken) return Stream.empty();
    return new CountedLead(file.lead(), events)
        .spells().stream()
            .filter(
                his -> !his.countsFor.isBefore(span.from()) && his.countsFor.isBefore(span.to()))
            .map(his -> new Got(file, his.agent, his.got, Optional.ofNullable(his.acted), team));
  }

  /** What each text of {@code budget} says, by hand. */
  public static Map<String, Optional<String>> budgets() {
    return Map.of(
        "1200", Optional.of("1200"),
        "450.50", Optional.of("450.50"),
        "-30", Optional.of("-30"),
        "about ten", Optional.empty(),
        "1.200,50", Optional.of("1200.50"),
        "0", Optional.of("0"));
  }
}
