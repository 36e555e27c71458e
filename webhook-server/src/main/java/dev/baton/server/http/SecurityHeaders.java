package dev.baton.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Headers that every answer carries unless it says otherwise. */
public final class SecurityHeaders {
  static final String POLICY = "Content-Security-Policy";
  static final String FRAMES = "X-Frame-Options";
  private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
  static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("Cache-Control", "no-store");
    ALL.put(POLICY, policy("'none'"));
    ALL.put("Cross-Origin-Opener-Policy", "same-origin");
    ALL.put("Cross-Origin-Resource-Policy", "same-origin");
    ALL.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put(FRAMES, "DENY");
    ALL.put("X-Robots-Tag", "noindex, nofollow");
  }

  private SecurityHeaders() {}

  private static String policy(String ancestors) {
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
        + " connect-src 'self'; form-action 'self'; frame-ancestors "
        + ancestors
        + "; base-uri 'none'";
  }

  /**
   * Those of an installation.
   *
   * @param secure whether people reach it by https: then browsers are told to use nothing else
   */
  static Map<String, String> of(boolean secure) {
    var headers = new LinkedHashMap<>(ALL);
    if (secure) headers.put(STRICT_TRANSPORT, "max-age=31536000");
    return headers;
  }

  /**
   * The answer, to be shown in frames of those sites too. The older header knows no list, so it is
   * left out.
   *
   * @param sites as origins; none for no site at all
   */
  static Answer inFramesOf(List<String> sites, Answer answer) {
    if (sites.isEmpty()) return answer;
    return answer.with(POLICY, policy("'self' " + String.join(" ", sites))).with(FRAMES, "");
  }
}
