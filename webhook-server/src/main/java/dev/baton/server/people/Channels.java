package dev.baton.server.people;

import dev.baton.message.Medium;

/** Channels as people call them. */
public final class Channels {
  private Channels() {}

  public static String name(Medium medium) {
    return switch (medium) {
      case EMAIL -> "e-mail";
      case SMS -> "SMS";
      case SLACK -> "Slack";
      case TEAMS -> "Teams";
    };
  }
}
