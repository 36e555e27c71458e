package dev.baton.server.page;

import java.util.List;

/**
 * Leads travelling, as the home page shows them. No contact data.
 *
 * @param invitation an offer link that whoever watches may answer; may be empty
 */
public record BoardView(
    String company, String time, List<Count> counts, List<Lead> leads, String invitation) {

  /** How many leads stand in a stage. */
  public record Count(String stage, String name, long leads) {}

  /**
   * A lead and the way it has gone.
   *
   * @param why the address of its explanation
   * @param next what happens next, such as "0:12 left"
   */
  public record Lead(
      String id,
      String why,
      String stage,
      String name,
      String age,
      List<String> tags,
      List<Stop> stops,
      String next) {}

  /**
   * A stop on a lead's way: an agent and what he did.
   *
   * @param css how it is dressed
   */
  public record Stop(String agent, String css, String outcome, String mark) {}
}
