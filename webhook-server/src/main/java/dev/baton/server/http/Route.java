package dev.baton.server.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing the server answers.
 *
 * @param pattern a path with {placeholders} for single segments
 * @param bodyLimit the most bytes a body may have
 */
public record Route(String method, String pattern, Access access, int bodyLimit, Handler handler) {
  private static final int NO_BODY = 1024;

  /** Answers a question; {@link Problem} where it cannot. */
  @FunctionalInterface
  public interface Handler {
    Answer answer(Question question);
  }

  public static Route get(String pattern, Access access, Handler handler) {
    return new Route("GET", pattern, access, NO_BODY, handler);
  }

  public static Route post(String pattern, Access access, int bodyLimit, Handler handler) {
    return new Route("POST", pattern, access, bodyLimit, handler);
  }

  public static Route delete(String pattern, Access access, Handler handler) {
    return new Route("DELETE", pattern, access, NO_BODY, handler);
  }

  /** The values of the placeholders; empty when the path is not this route's. */
  Optional<Map<String, String>> match(String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) return Optional.empty();
    var values = new HashMap<String, String>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        if (given[i].isEmpty()) return Optional.empty();
        values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
