package dev.baton.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that every answer carries unless it says otherwise. */
public final class SecurityHeaders {
  static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("Cache-Control", "no-store");
    ALL.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    ALL.put("Cross-Origin-Opener-Policy", "same-origin");
    ALL.put("Cross-Origin-Resource-Policy", "same-origin");
    ALL.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put("X-Frame-Options", "DENY");
    ALL.put("X-Robots-Tag", "noindex, nofollow");
  }

  private SecurityHeaders() {}
}
