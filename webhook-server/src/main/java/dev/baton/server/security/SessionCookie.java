package dev.baton.server.security;

import dev.baton.account.Sessions;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that keeps a session's token. It is partitioned, so that the pages also work where a
 * CRM shows them in a frame, and no other site sees that somebody is logged in there.
 */
public final class SessionCookie {
  private static final String NAME = "__Host-baton";
  private static final String KIND =
      "; Path=/; Secure; HttpOnly; SameSite=None; Partitioned; Max-Age=";

  private SessionCookie() {}

  /** What the browser is told to keep. */
  public static String keep(String token, Sessions.Kind kind) {
    Duration life = kind == Sessions.Kind.LINK ? Sessions.BY_LINK : Sessions.LONGEST;
    return NAME + "=" + token + KIND + life.toSeconds();
  }

  /** What the browser is told to forget. */
  public static String forget() {
    return NAME + "=" + KIND + 0;
  }

  /** The token among the cookies that were sent. */
  public static Optional<String> token(Optional<String> header) {
    for (String each : header.orElse("").split(";")) {
      String[] parts = each.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(NAME) && !parts[1].isEmpty()) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }
}
