package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Figure;
import java.util.function.Function;

/**
 * What a number of a report is called over the leads behind it.
 *
 * @param unactioned whether only leads got and not acted on are meant
 */
record FigureWords(Figure figure, boolean unactioned, Function<AgentId, String> names) {

  String title() {
    String who = figure.agent().map(names).orElse("all agents");
    if (unactioned) return "Not yet actioned: " + who;
    return switch (figure.measure()) {
      case LEADS,
          LEADS_ACCEPTED,
          LEADS_CATCHALL,
          LEADS_ASSIGNED,
          LEADS_COALESCED,
          LEADS_PENDING,
          LEADS_DELINQUENT,
          RESPONDED ->
          figure.measure().label();
      case OFFERED -> "Offered to " + who;
      case ACCEPTED -> "Accepted by " + who;
      case DECLINED -> "Declined by " + who;
      case TIMED_OUT -> "Offered to " + who + " and timed out";
      case PENDING -> "Waiting for an answer from " + who;
      case WITHDRAWN -> "Withdrawn from " + who;
      case ANSWER_SECONDS -> "How long " + who + " took to accept";
      case ACTION_SECONDS -> "How long " + who + " took to act";
      case CONTACTED -> "Accepted by " + who + " and contacted";
      case NOT_CONTACTED -> "Accepted by " + who + " and not contacted";
      case IN_PROGRESS -> "Accepted by " + who + ", in progress";
      case CLOSED -> "Accepted by " + who + " and closed";
      case UNSUCCESSFUL -> "Accepted by " + who + ", unsuccessful";
      case COMMENTS -> "Commented on by " + who;
      case GOT, WON, LOST, ACTED -> figure.measure().label() + ": " + who;
    };
  }

  /** What the moment of each lead is: the one it counts for. */
  String at() {
    if (figure.measure().ofCompany()) return "Received";
    return switch (figure.measure()) {
      case GOT, WON, LOST, ACTED, ACTION_SECONDS -> "Got";
      default -> "Offered";
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
    if (inSeconds()) return "Took";
    return figure.measure() == Measure.COMMENTS ? "Comments" : "How often";
  }

  String amount(long amount) {
    if (inSeconds()) return Figures.time(amount);
    if (figure.measure() == Measure.COMMENTS) return Figures.many(amount, "comment", "comments");
    return amount == 1 ? "once" : Figures.whole(amount) + " times";
  }

  /** All that the leads add up to, where that is not one for each. */
  String sum(long amount) {
    // A median is not made of a sum.
    if (figure.measure() == Measure.RESPONDED) return "";
    if (inSeconds()) return ", " + Figures.time(amount) + " in all";
    if (figure.measure() == Measure.COMMENTS) return ", " + amount(amount);
    return ", " + Figures.whole(amount) + " times in all";
  }
}
