package dev.baton.account;

import java.util.Optional;

/**
 * Who may change whose role (domain §2): an admin cannot demote or delete himself, and the last
 * admin cannot be removed. The role of who made the account can move to somebody else.
 */
public final class RoleRules {
  private RoleRules() {}

  /** Why somebody may not become what he is in {@code after}; empty where he may. */
  public static Optional<String> refusal(Account by, Account before, Account after) {
    if (!by.role().may(Permission.MANAGE_ROLES)) {
      return Optional.of("Only an admin changes roles.");
    }
    if (!by.company().equals(before.company())) {
      return Optional.of("This is nobody of your company.");
    }
    boolean himself = by.id().equals(before.id());
    if (himself && after.role() != before.role()) {
      return Optional.of("You cannot change your own role: ask another admin.");
    }
    if (himself && !after.active()) {
      return Optional.of("You cannot remove yourself: ask another admin.");
    }
    return Optional.empty();
  }
}
