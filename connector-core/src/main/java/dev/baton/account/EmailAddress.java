package dev.baton.account;

import java.util.Locale;

/** An e-mail address, told apart from others without regard to case. */
public record EmailAddress(String value) {
  private static final int LONGEST = 254;

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > LONGEST || !value.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+")) {
      throw new IllegalArgumentException(
          "An e-mail address looks like ann@example.com, but this is: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
