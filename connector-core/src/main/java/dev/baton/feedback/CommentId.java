package dev.baton.feedback;

import java.util.UUID;

/** Names a comment. */
public record CommentId(UUID value) {
  public static CommentId parse(String text) {
    return new CommentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
