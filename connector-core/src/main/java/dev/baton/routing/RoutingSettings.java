package dev.baton.routing;

import java.time.Duration;

/**
 * A company's settings of who is asked and for how long.
 *
 * @param lineLimit how many distinct agents are asked before the catchall; another-chance offers
 *     and catchalls do not count (domain §4: 8)
 * @param everyAgentQualifiesForAll agents stand in line without a matching tag
 * @param everyAgentQualifiesForUntagged agents stand in line for leads in which no tag was found
 * @param catchallWindow how long the catchall has before a lead is delinquent (domain §5: 24 h)
 */
public record RoutingSettings(
    OfferWindow window,
    int lineLimit,
    boolean everyAgentQualifiesForAll,
    boolean everyAgentQualifiesForUntagged,
    Duration catchallWindow) {
  public static final RoutingSettings DEFAULT =
      new RoutingSettings(OfferWindow.DEFAULT, 8, false, false, Duration.ofHours(24));

  public RoutingSettings {
    if (lineLimit < 1) throw new IllegalArgumentException("At least one agent is asked");
    if (!catchallWindow.isPositive()) {
      throw new IllegalArgumentException("The catchall has some time");
    }
  }

  public RoutingSettings withWindow(Duration length) {
    return withWindow(new OfferWindow(length));
  }

  public RoutingSettings withWindow(OfferWindow window) {
    return new RoutingSettings(
        window,
        lineLimit,
        everyAgentQualifiesForAll,
        everyAgentQualifiesForUntagged,
        catchallWindow);
  }

  public RoutingSettings withLineLimit(int limit) {
    return new RoutingSettings(
        window, limit, everyAgentQualifiesForAll, everyAgentQualifiesForUntagged, catchallWindow);
  }

  public RoutingSettings withEveryAgentForAll(boolean on) {
    return new RoutingSettings(
        window, lineLimit, on, everyAgentQualifiesForUntagged, catchallWindow);
  }

  public RoutingSettings withEveryAgentForUntagged(boolean on) {
    return new RoutingSettings(window, lineLimit, everyAgentQualifiesForAll, on, catchallWindow);
  }

  public RoutingSettings withCatchallWindow(Duration length) {
    return new RoutingSettings(
        window, lineLimit, everyAgentQualifiesForAll, everyAgentQualifiesForUntagged, length);
  }
}
