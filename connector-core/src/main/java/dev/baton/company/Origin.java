package dev.baton.company;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A site that may show Baton's pages in a frame of its own, such as {@code
 * https://acme.lightning.force.com}. Only https, and one host: what stands for many sites would let
 * in those of others.
 */
public record Origin(String value) {
  private static final int LONGEST = 255;
  private static final Pattern FORM =
      Pattern.compile(
          "https://[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+(:\\d{1,5})?");

  public Origin {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A site is https and a host without a path, such as https://acme.lightning.force.com;"
              + " this is not one: "
              + (value.length() > 80 ? value.substring(0, 80) + "…" : value));
    }
    int port = URI.create(value).getPort();
    if (port == 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 1 to 65535, but this is " + port);
    }
  }

  /**
   * Reads what somebody typed, or copied from his browser's address bar with its last slash.
   *
   * @throws IllegalArgumentException saying what a site looks like
   */
  public static Origin read(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return new Origin(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  @Override
  public String toString() {
    return value;
  }
}
