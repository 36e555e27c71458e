package dev.baton.salesforce.sandbox;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a sandbox is set up.
 *
 * @param port 0 for any free one
 * @param clock what records, sessions and limits go by; the gaps between outbound messages are real
 *     time
 * @param callsPerDay how many calls each org may be sent in 24 hours
 */
public record SandboxSettings(int port, InstantSource clock, App app, long callsPerDay, Pace pace) {

  /** The app that every org has; besides, each has one of its own. */
  public record App(String consumerKey, String consumerSecret) {
    @Override
    public String toString() {
      return "App[" + consumerKey + "]";
    }
  }

  /**
   * How long things take.
   *
   * @param sessionLife how long a session opens its org
   * @param outboundMinute what passes here for a minute between the attempts to deliver a message,
   *     which Salesforce makes for 24 hours with gaps of up to two
   * @param outboundTimeout how long a message's receiver may think
   */
  public record Pace(Duration sessionLife, Duration outboundMinute, Duration outboundTimeout) {}

  /** An org with everyday limits, on any free port, with retries quick enough to watch. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(
        0,
        InstantSource.system(),
        new App("sandbox-consumer-key", "sandbox-consumer-secret"),
        100_000,
        new Pace(Duration.ofHours(2), Duration.ofSeconds(1), Duration.ofSeconds(60)));
  }

  public SandboxSettings onPort(int newPort) {
    return new SandboxSettings(newPort, clock, app, callsPerDay, pace);
  }

  public SandboxSettings withClock(InstantSource newClock) {
    return new SandboxSettings(port, newClock, app, callsPerDay, pace);
  }

  public SandboxSettings withApp(String consumerKey, String consumerSecret) {
    return new SandboxSettings(
        port, clock, new App(consumerKey, consumerSecret), callsPerDay, pace);
  }

  public SandboxSettings withCallsPerDay(long calls) {
    return new SandboxSettings(port, clock, app, calls, pace);
  }

  public SandboxSettings withSessionLife(Duration life) {
    return with(new Pace(life, pace.outboundMinute(), pace.outboundTimeout()));
  }

  public SandboxSettings withOutboundMinute(Duration minute) {
    return with(new Pace(pace.sessionLife(), minute, pace.outboundTimeout()));
  }

  public SandboxSettings withOutboundTimeout(Duration timeout) {
    return with(new Pace(pace.sessionLife(), pace.outboundMinute(), timeout));
  }

  private SandboxSettings with(Pace newPace) {
    return new SandboxSettings(port, clock, app, callsPerDay, newPace);
  }
}
