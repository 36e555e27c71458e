package dev.baton.tag;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the words beside a number say about it. English and German. */
final class NumberWords {
  private static final Map<String, Integer> TENS =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("t", 3),
          Map.entry("tsd", 3),
          Map.entry("tausend", 3),
          Map.entry("thousand", 3),
          Map.entry("m", 6),
          Map.entry("mn", 6),
          Map.entry("mm", 6),
          Map.entry("mio", 6),
          Map.entry("mln", 6),
          Map.entry("million", 6),
          Map.entry("millions", 6),
          Map.entry("millionen", 6),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("mrd", 9),
          Map.entry("billion", 9),
          Map.entry("milliarde", 9),
          Map.entry("milliarden", 9));

  /** These mean something else beside a number as well: metres, tons, minutes, millimetres. */
  private static final Set<String> ONLY_OF_MONEY = Set.of("m", "mn", "mm", "b", "t");

  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec",
          "januar",
          "februar",
          "märz",
          "mai",
          "juni",
          "juli",
          "oktober",
          "dezember",
          "mär",
          "okt",
          "dez");

  private static final Set<String> PHONES =
      Set.of(
          "phone",
          "telephone",
          "telefon",
          "tel",
          "mobile",
          "mobil",
          "handy",
          "cell",
          "fax",
          "whatsapp");

  /** A number after these names something. */
  private static final Set<String> NAMING =
      Set.of(
          "id",
          "no",
          "nr",
          "number",
          "nummer",
          "ref",
          "reference",
          "invoice",
          "rechnung",
          "ticket",
          "sku",
          "account",
          "version",
          "ver",
          "v",
          "release",
          "ip",
          "kw",
          "zip",
          "zipcode",
          "plz",
          "postcode",
          "postleitzahl");

  /** What stands before a year. */
  private static final Set<String> BEFORE_YEARS =
      Set.of("in", "since", "until", "year", "seit", "bis", "ab", "jahr");

  private static final Set<String> AFTER_TIMES = Set.of("am", "pm", "a", "p", "uhr", "o");
  private static final Set<String> AFTER_SHARES = Set.of("percent", "prozent", "pct");

  private static final Set<String> STATES =
      Set.of(
          "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN",
          "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH",
          "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT",
          "VT", "VA", "WA", "WV", "WI", "WY", "PR", "GU", "VI", "AS", "MP");

  /** States that are also words or common abbreviations: they need a comma before them. */
  private static final Set<String> STATES_LIKE_WORDS =
      Set.of(
          "AS", "CO", "DE", "HI", "ID", "IN", "LA", "MA", "ME", "MO", "MS", "OH", "OK", "OR", "PA",
          "PR");

  private NumberWords() {}

  /** By which power of ten a word or letter multiplies the number before it. */
  static Optional<Integer> tens(String word, boolean money) {
    String small = word.toLowerCase(Locale.ROOT);
    if (!money && ONLY_OF_MONEY.contains(small) && !word.equals("M")) return Optional.empty();
    return Optional.ofNullable(TENS.get(small));
  }

  static boolean month(String word) {
    return MONTHS.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean phone(String word) {
    return PHONES.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean naming(String word) {
    return NAMING.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean beforeYears(String word) {
    return BEFORE_YEARS.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean afterTimes(String word) {
    return AFTER_TIMES.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean afterShares(String word) {
    return AFTER_SHARES.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean ordinal(String letters) {
    return switch (letters.toLowerCase(Locale.ROOT)) {
      case "st", "nd", "rd", "th" -> true;
      default -> false;
    };
  }

  static boolean state(String word, boolean afterComma) {
    return STATES.contains(word) && (afterComma || !STATES_LIKE_WORDS.contains(word));
  }
}
