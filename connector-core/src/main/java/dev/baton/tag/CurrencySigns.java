package dev.baton.tag;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The currencies that ranges know, by their symbol (domain §3). */
final class CurrencySigns {
  static final String SIGNS = "$€£¥";

  /**
   * What people write for a symbol. Not {@code pound}, which is a weight, nor {@code yen}, which is
   * a longing.
   */
  private static final Map<String, Character> WORDS =
      Map.of(
          "usd", '$', "dollar", '$', "dollars", '$', "eur", '€', "euro", '€', "euros", '€', "gbp",
          '£', "jpy", '¥');

  private CurrencySigns() {}

  static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }

  /** The symbol a word stands for. */
  static Optional<Character> meantBy(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
  }
}
