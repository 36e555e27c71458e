package dev.baton.tag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How people write one number with digits and separators. {@code 1.200} and {@code 1,200} are
 * twelve hundred: three digits after a single separator are far more often thousands than
 * thousandths.
 */
final class NumberNotation {
  private static final int MOST_DIGITS = 15;
  private static final int FIRST_LONG_ENOUGH_FOR_A_PHONE = 10;

  private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d*");
  private static final Pattern GROUPED =
      Pattern.compile("[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?:,\\d{3})+|(?:['’]\\d{3})+|(?: \\d{3})+)");
  private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9]\\d*)[.,]\\d{1,6}");
  private static final List<Pattern> GROUPED_DECIMAL =
      List.of(
          Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d{1,6}"),
          Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+\\.\\d{1,6}"),
          Pattern.compile("[1-9]\\d{0,2}(?:['’ ]\\d{3})+[.,]\\d{1,6}"));
  private static final Pattern IP =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])");

  private NumberNotation() {}

  /**
   * The number written; empty for what is no number: dates, versions, addresses of machines, lists.
   *
   * @param written digits and separators, blanks as {@code ' '}
   * @param sure whether a symbol or the like beside it says that it is a number
   */
  static Optional<BigDecimal> read(String written, boolean sure) {
    if (digits(written) > MOST_DIGITS) return Optional.empty();
    if (WHOLE.matcher(written).matches()) {
      boolean doubtful =
          written.length() >= FIRST_LONG_ENOUGH_FOR_A_PHONE || DAY.matcher(written).matches();
      return doubtful && !sure ? Optional.empty() : Optional.of(new BigDecimal(written));
    }
    if (IP.matcher(written).matches()) return Optional.empty();
    if (GROUPED.matcher(written).matches()) {
      return Optional.of(new BigDecimal(onlyDigits(written)));
    }
    if (DECIMAL.matcher(written).matches()
        || GROUPED_DECIMAL.stream().anyMatch(form -> form.matcher(written).matches())) {
      int point = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
      return Optional.of(
          new BigDecimal(
              onlyDigits(written.substring(0, point)) + "." + written.substring(point + 1)));
    }
    return Optional.empty();
  }

  /**
   * Whether the numbers on both sides of a hyphen are the ends of a range, and not a local phone
   * number, a date, two years or a zip code with its four more digits.
   */
  static boolean areRange(String from, String to, boolean sure) {
    Optional<BigDecimal> least = read(from, sure);
    Optional<BigDecimal> most = read(to, sure);
    if (least.isEmpty() || most.isEmpty()) return false;
    if (sure) return true;
    int longer = digits(to) - digits(from);
    boolean local = digits(from) == 3 && longer == 1 && !(round(least.get()) && round(most.get()));
    boolean days = upTo(from, 31) && upTo(to, 31) && (upTo(from, 12) || upTo(to, 12));
    boolean dates = days && from.length() == 2 && to.length() == 2;
    boolean years = isYear(from) && isYear(to);
    return least.get().compareTo(most.get()) < 0 && longer <= 1 && !local && !dates && !years;
  }

  private static boolean round(BigDecimal number) {
    return number.remainder(BigDecimal.valueOf(50)).signum() == 0;
  }

  /** Whether it is a number, possibly with a fraction, of at most two digits and that size. */
  static boolean upTo(String written, int most) {
    int point = Math.max(written.indexOf('.'), written.indexOf(','));
    String whole = point < 0 ? written : written.substring(0, point);
    return whole.length() <= 2
        && digits(whole) == whole.length()
        && Integer.parseInt(whole) <= most;
  }

  static boolean isYear(String written) {
    return YEAR.matcher(written).matches();
  }

  /** {@code 24.12}, which before another dot is a day. */
  static boolean isDayAndMonth(String written) {
    return DAY_AND_MONTH.matcher(written).matches();
  }

  static int digits(String written) {
    int digits = 0;
    for (int i = 0; i < written.length(); i++) if (isDigit(written.charAt(i))) digits++;
    return digits;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String onlyDigits(String written) {
    var digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      if (isDigit(written.charAt(i))) digits.append(written.charAt(i));
    }
    return digits.toString();
  }
}
