package dev.baton.server.report;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.company.Company;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.routing.RoutingBook;
import dev.baton.server.http.Answer;
import dev.baton.server.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a report is asked for, as it stands in an address.
 *
 * @param from the first day
 * @param to the last day, which belongs to the period
 * @param zone in which days begin
 * @param asOf what was recorded before it counts; empty for all that is known
 * @param compared whether the period before is told beside it
 */
public record ReportQuestion(
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    Filter filter,
    Optional<Instant> asOf,
    boolean compared) {

  /** From the start of the first day to the start of the day after the last. */
  public Span span() {
    return new Span(
        from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant(), asOf);
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The same for as many days right before. */
  public ReportQuestion before() {
    return new ReportQuestion(
        from.minusDays(days()), from.minusDays(1), zone, filter, asOf, /* compared= */ false);
  }

  /** Whom a report names even where he has no numbers: the team's members, or everybody. */
  public Collection<AgentId> members(RoutingBook book) {
    Optional<Team> team = filter.team().flatMap(book::team);
    if (team.isPresent()) return team.get().members().stream().map(Team.Member::agent).toList();
    return book.agents().stream().map(Agent::id).toList();
  }

  /** The question a program asks, in English; all that is wrong with it at once. */
  public static Reading read(
      Map<String, String> query, Company company, RoutingBook book, Instant now) {
    return read(query, company, book, now, Words.ENGLISH);
  }

  /** The same in the words of who asks on a page. */
  public static Reading read(
      Map<String, String> query, Company company, RoutingBook book, Instant now, Words words) {
    return new ReadingQuestion(query, company, book, now, words).read();
  }

  /** What came of reading an address. */
  public sealed interface Reading {
    record Understood(ReportQuestion question) implements Reading {}

    /**
     * Wrong.
     *
     * @param problems each with the field's name and what to do
     * @param instead what can be shown meanwhile: the default
     */
    record Wrong(List<Problem> problems, ReportQuestion instead) implements Reading {
      public Wrong {
        problems = List.copyOf(problems);
      }

      /** Where there is no page on which to say it: all that is wrong, in words. */
      public Answer answer() {
        return Answer.of(
            400,
            "text/plain; charset=utf-8",
            problems.stream().map(Problem::message).collect(Collectors.joining("\n")) + "\n");
      }
    }
  }

  /** One thing wrong with an address. */
  public record Problem(String field, String message) {}

  /** The address's part after the question mark: what is as usual is left out. */
  public String query() {
    var parts = new ArrayList<String>();
    parts.add("from=" + from);
    parts.add("to=" + to);
    parts.add("zone=" + encoded(zone.getId()));
    filter.team().ifPresent(team -> parts.add("team=" + encoded(team.value())));
    filter.tag().ifPresent(tag -> parts.add("tag=" + encoded(tag.text())));
    filter.source().ifPresent(source -> parts.add("source=" + encoded(source)));
    asOf.ifPresent(moment -> parts.add("asOf=" + encoded(moment.toString())));
    if (compared) parts.add("compare=previous");
    return String.join("&", parts);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
