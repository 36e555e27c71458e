package dev.baton.server.page;

import dev.baton.performance.Ratio;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a figure since the period before, in words.
 *
 * @param before the figure then
 * @param words such as "4.1 points higher"
 * @param tone better, worse or even; the words say it too
 */
public record Change(String before, String words, Tone tone) {
  /** What a change is for the company. */
  public enum Tone {
    BETTER,
    WORSE,
    EVEN
  }

  /** Which way is the good one. */
  enum Good {
    UP,
    DOWN,
    NEITHER
  }

  private static final String NOTHING = "nothing to compare with";

  public String css() {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  /** Drawn beside the words, for who only glances. */
  public String mark() {
    return switch (tone) {
      case BETTER -> "✓";
      case WORSE -> "✗";
      case EVEN -> "";
    };
  }

  static Change ofLeads(long now, long before, Good good) {
    long more = now - before;
    String words =
        more == 0
            ? "as many as before"
            : Figures.whole(Math.abs(more)) + (more > 0 ? " more" : " fewer");
    return new Change(Figures.whole(before), words, tone(more, good));
  }

  static Change ofScore(Optional<Integer> now, Optional<Integer> before) {
    String then = Figures.whole(before);
    if (now.isEmpty() || before.isEmpty()) return new Change(then, NOTHING, Tone.EVEN);
    int more = now.get() - before.get();
    return new Change(then, higher(more, Figures.whole(Math.abs(more))), tone(more, Good.UP));
  }

  /** Of what is shown: both with one digit after the point. */
  static Change ofRate(Ratio now, Ratio before, Good good) {
    String then = Figures.percent(before);
    if (now.percent().isEmpty() || before.percent().isEmpty()) {
      return new Change(then, NOTHING, Tone.EVEN);
    }
    BigDecimal more = now.percent().get().subtract(before.percent().get());
    BigDecimal points = more.abs().stripTrailingZeros();
    String unit = points.compareTo(BigDecimal.ONE) == 0 ? " point" : " points";
    return new Change(
        then, higher(more.signum(), points.toPlainString() + unit), tone(more.signum(), good));
  }

  /** Seconds, of which fewer are better. */
  static Change ofTime(Optional<Double> now, Optional<Double> before) {
    String then = Figures.time(before);
    if (now.isEmpty() || before.isEmpty()) return new Change(then, NOTHING, Tone.EVEN);
    long more = Math.round(now.get()) - Math.round(before.get());
    if (more == 0) return new Change(then, "the same", Tone.EVEN);
    return new Change(
        then,
        Figures.time(Math.abs(more)) + (more < 0 ? " faster" : " slower"),
        tone(more, Good.DOWN));
  }

  private static String higher(int more, String difference) {
    if (more == 0) return "the same";
    return difference + (more > 0 ? " higher" : " lower");
  }

  private static Tone tone(long more, Good good) {
    if (more == 0 || good == Good.NEITHER) return Tone.EVEN;
    return more > 0 == (good == Good.UP) ? Tone.BETTER : Tone.WORSE;
  }
}
