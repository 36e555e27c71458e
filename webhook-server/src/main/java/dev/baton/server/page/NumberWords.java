package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Number;
import java.util.function.Function;

/** What a number of a report is called over the leads behind it. */
record NumberWords(Number number, Function<AgentId, String> names) {

  String title() {
    String who = number.agent().map(names).orElse("");
    return switch (number.measure()) {
      case LEADS,
          LEADS_ACCEPTED,
          LEADS_CATCHALL,
          LEADS_ASSIGNED,
          LEADS_COALESCED,
          LEADS_PENDING,
          LEADS_DELINQUENT,
          RESPONDED ->
          number.measure().label();
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
      case GOT, WON, LOST, ACTED -> number.measure().label() + ": " + who;
    };
  }

  /** What the moment of each lead is: the one it counts for. */
  String at() {
    if (number.measure().ofCompany()) return "Received";
    return switch (number.measure()) {
      case GOT, WON, LOST, ACTED, ACTION_SECONDS -> "Got";
      default -> "Offered";
    };
  }

  boolean tellsAmounts() {
    return inSeconds() || number.measure() == Measure.COMMENTS;
  }

  private boolean inSeconds() {
    return number.measure() == Measure.ANSWER_SECONDS || number.measure() == Measure.ACTION_SECONDS;
  }

  /** What each lead adds to the number. */
  String amount() {
    if (inSeconds()) return "Took";
    return number.measure() == Measure.COMMENTS ? "Comments" : "How often";
  }

  String amount(long amount) {
    if (inSeconds()) return Figures.time(amount);
    if (number.measure() == Measure.COMMENTS) return Figures.many(amount, "comment", "comments");
    return amount == 1 ? "once" : Figures.whole(amount) + " times";
  }

  /** All that the leads add up to, where that is not one for each. */
  String sum(long amount) {
    if (inSeconds()) return ", " + Figures.time(amount) + " in all";
    if (number.measure() == Measure.COMMENTS) return ", " + amount(amount);
    return ", " + Figures.whole(amount) + " times in all";
  }
}
