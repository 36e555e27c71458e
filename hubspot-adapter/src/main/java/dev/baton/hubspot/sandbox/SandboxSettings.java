package dev.baton.hubspot.sandbox;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a sandbox is set up.
 *
 * @param port 0 for any free one
 * @param clock what records, tokens and limits go by; the gaps between webhooks are real time
 */
public record SandboxSettings(int port, InstantSource clock, App app, Limits limits, Pace pace) {

  /**
   * The app that is installed in every portal.
   *
   * @param clientSecret also signs the webhooks
   */
  public record App(long id, String clientId, String clientSecret) {
    @Override
    public String toString() {
      return "App[" + id + "]";
    }
  }

  /**
   * How often each portal may be called; 0 is as often as one likes.
   *
   * @param perDay counted from midnight UTC
   */
  public record Limits(int perTenSeconds, int searchesPerSecond, int perDay) {}

  /**
   * How long things take.
   *
   * @param accessLife how long an access token opens its portal
   * @param searchLag how long searches do not see a change
   * @param retryGap about how long a refused webhook waits for its second attempt; later gaps grow
   * @param webhookTimeout how long a webhook's receiver may think
   */
  public record Pace(
      Duration accessLife, Duration searchLag, Duration retryGap, Duration webhookTimeout) {}

  /** What a marketplace app meets, on any free port, with retries quick enough to watch. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(
        0,
        InstantSource.system(),
        new App(9000, "sandbox-client", "sandbox-client-secret"),
        new Limits(110, 5, 0),
        new Pace(
            Duration.ofMinutes(30), Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5)));
  }

  public SandboxSettings onPort(int newPort) {
    return new SandboxSettings(newPort, clock, app, limits, pace);
  }

  public SandboxSettings withClock(InstantSource newClock) {
    return new SandboxSettings(port, newClock, app, limits, pace);
  }

  public SandboxSettings withApp(long id, String clientId, String clientSecret) {
    return new SandboxSettings(port, clock, new App(id, clientId, clientSecret), limits, pace);
  }

  public SandboxSettings withLimits(int perTenSeconds, int searchesPerSecond, int perDay) {
    var newLimits = new Limits(perTenSeconds, searchesPerSecond, perDay);
    return new SandboxSettings(port, clock, app, newLimits, pace);
  }

  public SandboxSettings withoutLimits() {
    return withLimits(0, 0, 0);
  }

  public SandboxSettings withAccessLife(Duration life) {
    return with(new Pace(life, pace.searchLag(), pace.retryGap(), pace.webhookTimeout()));
  }

  public SandboxSettings withSearchLag(Duration lag) {
    return with(new Pace(pace.accessLife(), lag, pace.retryGap(), pace.webhookTimeout()));
  }

  public SandboxSettings withRetryGap(Duration gap) {
    return with(new Pace(pace.accessLife(), pace.searchLag(), gap, pace.webhookTimeout()));
  }

  public SandboxSettings withWebhookTimeout(Duration timeout) {
    return with(new Pace(pace.accessLife(), pace.searchLag(), pace.retryGap(), timeout));
  }

  private SandboxSettings with(Pace newPace) {
    return new SandboxSettings(port, clock, app, limits, newPace);
  }
}
