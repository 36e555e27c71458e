package dev.baton.server.why;

import dev.baton.server.words.Words;
import dev.baton.tag.Owing;
import java.util.Optional;

/** What a billable tag makes of an offer and of its acceptance, a sentence each. */
final class Sums {
  private Sums() {}

  static String asked(Optional<Owing> owing, Words words) {
    return owing
        .map(o -> " " + words.say("why.sum.asked", o.words(), o.tag().toString()))
        .orElse("");
  }

  static String owed(Optional<Owing> owing, Words words) {
    return owing
        .map(o -> " " + words.say("why.sum.owed", o.words(), o.tag().toString()))
        .orElse("");
  }
}
