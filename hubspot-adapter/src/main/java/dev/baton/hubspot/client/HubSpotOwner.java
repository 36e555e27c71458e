package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Somebody who can own records.
 *
 * @param id stands in a record's owner property
 * @param userId the login behind it, also of one who has left; empty where it is not told
 * @param archived whether they have left
 */
public record HubSpotOwner(
    String id, String userId, String firstName, String lastName, String email, boolean archived) {

  static HubSpotOwner read(JsonNode node) {
    String user = node.path("userId").asText("");
    return new HubSpotOwner(
        node.path("id").asText(""),
        user.isEmpty() ? node.path("userIdIncludingInactive").asText("") : user,
        node.path("firstName").asText(""),
        node.path("lastName").asText(""),
        node.path("email").asText(""),
        node.path("archived").asBoolean(false));
  }
}
