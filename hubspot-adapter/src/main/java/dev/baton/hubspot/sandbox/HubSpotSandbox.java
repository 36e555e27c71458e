package dev.baton.hubspot.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A HubSpot on this machine: one app, installed in as many portals as are asked for. Reachable from
 * this machine only.
 */
public final class HubSpotSandbox implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong ids = new AtomicLong(1000);
  private final Map<String, Portal> portals = new LinkedHashMap<>();
  private final Faults faults = new Faults();
  private final Calls calls = new Calls();
  private final SandboxSettings settings;
  private final Tokens tokens;
  private final Webhooks webhooks;
  private final Account nobodys;
  private final HttpServer server;

  private HubSpotSandbox(SandboxSettings settings) throws IOException {
    this.settings = settings;
    this.tokens = new Tokens(settings.pace().accessLife());
    this.webhooks = new Webhooks(settings);
    this.nobodys = new Account(settings.clock(), ids::incrementAndGet, change -> {});
    var routes =
        new Routes(
            faults,
            new TokenEndpoints(settings, tokens, this::portalIds),
            new SearchEndpoint(settings.pace().searchLag()));
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    server.setExecutor(threads);
    server.createContext(
        "/", new FrontDoor(settings, tokens, faults, calls, routes, this::account));
  }

  /**
   * Starts a sandbox.
   *
   * @throws UncheckedIOException when its port is taken
   */
  public static HubSpotSandbox start(SandboxSettings settings) {
    try {
      var sandbox = new HubSpotSandbox(settings);
      sandbox.server.start();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is called, without a slash at the end. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public String clientId() {
    return settings.app().clientId();
  }

  public String clientSecret() {
    return settings.app().clientSecret();
  }

  public long appId() {
    return settings.app().id();
  }

  /**
   * The portal with this id, which is made on first use.
   *
   * @param id a number
   */
  public Portal portal(String id) {
    synchronized (portals) {
      return portals.computeIfAbsent(id, this::open);
    }
  }

  public List<Portal> portals() {
    synchronized (portals) {
      return new ArrayList<>(portals.values());
    }
  }

  public Faults faults() {
    return faults;
  }

  public Webhooks webhooks() {
    return webhooks;
  }

  /** The latest calls, oldest first. */
  public List<Call> calls() {
    return calls.all();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    webhooks.close();
  }

  private Portal open(String id) {
    if (!id.matches("\\d{1,18}")) throw new IllegalArgumentException("Not a portal id: " + id);
    var account =
        new Account(settings.clock(), ids::incrementAndGet, change -> webhooks.tell(change, id));
    return new Portal(id, account, tokens, ids::incrementAndGet);
  }

  private Account account(String portal) {
    return portal.isEmpty() ? nobodys : portal(portal).account();
  }

  private List<String> portalIds() {
    return portals().stream().map(Portal::id).toList();
  }
}
