package dev.baton.tag;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands beside a place of a text. */
final class TextAround {
  private static final int LONGEST_WORD = 20;
  private static final Pattern ANNOUNCES_ZIP =
      Pattern.compile(
          "(?:^|[^\\p{L}\\d])(?:zip(?:[ -]?code)?|post(?:al)?[ -]?code|plz|postleitzahl)"
              + "(?: is)?[ :#.=]{0,3}$",
          Pattern.CASE_INSENSITIVE);

  private final String text;

  TextAround(String text) {
    this.text = text;
  }

  /** The character there; a line break before the text and after it. */
  char at(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : '\n';
  }

  boolean digit(int at) {
    return NumberNotation.isDigit(at(at));
  }

  boolean letterOrDigit(int at) {
    return Character.isLetterOrDigit(at(at)) || at(at) == '_';
  }

  /** A blank within a line, of any width. */
  boolean blank(int at) {
    return switch (at(at)) {
      case ' ', '\u00a0', '\u2009', '\u202f' -> true;
      default -> false;
    };
  }

  boolean dash(int at) {
    return switch (at(at)) {
      case '-', '–', '—', '−' -> true;
      default -> false;
    };
  }

  int digitsEnd(int from) {
    int at = from;
    while (digit(at)) at++;
    return at;
  }

  /** The letters that begin there; empty where none do, or too many for a word of interest. */
  String lettersAt(int from) {
    int at = from;
    while (Character.isLetter(at(at)) && at - from <= LONGEST_WORD) at++;
    return at - from > LONGEST_WORD ? "" : text.substring(from, at);
  }

  /** The letters that end there, when they are a whole word. */
  String lettersBefore(int end) {
    int at = end;
    while (Character.isLetter(at(at - 1)) && end - at <= LONGEST_WORD) at--;
    return end - at > LONGEST_WORD || letterOrDigit(at - 1) ? "" : text.substring(at, end);
  }

  /** The word before, over a blank, a colon, a dot or a number sign. */
  String wordBefore(int from) {
    int at = from;
    while (from - at < 3 && (blank(at - 1) || ":.#(".indexOf(at(at - 1)) >= 0)) at--;
    return lettersBefore(at);
  }

  /** The word after, over a blank and a dot. */
  String wordAfter(int end) {
    int at = end;
    if (at(at) == '.' && blank(at + 1)) at++;
    return blank(at) ? lettersAt(at + 1) : "";
  }

  /** Whether only a dash, with or without blanks, stands between the two places. */
  boolean onlyDash(int from, int to) {
    if (to <= from || to - from > 3) return false;
    String between = text.substring(from, to).replace('\u00a0', ' ').strip();
    return between.length() == 1 && dash(text.indexOf(between, from));
  }

  /** Whether a state or a word that announces a zip code stands before. */
  boolean announcesZip(int from) {
    int at = from;
    while (from - at < 2 && blank(at - 1)) at--;
    String state = lettersBefore(at);
    if (at < from && state.length() == 2) {
      int before = at - 2;
      while (blank(before - 1)) before--;
      if (NumberWords.state(state, at(before - 1) == ',')) return true;
    }
    return ANNOUNCES_ZIP.matcher(text.substring(Math.max(0, from - 30), from)).find();
  }

  /** Whether the word-like thing around is a web or mail address. */
  boolean inAddress(int from) {
    int at = from;
    while (at > 0 && from - at < 200 && !Character.isWhitespace(at(at - 1))) at--;
    String before = text.substring(at, from);
    return before.contains("://") || before.contains("?") || before.contains("@");
  }

  /** Whether nothing but blanks stands before it in its line. */
  boolean beginsLine(int from) {
    int at = from;
    while (from - at < 9 && blank(at - 1)) at--;
    return at(at - 1) == '\n';
  }

  /** The end of the word-like thing there: letters, digits, and single signs between them. */
  int tokenEnd(int from) {
    int at = from;
    while (letterOrDigit(at) || (".-/:@=&?%".indexOf(at(at)) >= 0 && letterOrDigit(at + 1))) at++;
    return Math.max(at, from + 1);
  }

  /** The currency a sign or word before means, with where it begins; not before {@code floor}. */
  Optional<Sign> signBefore(int from, int floor) {
    int at = blank(from - 1) ? from - 1 : from;
    if (at - 1 >= floor && CurrencySigns.isSign(at(at - 1))) {
      return Optional.of(new Sign(at(at - 1), at - 1, at));
    }
    String word = lettersBefore(at);
    int start = at - word.length();
    if (word.isEmpty() || start < floor) return Optional.empty();
    return CurrencySigns.meantBy(word).map(symbol -> new Sign(symbol, start, at));
  }

  /**
   * The currency a sign or word after means. A sign that touches the next number is that number's;
   * before a blank and a number the euro sign stands after its number, the others before theirs.
   */
  Optional<Sign> signAfter(int end) {
    int at = blank(end) ? end + 1 : end;
    char sign = at(at);
    if (CurrencySigns.isSign(sign)) {
      boolean ofNext = digit(at + 1) || (sign != '€' && blank(at + 1) && digit(at + 2));
      return ofNext ? Optional.empty() : Optional.of(new Sign(sign, at, at + 1));
    }
    String word = lettersAt(at);
    int wordEnd = at + word.length();
    if (word.isEmpty() || letterOrDigit(wordEnd)) return Optional.empty();
    return CurrencySigns.meantBy(word).map(symbol -> new Sign(symbol, at, wordEnd));
  }

  /** A currency and where it is written. */
  record Sign(char symbol, int start, int end) {}
}
