package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Figure;
import dev.baton.server.words.Words;
import java.util.function.Function;

/**
 * What a number of a report is called over the leads behind it.
 *
 * @param unactioned whether only leads got and not acted on are meant
 */
record FigureWords(
    Figure figure, boolean unactioned, Function<AgentId, String> names, Words words) {

  String title() {
    String who = figure.agent().map(names).orElseGet(() -> words.say("report.behind.all-agents"));
    String what = unactioned ? ReportAddresses.UNACTIONED : figure.measure().name();
    return words.say("report.behind.title." + what, who);
  }

  /** What the moment of each lead is: the one it counts for. */
  String at() {
    if (figure.measure().ofCompany()) return words.say("report.behind.received");
    return switch (figure.measure()) {
      case GOT, WON, LOST, ACTED, ACTION_SECONDS -> words.say("report.behind.got");
      default -> words.say("report.behind.offered");
    };
  }

  boolean tellsAmounts() {
    return inSeconds() || figure.measure() == Measure.COMMENTS;
  }

  private boolean inSeconds() {
    return switch (figure.measure()) {
      case RESPONDED, ANSWER_SECONDS, ACTION_SECONDS -> true;
      default -> false;
    };
  }

  /** What each lead adds to the number. */
  String amount() {
    if (inSeconds()) return words.say("report.behind.took");
    return figure.measure() == Measure.COMMENTS
        ? words.say("report.behind.comments")
        : words.say("report.behind.often");
  }

  String amount(long amount) {
    if (inSeconds()) return Figures.time(amount, words);
    if (figure.measure() == Measure.COMMENTS) {
      return words.say("report.behind.comments.of", amount);
    }
    return words.say("report.behind.times", amount);
  }

  /** How many leads there are, and all that they add up to where that is not one for each. */
  String count(long leads, long sum) {
    String count = words.say("report.behind.count", leads);
    // A median is not made of a sum.
    if (sum == leads || figure.measure() == Measure.RESPONDED) return count;
    if (inSeconds()) return words.say("report.behind.count.time", count, Figures.time(sum, words));
    if (figure.measure() == Measure.COMMENTS) return count + ", " + amount(sum);
    return words.say("report.behind.count.times", count, sum);
  }
}
