package dev.baton.performance;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import java.util.function.Consumer;

/** Tells, lead by lead, what stands behind the numbers of a report. */
public interface LeadTracks {

  /**
   * Every lead that counts for a period: received in it, or offered or given to somebody in it; by
   * when that was. However many there are, few are held at once.
   */
  void each(CompanyId company, Span span, Filter filter, Consumer<Tracked> consumer);

  /**
   * A lead as the question knows it.
   *
   * @param record how the CRM calls it
   */
  record Tracked(LeadId lead, String record, LeadTrack track, Facets facets) {}
}
