package dev.baton.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a password is made of (domain §2): 8 or more characters, upper and lower case, and a digit
 * or symbol.
 */
public final class PasswordRule {
  public static final int SHORTEST = 8;

  /** Longer ones only cost time to hash. */
  public static final int LONGEST = 128;

  private PasswordRule() {}

  /** What is wrong with a password. */
  public enum Wrong {
    TOO_SHORT,
    TOO_LONG,
    NO_UPPER_CASE,
    NO_LOWER_CASE,
    LETTERS_ALONE
  }

  /** All that is wrong with it; nothing with a good one. */
  public static Set<Wrong> wrong(String password) {
    var wrong = EnumSet.noneOf(Wrong.class);
    if (password.codePointCount(0, password.length()) < SHORTEST) wrong.add(Wrong.TOO_SHORT);
    if (password.length() > LONGEST) wrong.add(Wrong.TOO_LONG);
    if (password.codePoints().noneMatch(Character::isUpperCase)) wrong.add(Wrong.NO_UPPER_CASE);
    if (password.codePoints().noneMatch(Character::isLowerCase)) wrong.add(Wrong.NO_LOWER_CASE);
    if (password.codePoints().allMatch(Character::isLetter)) wrong.add(Wrong.LETTERS_ALONE);
    return wrong;
  }
}
