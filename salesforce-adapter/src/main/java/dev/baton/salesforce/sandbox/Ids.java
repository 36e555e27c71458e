package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.SalesforceId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Gives out the ids of everything, no two alike in one sandbox. */
final class Ids {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String INSTANCE = "Hp0";

  // High enough for letters of both cases, which ids have and naive comparisons stumble over.
  private final AtomicLong last = new AtomicLong(41L * 62 * 62 * 62 + 11 * 62 * 62);

  /** A new id with 18 characters. */
  String next(String keyPrefix) {
    long number = last.incrementAndGet();
    var digits = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      digits.append(DIGITS.charAt((int) (number % 62)));
      number /= 62;
    }
    return SalesforceId.parse(keyPrefix + INSTANCE + digits.reverse()).toString();
  }

  /** The 18 characters of an id that may have come with 15; empty for what is no id. */
  static Optional<String> full(String id) {
    try {
      return Optional.of(SalesforceId.parse(id).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
