package dev.baton.flow;

import dev.baton.agent.AdminOverride;
import dev.baton.agent.OperatingHours;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Ledger;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Hold;
import dev.baton.rotation.RotationCommand.HoldUntil;
import dev.baton.rotation.Stage;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.routing.RoutingBooks.Publication.Published;
import dev.baton.routing.RoutingSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An admin's word that goes before the operating hours, and what follows for the leads that are
 * held for them: they go on when the hours now begin, oldest first, as far apart as ever (domain
 * §5).
 */
public final class KeepingHours {
  private static final int LEADS_AT_ONCE = 100_000;

  private final RoutingBooks books;
  private final Leads leads;
  private final Ledger ledger;
  private final RotatingLeads rotating;

  public KeepingHours(RoutingBooks books, Leads leads, Ledger ledger, RotatingLeads rotating) {
    this.books = books;
    this.leads = leads;
    this.ledger = ledger;
    this.rotating = rotating;
  }

  /**
   * Publishes the word as the next revision of the book.
   *
   * @param word empty to let the hours hold again
   */
  public Publication override(CompanyId company, Optional<AdminOverride> word, String by) {
    Publication publication =
        books.revise(company, before -> withOverride(before, word), by, ledger.now());
    if (publication instanceof Published) look(company);
    return publication;
  }

  private static BookDraft withOverride(BookDraft before, Optional<AdminOverride> word) {
    RoutingSettings settings = before.settings();
    return new BookDraft(
        before.tags(),
        before.agents(),
        before.teams(),
        settings.with(settings.calendar().with(word)));
  }

  /** Brings held leads in line with the hours as they are now; answers how many that changed. */
  public int look(CompanyId company) {
    Optional<OperatingHours> hours = books.current(company).settings().calendar().hours();
    Instant now = ledger.now();
    Optional<Instant> last = Optional.empty();
    int changed = 0;
    List<Leads.Row> held = leads.latest(company, Optional.of(Stage.HELD), LEADS_AT_ONCE);
    for (Leads.Row row : held.reversed()) {
      if (!waitsForHours(company, row.id())) continue;
      Optional<Instant> before = last;
      Optional<Instant> until = hours.map(h -> h.releaseAt(now, before)).orElse(Optional.of(now));
      if (rotating.carryOut(row.id(), new HoldUntil(until)) instanceof Decided) changed++;
      last = until.or(() -> before);
    }
    return changed;
  }

  private boolean waitsForHours(CompanyId company, LeadId lead) {
    return leads
        .file(company, lead)
        .flatMap(file -> file.rotation().hold())
        .filter(hold -> hold.why() == Hold.Why.OUT_OF_HOURS)
        .isPresent();
  }
}
