package dev.baton.server.people;

import dev.baton.message.Medium;
import dev.baton.server.words.Words;

/** Channels as people call them. */
public final class Channels {
  private Channels() {}

  public static String name(Medium medium, Words words) {
    return words.say("people.channel." + medium.name());
  }
}
