package dev.baton.server.book;

import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.review.Finding;
import dev.baton.review.Linter;
import dev.baton.review.Recent;
import dev.baton.review.Recent.Arrival;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.Traits;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Looks a draft over, with the leads that came last: what may be published and is hardly meant. */
public final class LookingOver {
  private static final int LEADS = 100;

  private final Leads leads;
  private final InstantSource clock;

  public LookingOver(Leads leads, InstantSource clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /** What is found, the worst first. */
  public List<Finding> findings(CompanyId company, BookDraft draft) {
    return Linter.look(new RoutingBook(company, 0, draft), recent(company), clock.instant());
  }

  private Recent recent(CompanyId company) {
    return new Recent(
        leads.latest(company, Optional.empty(), LEADS).stream()
            .flatMap(row -> leads.file(company, row.id()).stream())
            .map(LookingOver::arrival)
            .toList());
  }

  private static Arrival arrival(LeadFile file) {
    Traits traits = file.rotation().traits();
    return new Arrival(
        file.lead().id(), file.lead().receivedAt(), file.content(), traits.kind(), traits.place());
  }
}
