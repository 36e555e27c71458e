package dev.baton.server;

import dev.baton.inbox.Inbox;
import dev.baton.ledger.Leads;
import dev.baton.outbox.Outbox;
import dev.baton.server.http.FrontDoor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server's figures. They name routes and counts, never people. */
final class Metrics implements FrontDoor.Watching {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(Inbox inbox, Outbox outbox, Leads leads, InstantSource clock) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    Gauge.builder("baton.inbox.waiting", inbox, Inbox::waiting)
        .description("Notices that wait for an outcome")
        .register(registry);
    Gauge.builder("baton.outbox.waiting", outbox, o -> o.depth().waiting())
        .description("Promises that wait to be delivered")
        .register(registry);
    Gauge.builder("baton.inbox.oldest.age", inbox, i -> age(i.oldest(), clock))
        .description("How long the oldest waiting notice has waited")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("baton.outbox.oldest.age", outbox, o -> age(o.depth().oldest(), clock))
        .description("How long the oldest waiting promise has waited")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("baton.outbox.on.hold", outbox, o -> o.depth().onHold())
        .description("Promises a person has to look at")
        .register(registry);
    Gauge.builder("baton.leads.contested", leads, l -> l.contested(clock.instant()))
        .description("Leads whose owner two automations of a CRM set in turn")
        .register(registry);
  }

  private static double age(Optional<Instant> oldest, InstantSource clock) {
    return oldest
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }

  @Override
  public void answered(String method, String pattern, int status, long nanos) {
    Timer.builder("baton.http.requests")
        .description("Requests by route and answer")
        .tag("method", known(method))
        .tag("route", pattern)
        .tag("status", String.valueOf(status))
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Callers choose the method, so it must not choose how many time series there are. */
  private static String known(String method) {
    return switch (method) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
      default -> "other";
    };
  }

  String text() {
    return registry.scrape();
  }
}
