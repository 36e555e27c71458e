package dev.baton.server.http;

import dev.baton.server.Misconfigured;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, serving one front door. Requests wait on virtual threads. */
public final class WebServer implements AutoCloseable {
  private static final long DRAINING_MS = 5_000;

  /** How long connections that wait for a next question keep a stop waiting. */
  private static final long IDLE_WHILE_STOPPING_MS = 200;

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   */
  public static WebServer start(int port, FrontDoor door) {
    var threads = new QueuedThreadPool(64);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory()));
    var server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.DEFAULT);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(port);
    connector.setIdleTimeout(60_000);
    connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING_MS);
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    var context = new ServletContextHandler();
    context.setContextPath("/");
    context.addServlet(new ServletHolder(door), "/");
    server.setHandler(context);
    server.setStopTimeout(DRAINING_MS);
    server.setErrorHandler(new PlainErrors());
    try {
      server.start();
    } catch (Exception failed) {
      throw new Misconfigured(
          "Port "
              + port
              + " cannot be served: "
              + failed.getMessage()
              + ". Choose another --port.");
    }
    return new WebServer(server, connector);
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("The HTTP server does not stop", failed);
    }
  }
}
