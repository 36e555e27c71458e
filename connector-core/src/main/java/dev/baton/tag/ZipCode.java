package dev.baton.tag;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A zip or postal code as ranges compare it. Codes of several parts, such as {@code SW1A 1AA},
 * {@code K1A 0B1}, {@code 1012 AB} and {@code 90210-1234}, are compared whole or by their first
 * part, whichever is as long as the range's ends: {@code Zip: SW1A} takes {@code SW1A 1AA}, and
 * {@code Zip: M1} does not take {@code M11 2AB}.
 */
final class ZipCode {
  private static final Pattern ONE = Pattern.compile("(?=.*\\d)[A-Z0-9]{2,10}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}-(?=\\d)");
  private static final Pattern PLUS_FOUR = Pattern.compile("(\\d{5})[- ]?\\d{4}");
  private static final Pattern BRITISH_OR_CANADIAN =
      Pattern.compile("([A-Z]{1,2}\\d[A-Z0-9]?|[A-Z]\\d[A-Z])(\\d[A-Z]{2}|\\d[A-Z]\\d)");
  private static final Pattern DUTCH = Pattern.compile("(\\d{4})([A-Z]{2})");

  private ZipCode() {}

  /** Whether the text, upper case and without blanks, can be a code: a digit, two to ten signs. */
  static boolean isOne(String text) {
    return ONE.matcher(text).matches();
  }

  /** Where the code has letters and where digits: only codes of one shape have an order. */
  static String shape(String code) {
    return code.replaceAll("[0-9]", "9").replaceAll("[A-Z]", "A");
  }

  /**
   * What ranges compare for a code as a person or a CRM wrote it: the whole first, then its first
   * part if it has parts; empty when it is no code.
   */
  static List<String> read(String written) {
    String code = COUNTRY.matcher(written.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
    String whole = code.replace(" ", "").replace("-", "");
    if (!isOne(whole)) return List.of();
    return firstPart(code, whole)
        .filter(part -> !part.equals(whole))
        .map(part -> List.of(whole, part))
        .orElse(List.of(whole));
  }

  private static Optional<String> firstPart(String code, String whole) {
    Matcher plusFour = PLUS_FOUR.matcher(code);
    if (plusFour.matches()) return Optional.of(plusFour.group(1));
    for (Pattern kind : List.of(BRITISH_OR_CANADIAN, DUTCH)) {
      Matcher parts = kind.matcher(whole);
      if (parts.matches()) return Optional.of(parts.group(1));
    }
    return Optional.empty();
  }
}
