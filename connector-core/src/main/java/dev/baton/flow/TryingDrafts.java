package dev.baton.flow;

import dev.baton.company.CompanyId;
import dev.baton.ledger.FirstStep;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Leads.Row;
import dev.baton.routing.RoutingBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries a draft on the leads that came last, for as long as somebody waits for the answer. */
public final class TryingDrafts {
  private final Leads leads;
  private final InstantSource clock;
  private final int most;
  private final Duration patience;

  /**
   * @param most how many leads are tried
   * @param patience after which no further lead is begun with
   */
  public TryingDrafts(Leads leads, InstantSource clock, int most, Duration patience) {
    this.leads = leads;
    this.clock = clock;
    this.most = most;
    this.patience = patience;
  }

  /** A lead, and where it would have gone first without and with what was changed. */
  public record Tried(Lead lead, FirstStep before, FirstStep after) {
    public boolean differs() {
      return !before.same(after);
    }
  }

  /**
   * What was tried.
   *
   * @param tried newest first
   * @param untold leads whose grounds were not kept, so that nothing can be said of them
   * @param left leads that time did not suffice for; 0 as a rule
   */
  public record Trial(List<Tried> tried, int untold, int left) {
    public Trial {
      tried = List.copyOf(tried);
    }
  }

  /** Tries both books on the same leads. */
  public Trial on(CompanyId company, RoutingBook before, RoutingBook after) {
    Instant end = clock.instant().plus(patience);
    List<Row> rows = leads.latest(company, Optional.empty(), most);
    var tried = new ArrayList<Tried>();
    int looked = 0;
    for (Row row : rows) {
      if (looked > 0 && !clock.instant().isBefore(end)) break;
      looked++;
      leads
          .file(company, row.id())
          .flatMap(file -> tried(file, before, after))
          .ifPresent(tried::add);
    }
    return new Trial(tried, looked - tried.size(), rows.size() - looked);
  }

  private static Optional<Tried> tried(LeadFile file, RoutingBook before, RoutingBook after) {
    return FirstStep.under(file, before)
        .flatMap(
            was -> FirstStep.under(file, after).map(would -> new Tried(file.lead(), was, would)));
  }
}
