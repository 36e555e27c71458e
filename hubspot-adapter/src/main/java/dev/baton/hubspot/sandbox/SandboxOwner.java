package dev.baton.hubspot.sandbox;

/**
 * Somebody who can own records.
 *
 * @param id the owner id, which stands in {@code hubspot_owner_id}
 * @param userId the id of the login, which webhooks name as the author of a change
 * @param archived whether they have left
 */
public record SandboxOwner(
    String id, String userId, String email, String firstName, String lastName, boolean archived) {
  SandboxOwner left() {
    return new SandboxOwner(id, userId, email, firstName, lastName, true);
  }
}
