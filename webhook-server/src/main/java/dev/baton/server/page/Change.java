package dev.baton.server.page;

import dev.baton.performance.Ratio;
import dev.baton.server.words.Words;
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

  static Change ofLeads(long now, long before, Good good, Words words) {
    long more = now - before;
    String said =
        more == 0
            ? words.say("report.change.as-many")
            : words.say(
                more > 0 ? "report.change.more" : "report.change.fewer",
                Figures.whole(Math.abs(more), words));
    return new Change(Figures.whole(before, words), said, tone(more, good));
  }

  static Change ofScore(Optional<Integer> now, Optional<Integer> before, Words words) {
    String then = Figures.whole(before, words);
    if (now.isEmpty() || before.isEmpty()) return nothing(then, words);
    int more = now.get() - before.get();
    String difference = Figures.whole(Math.abs(more), words);
    return new Change(then, higher(more, difference, words), tone(more, Good.UP));
  }

  private static Change nothing(String then, Words words) {
    return new Change(then, words.say("report.change.nothing"), Tone.EVEN);
  }

  /** Of what is shown: both with one digit after the point. */
  static Change ofRate(Ratio now, Ratio before, Good good, Words words) {
    String then = Figures.percent(before, words);
    if (now.percent().isEmpty() || before.percent().isEmpty()) return nothing(then, words);
    BigDecimal more = now.percent().get().subtract(before.percent().get());
    BigDecimal points = more.abs();
    String difference =
        words.say("report.change.points", Figures.decimal(points, words), points.doubleValue());
    return new Change(then, higher(more.signum(), difference, words), tone(more.signum(), good));
  }

  /** Seconds, of which fewer are better. */
  static Change ofTime(Optional<Double> now, Optional<Double> before, Words words) {
    String then = Figures.time(before, words);
    if (now.isEmpty() || before.isEmpty()) return nothing(then, words);
    long more = Math.round(now.get()) - Math.round(before.get());
    if (more == 0) return new Change(then, words.say("report.change.same"), Tone.EVEN);
    return new Change(
        then,
        words.say(
            more < 0 ? "report.change.faster" : "report.change.slower",
            Figures.time(Math.abs(more), words)),
        tone(more, Good.DOWN));
  }

  private static String higher(int more, String difference, Words words) {
    if (more == 0) return words.say("report.change.same");
    return words.say(more > 0 ? "report.change.higher" : "report.change.lower", difference);
  }

  private static Tone tone(long more, Good good) {
    if (more == 0 || good == Good.NEITHER) return Tone.EVEN;
    return more > 0 == (good == Good.UP) ? Tone.BETTER : Tone.WORSE;
  }
}
