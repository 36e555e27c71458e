package dev.baton.salesforce.sandbox;

/**
 * Somebody who can log in and own records.
 *
 * @param username what they log in with, unique among all orgs
 */
public record SandboxUser(String id, String name, String username, String email, boolean active) {
  static SandboxUser of(SandboxRecord record) {
    return new SandboxUser(
        record.id(),
        record.value("Name"),
        record.value("Username"),
        record.value("Email"),
        record.isTrue("IsActive"));
  }
}
