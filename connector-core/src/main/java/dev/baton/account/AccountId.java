package dev.baton.account;

import java.util.UUID;

/** Names an account, for ever. */
public record AccountId(UUID value) {
  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static AccountId parse(String text) {
    return new AccountId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
