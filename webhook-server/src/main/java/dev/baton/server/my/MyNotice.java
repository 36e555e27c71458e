package dev.baton.server.my;

import dev.baton.server.words.Words;
import java.util.Set;

/** What was just done, told once on the page that comes after it. */
final class MyNotice {
  private static final Set<String> DONE =
      Set.of("there", "away", "chance", "said", "saved", "comment", "memo", "given-back", "gone");

  private MyNotice() {}

  /** In words; empty for what nobody did. */
  static String said(String done, Words words) {
    return DONE.contains(done) ? words.say("my.done." + done) : "";
  }
}
