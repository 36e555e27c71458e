package dev.baton.server.page;

import java.util.List;
import java.util.Optional;

/**
 * The dashboard as its page shows it: every number is written out and knows the address of the
 * leads behind it. No contact data.
 *
 * @param period such as "27 October to 25 November 2026, 30 days"
 * @param told when these numbers were true, by the clock of the zone
 * @param days whose clock says when a day begins
 * @param query the address's part after the question mark
 * @param nothing said where no lead came in
 */
public record DashboardView(
    String company,
    ReportNav nav,
    ReportForm form,
    String period,
    String told,
    String days,
    String query,
    Optional<AsOf> asOf,
    List<Figure> figures,
    List<Count> classes,
    List<Agent> agents,
    Optional<Nothing> nothing) {

  /**
   * The numbers are of an earlier knowledge.
   *
   * @param now the address of the same question with what is known now
   */
  public record AsOf(String moment, String now) {}

  /**
   * One of the six figures of the company.
   *
   * @param note beside the value, such as "median"; may be empty
   * @param more told on hover, focus and tap; may be empty
   * @param change since the period before, where it is asked for
   */
  public record Figure(
      String label, String value, String link, String note, String more, Optional<Change> change) {}

  /**
   * A number with its name.
   *
   * @param share of the whole, such as "62.5%"; may be empty
   */
  public record Count(String label, String value, String share, String link) {}

  /**
   * A row of the agents.
   *
   * @param why the address of the explanation of his score
   * @param answers how many offers he accepted, declined and missed, in words
   * @param response his average response time
   * @param offers what became of the offers he got, the first being all of them
   * @param care what became of the accepted ones
   * @param figures what is told besides
   * @param before what there was in the period before; may be empty
   */
  public record Agent(
      String name,
      String score,
      String why,
      List<Answer> answers,
      String response,
      List<Count> offers,
      String ofAccepted,
      List<Count> care,
      List<Count> figures,
      String before) {}

  /**
   * A piece of an agent's bar.
   *
   * @param css accepted, declined or timed-out
   * @param x where it begins, in percent of the bar
   * @param width in percent of the bar; zero where there is none
   */
  public record Answer(String css, String words, String x, String width) {}

  /** There were no leads: what to look at instead. */
  public record Nothing(String words, List<Elsewhere> instead) {}

  /** Another question, as a link. */
  public record Elsewhere(String words, String link) {}
}
