package dev.baton.salesforce.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Salesforce on this machine: as many orgs as are opened, all at one address. Reachable from this
 * machine only.
 */
public final class SalesforceSandbox implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ids ids = new Ids();
  private final Faults faults = new Faults();
  private final Calls calls = new Calls();
  private final SandboxSettings settings;
  private final Tokens tokens;
  private final Orgs orgs;
  private final HttpServer server;

  private SalesforceSandbox(SandboxSettings settings) throws IOException {
    this.settings = settings;
    this.tokens = new Tokens(settings.pace().sessionLife());
    this.orgs = new Orgs(settings.app());
    var clock = settings.clock();
    var soap =
        new SoapEndpoint(
            clock,
            orgs,
            new Operations(faults, new QueryCursors(ids)),
            new ApiRequests(settings.callsPerDay(), clock));
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        new FrontDoor(
            clock,
            orgs,
            tokens,
            faults,
            calls,
            soap,
            new TokenEndpoints(orgs, tokens, clock, this::api),
            new IdentityEndpoints(this::api)));
  }

  /**
   * Starts a sandbox, in which there is no org yet.
   *
   * @throws UncheckedIOException when its port is taken
   */
  public static SalesforceSandbox start(SandboxSettings settings) {
    try {
      var sandbox = new SalesforceSandbox(settings);
      sandbox.server.start();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where people log in and calls go, without a slash at the end. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The consumer key of the app that every org has. */
  public String consumerKey() {
    return settings.app().consumerKey();
  }

  public String consumerSecret() {
    return settings.app().consumerSecret();
  }

  /** Uploads the certificate with which the app that every org has signs its assertions. */
  public void certificate(PublicKey key) {
    orgs.certificate(key);
  }

  /** Opens an org that has Baton's package. */
  public Org openOrg(String name) {
    Org org = openOrgWithoutPackage(name);
    org.installBaton();
    return org;
  }

  /** Opens an org that has the standard fields only. */
  public Org openOrgWithoutPackage(String name) {
    String id = ids.next("00D");
    var outbound = new OutboundMessages(settings.pace(), ids, id, this::api);
    var records = new Records(new Schema(), settings.clock(), ids, outbound::tell);
    var org = new Org(id, name, records, outbound, tokens);
    orgs.add(org);
    return org;
  }

  public List<Org> orgs() {
    return orgs.all();
  }

  public Optional<Org> org(String id) {
    return Ids.full(id).flatMap(orgs::find);
  }

  public Faults faults() {
    return faults;
  }

  /** The latest calls, oldest first. */
  public List<Call> calls() {
    return calls.all();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    orgs.all().forEach(org -> org.outbound().close());
  }
}
