package dev.baton.salesforce.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * What Salesforce has granted. It does not say for how long.
 *
 * @param organization the id of the org it opens; empty where it was not told
 * @param refresh buys the next session; empty where the earlier one stays good, or none is needed
 */
public record SalesforceGrant(SalesforceLetIn letIn, String organization, String refresh) {

  /** The address an answer names is followed, since tokens are good there only. */
  static SalesforceGrant read(JsonNode answer, URI asked) {
    String identity = answer.path("id").asText("");
    String[] parts = identity.split("/", -1);
    String user = parts[parts.length - 1];
    String organization = parts.length > 1 ? parts[parts.length - 2] : "";
    String token = answer.path("access_token").asText("");
    if (token.isEmpty() || token.contains(" ")) {
      throw new SalesforceFault(
          new SalesforceTrouble.Unreachable("Salesforce's answer has no token"));
    }
    return new SalesforceGrant(
        new SalesforceLetIn(
            instance(answer.path("instance_url").asText(""), asked), isId(user) ? user : "", token),
        isId(organization) ? organization : "",
        answer.path("refresh_token").asText(""));
  }

  private static boolean isId(String text) {
    return text.matches("[A-Za-z0-9]{15,18}");
  }

  /** Tokens never travel in clear text because of an answer. */
  private static URI instance(String told, URI asked) {
    if (told.isEmpty()) return asked;
    try {
      URI instance = URI.create(told);
      boolean asSafe =
          "https".equals(instance.getScheme())
              || ("http".equals(instance.getScheme()) && "http".equals(asked.getScheme()));
      if (asSafe && instance.getHost() != null) return instance;
    } catch (IllegalArgumentException notAnAddress) {
      // told below
    }
    throw new SalesforceFault(
        new SalesforceTrouble.Unreachable("Salesforce's answer names no address to go on at"));
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "SalesforceGrant[hidden]";
  }
}
