package dev.baton.server.page;

import dev.baton.performance.Ratio;
import dev.baton.server.report.PerformanceJson;
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the numbers of reports as people read them in their language; what is not there is a dash,
 * never zero.
 */
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

  static String whole(Optional<Integer> number, Words words) {
    return number.map(n -> whole(n.longValue(), words)).orElse(NONE);
  }

  /** {@code 62.5%}. */
  static String percent(Ratio ratio, Words words) {
    NumberFormat percents = NumberFormat.getPercentInstance(words.locale());
    percents.setMinimumFractionDigits(1);
    percents.setMaximumFractionDigits(1);
    return ratio.percent().map(p -> percents.format(p.movePointLeft(2))).orElse(NONE);
  }

  /** {@code 1.4}: how many of the one for each of the other. */
  static String each(Ratio ratio, Words words) {
    return ratio.each().map(each -> decimal(each, each.scale(), words)).orElse(NONE);
  }

  /** {@code 2 min 5 s}, to the whole second, half up. */
  static String time(Optional<Double> seconds, Words words) {
    return seconds.map(s -> time(Math.round(s), words)).orElse(NONE);
  }

  /** {@code 45 s}, {@code 2 min 5 s}, {@code 3 h 20 min}, {@code 2 d 4 h}. */
  public static String time(long seconds, Words words) {
    if (seconds < MINUTE) return in("s", seconds, words);
    if (seconds < HOUR) return both("min", seconds / MINUTE, "s", seconds % MINUTE, words);
    if (seconds < DAY) return both("h", seconds / HOUR, "min", seconds % HOUR / MINUTE, words);
    return both("d", seconds / DAY, "h", seconds % DAY / HOUR, words);
  }

  private static String both(String unit, long large, String smaller, long small, Words words) {
    String first = in(unit, large, words);
    return small == 0 ? first : first + " " + in(smaller, small, words);
  }

  private static String in(String unit, long number, Words words) {
    return words.say("report.time." + unit, whole(number, words));
  }

  /** {@code 151.5 h}. */
  static String hours(Duration time, Words words) {
    return words.say("report.time.h", decimal(PerformanceJson.hours(time), words));
  }

  /** {@code 1,200.5}, with as many digits as there are, and no zeros after the last. */
  static String decimal(BigDecimal number, Words words) {
    BigDecimal shown = number.stripTrailingZeros();
    return decimal(shown, Math.max(0, shown.scale()), words);
  }

  private static String decimal(BigDecimal number, int digits, Words words) {
    return String.format(words.locale(), "%,." + digits + "f", number).replace('-', '−');
  }

  /** {@code +2}, {@code −5}. */
  static String signed(long points, Words words) {
    return points > 0 ? "+" + whole(points, words) : whole(points, words);
  }
}
