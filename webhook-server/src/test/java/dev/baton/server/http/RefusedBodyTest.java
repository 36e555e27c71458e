package dev.baton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ApiTokens;
import dev.baton.company.CompanyId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sends too much hears why, and not a broken line, however slowly his bytes come. */
class RefusedBodyTest {
  private static WebServer server;

  /** Of an installation where nobody has a token yet. */
  private static final class NoTokens implements ApiTokens {
    @Override
    public Optional<CompanyId> company(byte[] tokenHash) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> madeAt(CompanyId company) {
      return Optional.empty();
    }

    @Override
    public void replace(CompanyId company, byte[] tokenHash, Instant at) {}
  }

  @BeforeAll
  static void serve() {
    server =
        WebServer.start(
            0,
            new FrontDoor(
                List.of(Route.post("/small", Access.ANYBODY, 1024, q -> Answer.empty(204))),
                new NoTokens(),
                (method, pattern, status, nanos) -> {}));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  void a_body_over_the_limit_is_read_away_before_it_is_refused() throws IOException {
    try (var socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(10_000);
      send(socket, "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n");
      for (int piece = 0; piece < 1024; piece++) send(socket, " ".repeat(1024));

      assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 413 Payload Too Large");

      send(socket, "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
      assertThat(socket.getInputStream().read()).as("the line is still open").isPositive();
    }
  }

  @Test
  void who_asks_whether_to_send_his_body_is_answered_without_it() throws IOException {
    try (var socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(10_000);
      send(
          socket,
          "POST /small HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
              + "Content-Length: 1048576\r\n\r\n");

      assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 413 Payload Too Large");
    }
  }
}
