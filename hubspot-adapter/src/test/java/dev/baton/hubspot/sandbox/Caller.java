package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a sandbox the plain way, as any app could. */
record Caller(HubSpotSandbox sandbox, String token) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What came back, with its body read as JSON where it is some. */
  record Reply(int status, JsonNode json, HttpResponse<String> raw) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path) throws IOException {
    return call("GET", path, "");
  }

  Reply post(String path, String body) throws IOException {
    return call("POST", path, body);
  }

  Reply patch(String path, String body) throws IOException {
    return call("PATCH", path, body);
  }

  Reply call(String method, String path, String body) throws IOException {
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.api() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, publisher));
  }

  /** Posts a form with the app's own id and secret. */
  Reply form(String path, Map<String, String> fields) throws IOException {
    String form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.api() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form
                        + "&client_id="
                        + sandbox.clientId()
                        + "&client_secret="
                        + sandbox.clientSecret())));
  }

  private static Reply send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Reply(
          response.statusCode(), MAPPER.readTree(json ? response.body() : "null"), response);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
