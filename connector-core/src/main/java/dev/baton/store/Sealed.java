package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.performance.Reports.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far a question is answered by slices: what was recorded before {@code recordedTo} is added up
 * by day, for the days from {@code first} on and before {@code end}. The rest is in single facts.
 */
record Sealed(Instant recordedTo, ZoneId zone, LocalDate first, LocalDate end) {

  /** Nothing is. */
  static final Sealed NOTHING =
      new Sealed(Instant.EPOCH, ZoneOffset.UTC, LocalDate.EPOCH, LocalDate.EPOCH);

  Instant firstMoment() {
    return first.atStartOfDay(zone).toInstant();
  }

  Instant endMoment() {
    return end.atStartOfDay(zone).toInstant();
  }

  boolean any() {
    return first.isBefore(end);
  }

  /** What slices there are for a period as it was known at a moment. */
  static Sealed of(Handle handle, CompanyId company, Span span) {
    Optional<Sealed> all =
        handle
            .createQuery("SELECT sealed_to, zone FROM report_sealed WHERE company_id = :company")
            .bind("company", company.value())
            .map(
                (row, context) ->
                    days(
                        row.getObject("sealed_to", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("zone")),
                        span))
            .findOne();
    if (all.isEmpty() || !all.get().any()) return NOTHING;
    if (span.knows(all.get().recordedTo)) return all.get();
    return endsBefore(handle, company, span.asOf().orElseThrow())
        .map(to -> days(to, all.get().zone, span))
        .orElse(NOTHING);
  }

  private static Optional<Instant> endsBefore(Handle handle, CompanyId company, Instant asOf) {
    return handle
        .createQuery(
            """
            SELECT recorded_to FROM report_slice
            WHERE company_id = :company AND recorded_to <= :asOf
            ORDER BY company_id DESC, recorded_to DESC FETCH FIRST 1 ROW ONLY
            """)
        .bind("company", company.value())
        .bind("asOf", asOf)
        .mapTo(Instant.class)
        .findOne();
  }

  /** The whole days of the zone within the period. */
  private static Sealed days(Instant recordedTo, ZoneId zone, Span span) {
    LocalDate first = LocalDate.ofInstant(span.from(), zone);
    if (first.atStartOfDay(zone).toInstant().isBefore(span.from())) first = first.plusDays(1);
    LocalDate end = LocalDate.ofInstant(span.to(), zone);
    if (end.isBefore(first)) end = first;
    return new Sealed(recordedTo, zone, first, end);
  }
}
