package dev.baton.server.page;

import dev.baton.performance.Ratio;
import dev.baton.server.report.PerformanceJson;
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Writes the numbers of reports as people read them; what is not there is a dash, never zero. */
public final class Figures {
  static final String NONE = "–";

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private Figures() {}

  /** {@code 12,345}. */
  static String whole(long number, Words words) {
    return String.format(words.locale(), "%,d", number).replace('-', '−');
  }

  static String whole(long number) {
    return whole(number, Words.ENGLISH);
  }

  static String whole(Optional<Integer> number, Words words) {
    return number.map(n -> whole(n.longValue(), words)).orElse(NONE);
  }

  static String whole(Optional<Integer> number) {
    return whole(number, Words.ENGLISH);
  }

  /** {@code 62.5%}. */
  static String percent(Ratio ratio) {
    return ratio.percent().map(percent -> percent + "%").orElse(NONE);
  }

  /** {@code 1.4}: how many of the one for each of the other. */
  static String each(Ratio ratio) {
    return ratio.each().map(BigDecimal::toString).orElse(NONE);
  }

  /** {@code 2 min 5 s}, to the whole second, half up. */
  static String time(Optional<Double> seconds) {
    return seconds.map(s -> time(Math.round(s))).orElse(NONE);
  }

  /** {@code 45 s}, {@code 2 min 5 s}, {@code 3 h 20 min}, {@code 2 d 4 h}. */
  public static String time(long seconds) {
    if (seconds < MINUTE) return seconds + " s";
    if (seconds < HOUR) return both(seconds / MINUTE, " min", seconds % MINUTE, " s");
    if (seconds < DAY) return both(seconds / HOUR, " h", seconds % HOUR / MINUTE, " min");
    return both(seconds / DAY, " d", seconds % DAY / HOUR, " h");
  }

  private static String both(long large, String unit, long small, String smaller) {
    String first = whole(large) + unit;
    return small == 0 ? first : first + " " + small + smaller;
  }

  /** {@code 151.5 h}. */
  static String hours(Duration time) {
    return decimal(PerformanceJson.hours(time)) + " h";
  }

  /** {@code 1,200.5}, with as many digits as there are, and no zeros after the last. */
  static String decimal(BigDecimal number) {
    BigDecimal shown = number.stripTrailingZeros();
    int digits = Math.max(0, shown.scale());
    return String.format(Locale.ENGLISH, "%,." + digits + "f", shown).replace('-', '−');
  }

  /** {@code 1 lead}, {@code 2 leads}. */
  static String many(long number, String one, String several) {
    return whole(number) + " " + (number == 1 ? one : several);
  }

  /** {@code +2}, {@code −5}. */
  static String signed(long points, Words words) {
    return points > 0 ? "+" + whole(points, words) : whole(points, words);
  }

  static String signed(long points) {
    return signed(points, Words.ENGLISH);
  }
}
