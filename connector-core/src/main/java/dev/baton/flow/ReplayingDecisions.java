package dev.baton.flow;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Rehearsal;
import dev.baton.ledger.Replay;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the decisions of a period again, by their own routing book or by a draft. */
public final class ReplayingDecisions {
  private final Leads leads;
  private final RoutingBooks books;

  public ReplayingDecisions(Leads leads, RoutingBooks books) {
    this.leads = leads;
    this.books = books;
  }

  /** A lead and what came of making its decisions again. */
  public record Replayed(LeadId lead, Replay replay) {}

  /** A lead, how it went, and how it would have gone. */
  public record Rehearsed(LeadId lead, Rehearsal was, Rehearsal would) {
    /** Whether anything would have been otherwise. */
    public boolean differs() {
      return !was.way().equals(would.way()) || !was.owner().equals(would.owner());
    }
  }

  /**
   * Makes all decisions of a company in a period again.
   *
   * @param to exclusive
   * @param each called for each lead
   */
  public void replay(CompanyId company, Instant from, Instant to, Consumer<Replayed> each) {
    Map<Integer, RoutingBook> known = new HashMap<>();
    for (LeadId lead : leads.decidedAbout(company, from, to)) {
      leads
          .file(company, lead)
          .map(
              file ->
                  Replay.of(
                      file,
                      r -> known.computeIfAbsent(r, n -> books.revision(company, n)),
                      from,
                      to))
          .ifPresent(replay -> each.accept(new Replayed(lead, replay)));
    }
  }

  /** Takes the leads that came in during a period along the line of a draft. */
  public void rehearse(
      CompanyId company, Instant from, Instant to, BookDraft draft, Consumer<Rehearsed> each) {
    var book = new RoutingBook(company, books.current(company).revision() + 1, draft);
    for (LeadId lead : leads.decidedAbout(company, from, to)) {
      Optional<LeadFile> file = leads.file(company, lead);
      if (file.isEmpty() || !within(file.get().lead().receivedAt(), from, to)) continue;
      Rehearsal.under(file.get(), book)
          .ifPresent(
              would -> each.accept(new Rehearsed(lead, Rehearsal.asItWas(file.get()), would)));
    }
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
