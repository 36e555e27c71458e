package dev.baton.account;

/** What somebody is to his company (domain §2). */
public enum Role {
  /** Answers leads: sees his own, and no settings. */
  AGENT,
  /** Like an admin, without billing and secrets. */
  EDITOR,
  /** Everything. */
  ADMIN;

  public boolean may(Permission permission) {
    return permission.roles().contains(this);
  }
}
