package dev.baton.server.people;

import dev.baton.account.PasswordRule;
import dev.baton.server.words.Words;
import java.util.List;

/** Says what a password is missing. The rule says it in English, and each sentence has a key. */
final class PasswordWords {
  private static final List<String> KEYS =
      List.of(
          "gate.rule.short",
          "gate.rule.long",
          "gate.rule.upper",
          "gate.rule.lower",
          "gate.rule.other");

  private PasswordWords() {}

  /** One sentence each; empty for a good one. */
  static List<String> missing(String password, Words words) {
    return PasswordRule.missing(password).stream().map(english -> said(english, words)).toList();
  }

  private static String said(String english, Words words) {
    return KEYS.stream()
        .filter(key -> say(key, Words.ENGLISH).equals(english))
        .findFirst()
        .map(key -> say(key, words))
        .orElse(english);
  }

  private static String say(String key, Words words) {
    return words.say(key, PasswordRule.SHORTEST, PasswordRule.LONGEST);
  }
}
