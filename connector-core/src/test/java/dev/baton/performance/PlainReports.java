package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.Leads;
import dev.baton.performance.PlainLead.Amount;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reports read off the whole history anew for each question: slow, and easy to believe. */
public final class PlainReports implements Reports {
  private final Function<CompanyId, List<LeadFile>> files;
  private final RoutingBooks books;

  public PlainReports(Leads leads, RoutingBooks books) {
    this(company -> files(leads, company), books);
  }

  private PlainReports(Function<CompanyId, List<LeadFile>> files, RoutingBooks books) {
    this.files = files;
    this.books = books;
  }

  /** Of a history that is over, which need not be read again for each question. */
  public static PlainReports ofPast(CompanyId company, Leads leads, RoutingBooks books) {
    List<LeadFile> past = files(leads, company);
    return new PlainReports(any -> past, books);
  }

  private static List<LeadFile> files(Leads leads, CompanyId company) {
    return leads.latest(company, Optional.empty(), Integer.MAX_VALUE).stream()
        .map(row -> leads.file(company, row.id()).orElseThrow())
        .toList();
  }

  private record Known(LeadFile file, PlainLead lead, Facets facets) {}

  private List<Known> known(CompanyId company, Span span) {
    var known = new ArrayList<Known>();
    for (LeadFile file : files.apply(company)) {
      List<Recorded> history =
          file.history().stream().filter(r -> span.knows(r.recordedAt())).toList();
      if (history.isEmpty()) continue;
      Rotation end = Rotation.of(history.stream().map(Recorded::event).toList());
      var team =
          books.revision(company, history.getLast().revision()).teamOf(end.traits()).map(Team::id);
      var facets = new Facets(team, file.content().source(), end.tagNames());
      known.add(new Known(file, new PlainLead(file, history), facets));
    }
    return known;
  }

  private static void count(Tally tally, PlainLead lead, Span span) {
    for (Amount amount : lead.amounts) {
      if (!span.contains(amount.at())) continue;
      if (amount.measure() == Measure.RESPONDED) {
        tally.responses().add(amount.seconds(), amount.amount());
      } else if (amount.agent().isPresent()) {
        tally.add(amount.agent().get(), amount.measure(), amount.amount());
      } else {
        tally.add(amount.measure(), amount.amount());
      }
    }
  }

  @Override
  public Tally tally(CompanyId company, Span span, Filter filter) {
    var tally = new Tally();
    for (Known each : known(company, span)) {
      if (filter.takes(each.facets)) count(tally, each.lead, span);
      for (AgentEvent event : each.lead.scored) {
        if (span.contains(event.at())) tally.score(event.agent()).add(event.kind(), event.at());
      }
      for (AgentEvent event : each.lead.offeredTo) {
        if (span.contains(event.at())) tally.score(event.agent()).hadLead(event.at());
      }
    }
    return tally;
  }

  @Override
  public Map<String, Tally> by(CompanyId company, Span span, Dimension dimension) {
    var tallies = new TreeMap<String, Tally>();
    for (Known each : known(company, span)) {
      List<String> members =
          switch (dimension) {
            case TEAM -> each.facets.team().map(team -> List.of(team.value())).orElse(List.of());
            case SOURCE -> List.of(each.facets.source());
            case TAG -> each.facets.tags().stream().map(tag -> tag.key()).toList();
          };
      for (String member : members) {
        count(tallies.computeIfAbsent(member, m -> new Tally()), each.lead, span);
      }
    }
    tallies.values().removeIf(Tally::isEmpty);
    return tallies;
  }

  @Override
  public List<Behind> behind(
      CompanyId company, Span span, Filter filter, Figure figure, int limit) {
    var behind = new ArrayList<Behind>();
    for (Known each : known(company, span)) {
      if (!filter.takes(each.facets)) continue;
      long sum = 0;
      Instant latest = Instant.MIN;
      for (Amount amount : each.lead.amounts) {
        boolean asked =
            amount.measure() == figure.measure() && amount.agent().equals(figure.agent());
        if (!asked || !span.contains(amount.at())) continue;
        sum += amount.amount();
        if (amount.at().isAfter(latest)) latest = amount.at();
      }
      if (sum != 0) behind.add(new Behind(each.file.lead().id(), latest, sum));
    }
    return behind.stream()
        .sorted(Comparator.comparing(Behind::at).reversed().thenComparing(b -> b.lead().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Scored> scored(CompanyId company, AgentId agent, Span span) {
    Instant latest =
        Optional.ofNullable(tally(company, span, Filter.ALL).scores().get(agent))
            .flatMap(ScoreSum::latestLead)
            .orElse(Instant.MIN);
    var scored = new ArrayList<Scored>();
    for (Known each : known(company, span)) {
      for (AgentEvent event : each.lead.scored) {
        if (!event.agent().equals(agent) || !span.contains(event.at())) continue;
        boolean counts = !event.kind().feedback() || !event.at().isAfter(latest);
        scored.add(new Scored(each.file.lead().id(), event, counts));
      }
    }
    return scored.stream().sorted(Comparator.comparing(s -> s.event().at())).toList();
  }
}
