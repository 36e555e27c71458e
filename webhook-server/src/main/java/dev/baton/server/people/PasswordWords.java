package dev.baton.server.people;

import dev.baton.account.PasswordRule;
import dev.baton.server.words.Words;
import java.util.List;

/** Says what is wrong with a password. */
final class PasswordWords {
  private PasswordWords() {}

  /** One sentence each; empty for a good one. */
  static List<String> missing(String password, Words words) {
    return PasswordRule.wrong(password).stream()
        .map(
            wrong ->
                words.say("gate.rule." + wrong.name(), PasswordRule.SHORTEST, PasswordRule.LONGEST))
        .toList();
  }
}
