package dev.baton.tag;

import dev.baton.tag.TextAround.Sign;
import java.util.Optional;

/**
 * What is written after a number and belongs to it: {@code k}, {@code Mio.}, {@code ,-}, a
 * currency.
 *
 * @param tens the power of ten it multiplies by
 */
record Suffix(int tens, Optional<Character> symbol, int end) {
  /**
   * The suffix of the number that ends there; empty when nothing after it belongs to it.
   *
   * @param money whether a symbol before the number says that it is an amount
   */
  static Optional<Suffix> at(TextAround text, int end, boolean money) {
    int at = end + roundAmount(text, end);
    boolean apart = text.blank(at);
    String word = text.lettersAt(apart ? at + 1 : at);
    int wordEnd = at + (apart ? 1 : 0) + word.length();
    if (!word.isEmpty() && !text.letterOrDigit(wordEnd)) {
      int dotted = text.at(wordEnd) == '.' && word.length() > 1 ? wordEnd + 1 : wordEnd;
      Optional<Sign> sign = text.signAfter(dotted);
      Optional<Integer> tens = NumberWords.tens(word, money || sign.isPresent());
      boolean letterApart = apart && word.length() == 1 && sign.isEmpty();
      if (tens.isPresent() && !letterApart) {
        int last = sign.map(Sign::end).orElse(wordEnd);
        return Optional.of(new Suffix(tens.get(), sign.map(Sign::symbol), last));
      }
    }
    Optional<Sign> sign = text.signAfter(at);
    if (sign.isEmpty() && at == end) return Optional.empty();
    return Optional.of(new Suffix(0, sign.map(Sign::symbol), sign.map(Sign::end).orElse(at)));
  }

  /** How long the sign for no cents is, as in {@code 450,-} and {@code 450,--}. */
  private static int roundAmount(TextAround text, int end) {
    if ((text.at(end) != ',' && text.at(end) != '.') || !text.dash(end + 1)) return 0;
    int length = text.dash(end + 2) ? 3 : 2;
    return text.letterOrDigit(end + length) ? 0 : length;
  }
}
