package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What HubSpot says about a token. */
public sealed interface HubSpotGrant {

  /**
   * A token HubSpot has given.
   *
   * @param refresh buys the next one; empty where the earlier one stays good
   */
  record Granted(String access, Duration lasts, String refresh) implements HubSpotGrant {
    /** Secrets stay out of logs. */
    @Override
    public String toString() {
      return "Granted[hidden, " + lasts + "]";
    }
  }

  /**
   * Whom a token lets in.
   *
   * @param portal the account's id; empty where it is not told
   * @param user the login of who allowed it; empty where it is not told
   */
  record Described(boolean active, String portal, String user, List<String> scopes)
      implements HubSpotGrant {
    public Described {
      scopes = List.copyOf(scopes);
    }
  }

  static Granted granted(JsonNode answer) {
    return new Granted(
        answer.path("access_token").asText(""),
        Duration.ofSeconds(Math.max(0, answer.path("expires_in").asLong(0))),
        answer.path("refresh_token").asText(""));
  }

  static Described described(JsonNode answer) {
    List<String> scopes = new ArrayList<>();
    answer.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    if (scopes.isEmpty() && answer.path("scope").isTextual()) {
      scopes.addAll(List.of(answer.path("scope").asText().strip().split("\\s+")));
    }
    return new Described(
        answer.path("active").asBoolean(false),
        answer.path("hub_id").asText(""),
        answer.path("user_id").asText(""),
        scopes);
  }
}
