package dev.baton.server.page;

import java.util.List;

/**
 * What an agent sees of an offer. Contact data is in it only when the lead is the agent's own.
 *
 * @param state decides what is shown and what can be pressed
 * @param link the address of the page, where forms are sent
 * @param nonce proves that the page was looked at
 * @param deadline when the offer ends, such as {@code 14:05:30}, in {@code zone}
 * @param secondsLeft until then, counted by the server
 * @param notice something to be told first, such as "press again"; may be empty
 */
public record OfferView(
    State state,
    String company,
    String agent,
    String link,
    String nonce,
    List<String> tags,
    String source,
    String received,
    String deadline,
    String zone,
    long secondsLeft,
    String owner,
    String notice,
    List<Fact> facts,
    List<String> lines,
    List<Person> people) {

  /** Where the offer stands for this agent. */
  public enum State {
    OPEN,
    CATCHALL,
    YOURS,
    MISSED,
    WAITING,
    DECLINED,
    TAKEN,
    WITHDRAWN,
    GONE
  }

  /** A line of the lead's full details. */
  public record Fact(String name, String value, String href) {}

  /** Somebody a catchall can give the lead to. */
  public record Person(String id, String name) {}

  public boolean can(State... states) {
    return List.of(states).contains(state);
  }

  public String left() {
    if (secondsLeft >= 86_400)
      return secondsLeft / 86_400 + " d " + secondsLeft % 86_400 / 3600 + " h";
    if (secondsLeft >= 3600) return secondsLeft / 3600 + " h " + secondsLeft % 3600 / 60 + " min";
    return secondsLeft / 60 + ":" + String.format("%02d", secondsLeft % 60);
  }
}
