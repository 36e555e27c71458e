package dev.baton.server.why;

import java.time.Instant;
import java.util.List;

/**
 * Why a lead is where it is.
 *
 * @param standing where it is now, in a sentence
 * @param tags what was found in it
 * @param decisions all that was decided about it, first to last
 */
public record Why(String standing, List<TagFound> tags, List<Step> decisions) {
  public Why {
    tags = List.copyOf(tags);
    decisions = List.copyOf(decisions);
  }

  /**
   * A tag found in the lead.
   *
   * @param place subject, body, the name of a field, or "given"
   * @param where the same in words, such as "in subject"
   * @param start first character in that text, from 0
   * @param end one past the last character
   * @param weight what it adds now to the score of who holds it; 0 for a tag that is no more
   */
  public record TagFound(
      String tag, String place, String where, int start, int end, String rule, int weight) {}

  /**
   * One decision.
   *
   * @param revision the routing book it was made under
   * @param happened what followed, a sentence each
   * @param team whose lead it is and who comes first there, in a sentence; empty for everybody's
   * @param agents everybody of the company with a verdict; empty where the line was not looked at
   */
  public record Step(
      Instant at, int revision, List<String> happened, String team, List<AgentVerdict> agents) {
    public Step {
      happened = List.copyOf(happened);
      agents = List.copyOf(agents);
    }
  }

  /**
   * What was found of an agent.
   *
   * @param standing IN_LINE, ASKED, or the reason why he does not stand in line
   * @param place in line, from 1; 0 for who does not stand in it
   * @param because the standing in words
   * @param arithmetic what the score is made of, such as {@code Harbour 50 + High Value 90 = 140}
   * @param toBeFirst the smallest change that would have put him first, in words; may be empty
   */
  public record AgentVerdict(
      String agent,
      String name,
      String standing,
      int place,
      String because,
      int score,
      String arithmetic,
      String toBeFirst) {}
}
