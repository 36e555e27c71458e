package dev.baton.server.page;

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

  static ReportNav at(Place here, ReportAddresses addresses) {
    return new ReportNav(
        List.of(
            new Link("Dashboard", addresses.dashboard(), here == Place.DASHBOARD),
            new Link("Performance", addresses.performance(), here == Place.PERFORMANCE),
            new Link("Statistics", addresses.statistics(), here == Place.STATISTICS)));
  }
}
