package dev.baton.routing;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A company's settings of who is asked, when and for how long, and what is told of it later.
 *
 * @param agentsSwitch whether agents may say themselves that they are not there (domain §2)
 */
public record RoutingSettings(
    Offering offering,
    Matching matching,
    Intake intake,
    Calendar calendar,
    ReportRetention retention,
    boolean agentsSwitch) {
  public static final RoutingSettings DEFAULT =
      new RoutingSettings(Offering.DEFAULT, Matching.DEFAULT, Intake.DEFAULT, Calendar.ALWAYS);

  public RoutingSettings {
    // Books published before there was a limit have none.
    retention = Objects.requireNonNullElse(retention, ReportRetention.UNLIMITED);
  }

  /** Reports go back for ever, and agents do not switch themselves off. */
  public RoutingSettings(Offering offering, Matching matching, Intake intake, Calendar calendar) {
    this(offering, matching, intake, calendar, ReportRetention.UNLIMITED, false);
  }

  public OfferWindow window() {
    return offering.window();
  }

  public int lineLimit() {
    return offering.lineLimit();
  }

  public Duration catchallWindow() {
    return offering.catchallWindow();
  }

  public RoutingSettings with(Offering other) {
    return new RoutingSettings(other, matching, intake, calendar, retention, agentsSwitch);
  }

  public RoutingSettings with(Matching other) {
    return new RoutingSettings(offering, other, intake, calendar, retention, agentsSwitch);
  }

  public RoutingSettings with(Intake other) {
    return new RoutingSettings(offering, matching, other, calendar, retention, agentsSwitch);
  }

  public RoutingSettings with(Calendar other) {
    return new RoutingSettings(offering, matching, intake, other, retention, agentsSwitch);
  }

  public RoutingSettings with(ReportRetention other) {
    return new RoutingSettings(offering, matching, intake, calendar, other, agentsSwitch);
  }

  public RoutingSettings letAgentsSwitch(boolean allowed) {
    return new RoutingSettings(offering, matching, intake, calendar, retention, allowed);
  }

  public RoutingSettings withWindow(Duration length) {
    return withWindow(new OfferWindow(length));
  }

  public RoutingSettings withWindow(OfferWindow window) {
    return with(new Offering(window, lineLimit(), offering.sharkTank(), catchallWindow()));
  }

  public RoutingSettings withLineLimit(int limit) {
    return with(new Offering(window(), limit, offering.sharkTank(), catchallWindow()));
  }

  public RoutingSettings withCatchallWindow(Duration length) {
    return with(new Offering(window(), lineLimit(), offering.sharkTank(), length));
  }

  public RoutingSettings withSharkTank(Duration length, Duration reminder) {
    var tank = new Offering.SharkTank(length, reminder);
    return with(new Offering(window(), lineLimit(), Optional.of(tank), catchallWindow()));
  }

  public RoutingSettings withEveryAgentForAll(boolean on) {
    return with(matching.withEveryAgentForAll(on));
  }

  public RoutingSettings withEveryAgentForUntagged(boolean on) {
    return with(matching.withEveryAgentForUntagged(on));
  }

  public RoutingSettings withoutQueuing() {
    return with(
        new Intake(false, intake.manualIntercept(), intake.coalesceWithin(), intake.spam()));
  }

  public RoutingSettings withManualIntercept() {
    return with(new Intake(intake.queuing(), true, intake.coalesceWithin(), intake.spam()));
  }
}
