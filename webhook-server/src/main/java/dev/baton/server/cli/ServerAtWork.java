package dev.baton.server.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A Baton server that is running, spoken with by its API. */
final class ServerAtWork {
  /** Looking an account over takes a few dozen calls to the CRM. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  ServerAtWork(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** What the server, or the way to it, objects to; the message says what to do. */
  static final class Objection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Objection(String whatToDo) {
      super(whatToDo);
    }
  }

  JsonNode get(String path) {
    return call("GET", path, "");
  }

  JsonNode post(String path, String body) {
    return call("POST", path, body);
  }

  JsonNode delete(String path) {
    return call("DELETE", path, "");
  }

  private JsonNode call(String method, String path, String body) {
    HttpResponse<byte[]> answer;
    try {
      answer =
          http.send(
              HttpRequest.newBuilder(address.resolve(path))
                  .header("X-Auth-Token", token)
                  .timeout(PATIENCE)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofByteArray());
    } catch (IOException unreachable) {
      throw new Objection(
          "No Baton server answers at "
              + address
              + ". Start it with \"baton serve\", or say where it is: --server=https://…");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Objection("Stopped.");
    }
    JsonNode told = read(answer.body());
    if (answer.statusCode() / 100 == 2) return told;
    if (answer.statusCode() == 401) {
      throw new Objection(
          "The server at "
              + address
              + " does not know this API token. Set BATON_API_TOKEN to the one it was started with.");
    }
    String detail = told.path("detail").asText("");
    throw new Objection(
        detail.isEmpty()
            ? "At " + address + " something else than this version of Baton answers."
            : detail);
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }
}
