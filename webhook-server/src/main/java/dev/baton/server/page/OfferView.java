package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.List;

/**
 * What an agent sees of an offer. Contact data is in it only when the lead is the agent's own.
 *
 * @param words in the agent's language
 * @param state decides what is shown and what can be pressed
 * @param owner who has the lead now; empty where nobody has, or somebody Baton does not know
 * @param notice something to be told first, such as "press once more"; may be empty
 * @param people to whom a catchall can give the lead
 * @param retagging tags with which a catchall can send the lead round again
 * @param price what accepting costs at the moment, or has cost; empty where it is free
 */
public record OfferView(
    Words words,
    State state,
    String company,
    String agent,
    Form form,
    Hints hints,
    Deadline deadline,
    Queue queue,
    String owner,
    String notice,
    Details details,
    List<Person> people,
    Retagging retagging,
    String price) {

  /** Where the offer stands for this agent. */
  public enum State {
    OPEN,
    SHARK_TANK,
    CATCHALL,
    YOURS,
    MISSED,
    WAITING,
    DECLINED,
    GIVEN,
    /** A catchall has sent it round again. */
    SENT_ON,
    TAKEN,
    WITHDRAWN,
    GONE;

    /** The words the page opens with. */
    public String headline(Words words) {
      return words.say("offer.headline." + name());
    }

    /** Whether there is something to press. */
    boolean asks() {
      return this == OPEN || this == SHARK_TANK || this == CATCHALL || this == MISSED;
    }
  }

  /**
   * Where presses are sent.
   *
   * @param link the address of the page
   * @param nonce proves that the page was looked at
   */
  public record Form(String link, String nonce) {}

  /**
   * What may be known of the lead before it is accepted.
   *
   * @param summary by a language model; empty where there is none
   */
  public record Hints(List<String> tags, String source, String received, String summary) {
    private static final int SHOWN = 8;

    public List<String> firstTags() {
      return tags.subList(0, Math.min(SHOWN, tags.size()));
    }

    public int moreTags() {
      return Math.max(0, tags.size() - SHOWN);
    }
  }

  /**
   * When the offer ends.
   *
   * @param clock such as {@code 14:05:30}
   * @param zone whose clock that is, such as {@code Berlin time}
   * @param secondsLeft until then, counted by the server
   */
  public record Deadline(String clock, String zone, long secondsLeft) {
    public String left(Words words) {
      if (secondsLeft >= 86_400) {
        return words.say("common.left.days", secondsLeft / 86_400, secondsLeft % 86_400 / 3600);
      }
      if (secondsLeft >= 3600) {
        return words.say("common.left.hours", secondsLeft / 3600, secondsLeft % 3600 / 60);
      }
      return secondsLeft / 60 + ":" + (secondsLeft % 60 < 10 ? "0" : "") + secondsLeft % 60;
    }
  }

  /**
   * The agent's place among those who wait for another chance.
   *
   * @param held whether somebody is being asked at the moment
   * @param ahead how many asked for another chance before
   */
  public record Queue(boolean held, int ahead) {}

  /** The full details of a lead that is the agent's own. */
  public record Details(List<Fact> facts, List<String> texts) {
    static final Details HIDDEN = new Details(List.of(), List.of());
  }

  /**
   * A line of the full details.
   *
   * @param href what a tap does, such as {@code tel:+15551234}; may be empty
   */
  public record Fact(String name, String value, String href) {}

  /** Somebody a catchall can give the lead to. */
  public record Person(String id, String name) {}

  /**
   * Tags as they stand in the form, one a line.
   *
   * @param unknown what was typed and is none, in words; empty where all are
   */
  public record Retagging(String tags, String unknown) {
    static final Retagging NONE = new Retagging("", "");
  }

  public boolean in(State... states) {
    return List.of(states).contains(state);
  }
}
