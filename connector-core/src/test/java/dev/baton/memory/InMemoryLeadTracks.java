package dev.baton.memory;

import dev.baton.agent.Team;
import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.Leads;
import dev.baton.performance.Facets;
import dev.baton.performance.LeadTrack;
import dev.baton.performance.LeadTracks;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBooks;
import java.util.List;
import java.util.function.Consumer;

/** Makes the track of every lead, in no particular order. */
public final class InMemoryLeadTracks implements LeadTracks {
  private final Leads leads;
  private final RoutingBooks books;

  public InMemoryLeadTracks(Leads leads, RoutingBooks books) {
    this.leads = leads;
    this.books = books;
  }

  @Override
  public void each(CompanyId company, Span span, Filter filter, Consumer<Tracked> consumer) {
    for (LeadFile file : InMemoryReports.read(leads, company)) {
      List<Recorded> known =
          file.history().stream().filter(r -> span.knows(r.recordedAt())).toList();
      if (known.isEmpty()) continue;
      Tracked tracked = tracked(company, file, known);
      if (counts(tracked.track(), span) && filter.takes(tracked.facets())) consumer.accept(tracked);
    }
  }

  private Tracked tracked(CompanyId company, LeadFile file, List<Recorded> known) {
    var events = known.stream().map(Recorded::event).toList();
    var traits = Rotation.of(events).traits();
    var facets =
        new Facets(
            books.revision(company, known.getLast().revision()).teamOf(traits).map(Team::id),
            file.content().source(),
            traits.tagNames());
    return new Tracked(
        file.lead().id(),
        file.lead().record().id(),
        LeadTrack.of(file.lead().receivedAt(), events),
        facets);
  }

  private static boolean counts(LeadTrack track, Span span) {
    return span.contains(track.receivedAt())
        || !track.got(span).isEmpty()
        || track.rotation().offers().stream().map(Offer::offeredAt).anyMatch(span::contains);
  }
}
