package dev.baton.message;

import java.util.UUID;

/** Names a message for ever, also to the channel, so that a double can be recognised. */
public record MessageId(UUID value) {
  public static MessageId parse(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
