package dev.baton.account;

import java.util.ArrayList;
import java.util.List;

/**
 * What a password is made of (domain §2): 8 or more characters, upper and lower case, and a digit
 * or symbol.
 */
public final class PasswordRule {
  public static final int SHORTEST = 8;

  /** Longer ones only cost time to hash. */
  public static final int LONGEST = 128;

  private PasswordRule() {}

  /** What is missing, one sentence each; empty for a good one. */
  public static List<String> missing(String password) {
    var missing = new ArrayList<String>();
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      missing.add("A password has at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      missing.add("A password has at most " + LONGEST + " characters.");
    }
    if (password.codePoints().noneMatch(Character::isUpperCase)) {
      missing.add("A password has an upper-case letter.");
    }
    if (password.codePoints().noneMatch(Character::isLowerCase)) {
      missing.add("A password has a lower-case letter.");
    }
    if (password.codePoints().allMatch(Character::isLetter)) {
      missing.add("A password has a digit or a symbol.");
    }
    return missing;
  }
}
