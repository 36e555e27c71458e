package dev.baton.server.people;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that came from outside. */
final class Addresses {
  private Addresses() {}

  /**
   * Whether it is a path of this site. What a browser might read as another site ({@code //evil},
   * {@code /\evil}) is not.
   */
  static boolean isOurs(String address) {
    if (!address.startsWith("/") || address.startsWith("//")) return false;
    if (address.chars().anyMatch(c -> c < ' ' || c == '\\')) return false;
    try {
      URI uri = URI.create(address);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
