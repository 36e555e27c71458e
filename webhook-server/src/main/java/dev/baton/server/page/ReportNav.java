package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.List;

/**
 * The way from one report to the others, with the same question.
 *
 * @param links in order
 */
public record ReportNav(List<Link> links) {
  /** A report; the one that is shown is marked. */
  public record Link(String words, String address, boolean here) {}

  /** Which report is shown. */
  enum Place {
    DASHBOARD,
    PERFORMANCE,
    STATISTICS
  }

  static ReportNav at(Place here, ReportAddresses addresses, Words words) {
    return new ReportNav(
        List.of(
            new Link(
                words.say("common.way.dashboard"), addresses.dashboard(), here == Place.DASHBOARD),
            new Link(
                words.say("common.way.performance"),
                addresses.performance(),
                here == Place.PERFORMANCE),
            new Link(
                words.say("report.statistics"), addresses.statistics(), here == Place.STATISTICS)));
  }
}
