package dev.baton.salesforce.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a sandbox the plain way, as any app could. */
record Caller(SalesforceSandbox sandbox) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What came back, with its body read as JSON where it is some. */
  record Reply(int status, JsonNode json, HttpResponse<byte[]> raw) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(raw.body(), StandardCharsets.UTF_8);
    }

    String error() {
      return json.path("error").asText();
    }
  }

  Reply get(String path, String... headers) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(sandbox.api() + path));
    if (headers.length > 0) request.headers(headers);
    return send(request.GET());
  }

  Reply post(String path, byte[] body, String... headers) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.api() + path))
            .headers(headers)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  Reply form(String path, Map<String, String> fields) throws IOException {
    return post(
        path,
        encoded(fields).getBytes(StandardCharsets.US_ASCII),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  Reply token(Map<String, String> fields) throws IOException {
    return form("/services/oauth2/token", fields);
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Reply send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Reply(
          response.statusCode(),
          json ? MAPPER.readTree(response.body()) : MAPPER.missingNode(),
          response);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
