package dev.baton.server.why;

import dev.baton.tag.Owing;
import java.util.Optional;

/** What a billable tag makes of an offer and of its acceptance, a sentence each. */
final class Sums {
  private Sums() {}

  static String asked(Optional<Owing> owing) {
    return owing.map(o -> " Accepting costs " + o.words() + " at most, " + because(o)).orElse("");
  }

  static String owed(Optional<Owing> owing) {
    return owing.map(o -> " That costs " + o.words() + ", " + because(o)).orElse("");
  }

  private static String because(Owing owing) {
    return "for the tag " + owing.tag() + ".";
  }
}
