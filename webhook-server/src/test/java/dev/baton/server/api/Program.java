package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An admin's program, which calls the API of an installation. */
public record Program(Installation acme) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Browserless PERSON = new Browserless();

  public HttpResponse<String> get(String path) {
    return PERSON.api(acme.app(), path);
  }

  public HttpResponse<String> post(String path, String body) {
    return PERSON.send(
        HttpRequest.newBuilder(acme.app().address().resolve(path))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .POST(BodyPublishers.ofString(body)));
  }

  /** What a good answer says. */
  public static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The problem document of that status; answers what it says to do. */
  static String problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    try {
      return JSON.readTree(answer.body()).get("detail").asText();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The id of the lead of a contact, as soon as it has come in. */
  public String lead(String contact) {
    return await().atMost(Duration.ofSeconds(15)).until(() -> idOf(contact), id -> !id.isEmpty());
  }

  private String idOf(String contact) {
    for (JsonNode lead : read(get("/api/v1/leads?limit=100")).get("leads")) {
      if (lead.get("recordId").asText().equals(contact)) return lead.get("id").asText();
    }
    return "";
  }

  public JsonNode file(String lead) {
    return read(get("/api/v1/leads/" + lead));
  }
}
