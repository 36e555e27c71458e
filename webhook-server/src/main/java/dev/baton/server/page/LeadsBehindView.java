package dev.baton.server.page;

import java.util.List;
import java.util.Optional;

/**
 * The leads behind a number, as their page shows them. No contact data.
 *
 * @param title which number it is, such as "Accepted by Ada Brook"
 * @param count how many leads there are, in words
 * @param cut said where there are more than are shown; may be empty
 * @param at what the moment of each is called, such as "Received"
 * @param amount what each adds to the number is called; may be empty
 */
public record LeadsBehindView(
    String title,
    String period,
    String days,
    String told,
    Optional<DashboardView.AsOf> asOf,
    String count,
    String cut,
    String at,
    String amount,
    List<Lead> leads,
    String dashboard) {

  /**
   * A lead.
   *
   * @param id how the CRM calls it
   * @param why the address of its explanation
   * @param next who has it, where somebody does; may be empty
   */
  public record Lead(
      String id,
      String why,
      String at,
      String amount,
      String stage,
      String state,
      String next,
      List<String> tags) {}
}
