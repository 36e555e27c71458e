package dev.baton.server.page;

import dev.baton.server.page.DashboardView.AsOf;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands above the numbers of a report.
 *
 * @param title of the page
 * @param download the address of the same as a file
 * @param period such as "27 October to 25 November 2026, 30 days"
 * @param told when these numbers were true, by the clock of the zone
 * @param days whose clock says when a day begins
 */
public record ReportHead(
    String title,
    String download,
    ReportNav nav,
    ReportForm form,
    String period,
    String told,
    String days,
    Optional<AsOf> asOf) {

  /**
   * @param page the address of the report
   * @param more what stands in the address besides the question; may be empty
   */
  static ReportHead of(
      String title,
      String page,
      String more,
      ReportNav.Place place,
      ReportForm form,
      ReportQuestion question,
      Instant now,
      Words words) {
    var time = new ReportTime(question.zone(), words);
    var addresses = new ReportAddresses(question);
    return new ReportHead(
        title,
        page + ".csv?" + question.query() + more,
        ReportNav.at(place, addresses, words),
        form,
        ReportTime.period(question, words),
        time.told(question, now),
        time.days(),
        question
            .asOf()
            .map(m -> new AsOf(time.moment(m), page + "?" + addresses.knownQuery() + more)));
  }
}
