package dev.baton.salesforce.sandbox;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A sandbox with one org, and Salesforce's own SOAP client that calls it. */
abstract class SandboxTest {
  static {
    // Else the JDK repeats a POST whose answer was lost, behind everybody's back.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  protected final Clock clock = new Clock();
  protected final SalesforceSandbox sandbox;
  protected final Org org;
  protected final SandboxUser ann;
  protected final PartnerConnection app;

  protected SandboxTest(SandboxSettings settings) {
    sandbox = SalesforceSandbox.start(settings.withClock(clock));
    org = sandbox.openOrg("Acme");
    ann = org.addUser("Ann Lee", "ann@acme.example");
    app = connect(org.access().newSession());
  }

  protected SandboxTest() {
    this(SandboxSettings.defaults());
  }

  @AfterEach
  void closeSandbox() {
    sandbox.close();
  }

  protected PartnerConnection connect(String sessionId) {
    return connect(config(sessionId));
  }

  protected ConnectorConfig config(String sessionId) {
    var config = new ConnectorConfig();
    config.setManualLogin(true);
    config.setSessionId(sessionId);
    config.setServiceEndpoint(endpoint(org));
    config.setConnectionTimeout(10_000);
    config.setReadTimeout(10_000);
    return config;
  }

  protected static PartnerConnection connect(ConnectorConfig config) {
    try {
      return new PartnerConnection(config);
    } catch (ConnectionException e) {
      throw new AssertionError(e);
    }
  }

  protected String endpoint(Org of) {
    return sandbox.api() + "/services/Soap/u/65.0/" + of.id();
  }

  /** Somebody called Bob asks for something on the web. */
  protected String lead() {
    return org.createLead(Map.of("LastName", "Bob", "Company", "Bob Inc", "Email", "b@bob.test"));
  }

  protected SandboxRecord record(String id) {
    return org.record(id).orElseThrow();
  }

  /** A record to write, with names and values by turns. */
  protected static SObject sObject(String type, String... namesAndValues) {
    var record = new SObject(type);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      record.setField(namesAndValues[i], namesAndValues[i + 1]);
    }
    return record;
  }

  protected static SObject[] all(SObject... records) {
    return records;
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
