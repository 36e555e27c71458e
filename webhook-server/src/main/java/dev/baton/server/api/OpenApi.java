package dev.baton.server.api;

import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The description of the API; a test holds it against the routes. */
public final class OpenApi {
  private OpenApi() {}

  public static List<Route> routes() {
    byte[] file = read();
    return List.of(
        Route.get(
            "/openapi.json",
            Access.ANYBODY,
            question -> new Answer(200, Map.of("Content-Type", "application/json"), file)));
  }

  private static byte[] read() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
      if (in == null) throw new IllegalStateException("No openapi.json");
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
