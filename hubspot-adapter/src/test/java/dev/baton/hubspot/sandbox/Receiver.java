package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An app that is told what happens in its portals. */
final class Receiver implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Got> requests = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  record Got(String method, byte[] body, String timestamp, String signature, JsonNode events) {}

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/hubspot");
  }

  /** Answers the next requests like this, and 200 after that; 0 hangs up, and -1 says nothing. */
  void answer(int... statuses) {
    for (int status : statuses) answers.add(status);
  }

  List<Got> requests() {
    return requests;
  }

  List<JsonNode> events() {
    var events = new ArrayList<JsonNode>();
    requests.forEach(request -> request.events().forEach(events::add));
    return events;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(
          new Got(
              exchange.getRequestMethod(),
              body,
              exchange.getRequestHeaders().getFirst("X-HubSpot-Request-Timestamp"),
              exchange.getRequestHeaders().getFirst("X-HubSpot-Signature-v3"),
              new ObjectMapper().readTree(body)));
      Integer status = answers.poll();
      if (status != null && status < 0) closing.await();
      if (status == null || status > 0) {
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
