package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * Why an agent's performance score is what it is, as its page shows it. No contact data.
 *
 * @param words in the language of who reads it
 * @param kinds the points by what happened
 * @param events what happened, latest first, each with the sum after it
 * @param waiting said where something does not count yet; may be empty
 * @param cut said where there are more than are shown; may be empty
 */
public record ScoreView(
    Words words,
    String agent,
    String score,
    String start,
    String period,
    String days,
    String told,
    Optional<DashboardView.AsOf> asOf,
    List<Kind> kinds,
    List<Event> events,
    String waiting,
    String cut,
    String dashboard) {

  /**
   * What happened, how often, and what it is worth.
   *
   * @param points such as "+2" for each time
   */
  public record Kind(String words, String times, String points, String sum) {}

  /**
   * Something that happened.
   *
   * @param counts whether its points are in the score
   * @param sum the score with it
   */
  public record Event(
      String at,
      String lead,
      String why,
      String words,
      String points,
      boolean counts,
      String sum) {}

  /**
   * The company's score: the mean of its agents'.
   *
   * @param sentence how it is worked out
   */
  public record OfCompany(
      Words words,
      String company,
      String score,
      String sentence,
      String period,
      String days,
      String told,
      Optional<DashboardView.AsOf> asOf,
      List<Agent> agents,
      String dashboard) {}

  /** An agent's part in the company's score. */
  public record Agent(String name, String score, String why) {}
}
