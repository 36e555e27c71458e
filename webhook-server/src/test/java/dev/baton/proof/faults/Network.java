package dev.baton.proof.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between Baton and a CRM. What the CRM says of its own address is read as this one's,
 * so that nothing goes past it.
 */
abstract class Network implements AutoCloseable {
  private static final Set<String> OF_ONE_HOP =
      Set.of(
          "connection", "content-length", "host", "accept-encoding", "upgrade", "http2-settings");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  private final HttpServer server;
  private final String crm;

  Network(URI crm) {
    this.crm = crm.toString();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    server.setExecutor(threads);
    server.createContext("/", this::arrived);
  }

  /** Lets requests in. */
  final void open() {
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void arrived(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      carry(exchange, body, Names.of(exchange, body));
    }
  }

  /**
   * Carries a request; one that is left without an answer has its connection broken.
   *
   * @param name what people would call it
   */
  abstract void carry(HttpExchange exchange, byte[] body, String name) throws IOException;

  final HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(crm + exchange.getRequestURI()));
    request.method(
        exchange.getRequestMethod(),
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) return;
              values.forEach(value -> request.header(name, value));
            });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  final void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith(":"))
                return;
              values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            });
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    byte[] body = text.replace(crm, address().toString()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
