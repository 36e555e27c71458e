package dev.baton.hubspot.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A sandbox with one portal, and an app that calls it. */
abstract class SandboxTest {
  protected static final String CONTACTS = "/crm/objects/2026-09/contacts";
  protected static final String TASKS = "/crm/objects/2026-09/tasks";

  protected final Clock clock = new Clock();
  protected final HubSpotSandbox sandbox;
  protected final Portal portal;
  protected final Caller app;

  protected SandboxTest(SandboxSettings settings) {
    sandbox = HubSpotSandbox.start(settings.withClock(clock));
    portal = sandbox.portal("4711");
    app = new Caller(sandbox, portal.serviceKey());
  }

  @AfterEach
  void closeSandbox() {
    sandbox.close();
  }

  protected String ann() {
    return portal.createContact(Map.of("firstname", "Ann"));
  }

  /** JSON written with single quotes. */
  protected static String json(String text) {
    return text.replace('\'', '"');
  }

  /** A clock that moves when it is told to. */
  static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    void tick(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
