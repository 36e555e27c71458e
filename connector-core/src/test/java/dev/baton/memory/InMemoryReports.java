package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.Leads;
import dev.baton.memory.CountedLead.Amount;
import dev.baton.memory.CountedLead.Offered;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.ScoreSum;
import dev.baton.performance.Tally;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.Traits;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads every number off the recorded histories, anew for each question: slow, and plain. */
public final class InMemoryReports implements Reports {
  private static final Instant FAR = Instant.parse("3000-01-01T00:00:00Z");

  private final Function<CompanyId, List<LeadFile>> files;
  private final RoutingBooks books;

  public InMemoryReports(Leads leads, RoutingBooks books) {
    this(company -> read(leads, company), books);
  }

  /** Of histories that were read before. */
  public InMemoryReports(Function<CompanyId, List<LeadFile>> files, RoutingBooks books) {
    this.files = files;
    this.books = books;
  }

  /** All that is on record of the company's leads. */
  public static List<LeadFile> read(Leads leads, CompanyId company) {
    return leads.decidedAbout(company, Instant.EPOCH, FAR).stream()
        .map(lead -> leads.file(company, lead).orElseThrow())
        .toList();
  }

  /** A lead as it was known, by what it can be told apart. */
  private record Known(
      CountedLead counted, Optional<TeamId> team, String source, Set<TagName> tags) {
    boolean isOf(Filter filter) {
      return (filter.team().isEmpty() || filter.team().equals(team))
          && (filter.source().isEmpty() || filter.source().get().equals(source))
          && (filter.tag().isEmpty() || tags.contains(filter.tag().get()));
    }

    List<String> values(Dimension dimension) {
      return switch (dimension) {
        case TEAM -> team.map(TeamId::value).stream().toList();
        case SOURCE -> List.of(source);
        case TAG -> tags.stream().map(TagName::key).distinct().toList();
      };
    }
  }

  private List<Known> known(CompanyId company, Span span) {
    return files.apply(company).stream().flatMap(file -> known(company, file, span)).toList();
  }

  private Stream<Known> known(CompanyId company, LeadFile file, Span span) {
    List<Recorded> history =
        file.history().stream().filter(r -> isKnown(r.recordedAt(), span.asOf())).toList();
    if (history.isEmpty()) return Stream.empty();
    var events = history.stream().map(Recorded::event).toList();
    Traits traits = Rotation.of(events).traits();
    int revision = history.getLast().revision();
    return Stream.of(
        new Known(
            new CountedLead(file.lead(), events),
            books.revision(company, revision).teamOf(traits).map(Team::id),
            file.content().source(),
            Set.copyOf(traits.tagNames())));
  }

  private static boolean isKnown(Instant recorded, Optional<Instant> asOf) {
    return asOf.isEmpty() || recorded.isBefore(asOf.get());
  }

  private static boolean in(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }

  @Override
  public Tally tally(CompanyId company, Span span, Filter filter) {
    List<Known> leads = known(company, span);
    Tally tally = numbers(leads.stream().filter(lead -> lead.isOf(filter)), span);
    // A score is the agent's, whatever the leads are narrowed down to.
    for (Known lead : leads) addScores(tally, lead.counted(), span);
    return tally;
  }

  private static Tally numbers(Stream<Known> leads, Span span) {
    var tally = new Tally();
    leads.map(Known::counted).forEach(lead -> addNumbers(tally, lead, span));
    return tally;
  }

  private static void addNumbers(Tally tally, CountedLead lead, Span span) {
    for (Amount each : lead.amounts()) {
      if (!in(span, each.at())) continue;
      if (each.agent().isEmpty()) tally.add(each.measure(), each.amount());
      else tally.add(each.agent().get(), each.measure(), each.amount());
    }
    if (in(span, lead.lead().receivedAt())) {
      lead.responseSeconds().ifPresent(seconds -> tally.responses().add(seconds, 1));
    }
  }

  private static void addScores(Tally tally, CountedLead lead, Span span) {
    for (AgentEvent each : lead.scored()) {
      if (in(span, each.at())) tally.score(each.agent()).add(each.kind(), each.at());
    }
    for (Offered each : lead.offered()) {
      if (in(span, each.at())) tally.score(each.agent()).hadLead(each.at());
    }
  }

  @Override
  public Map<String, Tally> by(CompanyId company, Span span, Dimension dimension) {
    List<Known> leads = known(company, span);
    var values =
        leads.stream().flatMap(lead -> lead.values(dimension).stream()).collect(Collectors.toSet());
    var by = new TreeMap<String, Tally>();
    for (String value : values) {
      var having = leads.stream().filter(lead -> lead.values(dimension).contains(value));
      by.put(value, numbers(having, span));
    }
    by.values().removeIf(new Tally()::equals);
    return by;
  }

  @Override
  public List<Behind> behind(
      CompanyId company, Span span, Filter filter, Figure figure, int limit) {
    return known(company, span).stream()
        .filter(lead -> lead.isOf(filter))
        .flatMap(lead -> behind(lead.counted(), span, figure).stream())
        .sorted(Comparator.comparing(Behind::at).reversed().thenComparing(Behind::lead))
        .limit(limit)
        .toList();
  }

  private static Optional<Behind> behind(CountedLead lead, Span span, Figure figure) {
    List<Amount> amounts = new ArrayList<>(lead.amounts());
    if (lead.responseSeconds().isPresent()) {
      amounts.add(new Amount(Optional.empty(), Measure.RESPONDED, lead.lead().receivedAt(), 1));
    }
    amounts.removeIf(
        each -> !in(span, each.at()) || each.measure() != figure.measure() || !isOf(each, figure));
    long sum = amounts.stream().mapToLong(Amount::amount).sum();
    return amounts.stream()
        .map(Amount::at)
        .max(Comparator.naturalOrder())
        .map(at -> new Behind(lead.lead().id(), at, sum));
  }

  /** Without an agent an agent's measure is that of all of them. */
  private static boolean isOf(Amount amount, Figure figure) {
    return amount.agent().equals(figure.agent())
        || (figure.agent().isEmpty() && !figure.measure().ofCompany());
  }

  @Override
  public List<Responded> responses(CompanyId company, Span span, Filter filter, int limit) {
    return known(company, span).stream()
        .filter(lead -> lead.isOf(filter) && in(span, lead.counted().lead().receivedAt()))
        .flatMap(lead -> responded(lead.counted()).stream())
        .sorted(
            Comparator.comparing((Responded each) -> -each.seconds())
                .thenComparing(Responded::receivedAt)
                .thenComparing(Responded::lead))
        .limit(limit)
        .toList();
  }

  private static Optional<Responded> responded(CountedLead lead) {
    return lead.responseSeconds()
        .map(seconds -> new Responded(lead.lead().id(), lead.lead().receivedAt(), seconds));
  }

  @Override
  public List<Scored> scored(CompanyId company, AgentId agent, Span span) {
    List<Known> leads = known(company, span);
    var all = new Tally();
    for (Known lead : leads) addScores(all, lead.counted(), span);
    ScoreSum his = all.score(agent);
    Optional<Instant> latest = his.latestLead();
    var scored = new ArrayList<Scored>();
    for (Known lead : leads) {
      for (AgentEvent each : lead.counted().scored()) {
        if (!each.agent().equals(agent) || !in(span, each.at())) continue;
        boolean beforeALead = latest.filter(at -> !each.at().isAfter(at)).isPresent();
        boolean counts = !each.kind().feedback() || beforeALead;
        scored.add(new Scored(lead.counted().lead().id(), each, counts));
      }
    }
    scored.sort(Comparator.comparing((Scored s) -> s.event().at()).thenComparing(Scored::lead));
    return scored;
  }
}
