package dev.baton.server.api;

import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.server.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Moments as programs write them: with an offset, or on the company's clock without one. A date
 * alone is its first moment there.
 */
record Moments(ZoneId zone) {
  /** As wide as a database and a spreadsheet can follow. */
  private static final int LAST_YEAR = 9999;

  private static final DateTimeFormatter ANY =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  static Moments of(Companies companies, CompanyId company) {
    return new Moments(
        companies.all().stream()
            .filter(c -> c.id().equals(company))
            .map(Company::zone)
            .findFirst()
            .orElse(ZoneOffset.UTC));
  }

  /**
   * Reads a moment.
   *
   * @param field what it is called where it was sent
   */
  Instant read(String field, String text) {
    try {
      TemporalAccessor read =
          ANY.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      Instant moment =
          switch (read) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> LocalDate.from(read).atStartOfDay(zone).toInstant();
          };
      int year = ZonedDateTime.ofInstant(moment, ZoneOffset.UTC).getYear();
      if (year >= 1 && year <= LAST_YEAR) return moment.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException notOne) {
      // Said below.
    }
    throw Problem.badRequest(
        field
            + ": send a date such as 2026-11-01, a local time such as 2026-11-01T09:00 or an instant"
            + " such as 2026-11-01T09:00:00Z, not “"
            + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
            + "”.");
  }
}
