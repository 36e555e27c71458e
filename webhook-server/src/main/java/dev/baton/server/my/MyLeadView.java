package dev.baton.server.my;

import dev.baton.server.page.Form;
import dev.baton.server.page.OfferView.Details;
import dev.baton.server.page.OfferView.Fact;
import java.util.List;

/**
 * All about a lead an agent owns.
 *
 * @param link its address
 * @param due what he still has to do by when; may be empty
 * @param form how far he has come
 * @param note the comment he writes, with what is wrong with it
 * @param said what was said of it, the latest first
 * @param earlier how many more were said before
 */
public record MyLeadView(
    String title,
    String link,
    String status,
    String since,
    List<String> tags,
    List<String> due,
    Details details,
    Form form,
    Form note,
    List<Said> said,
    int earlier,
    String done) {

  /** Something that was said. */
  public record Said(String author, String at, String kind, String text) {}

  /** What a tap calls or writes to. */
  public List<Fact> ways() {
    return details.facts().stream().filter(fact -> !fact.href().isEmpty()).toList();
  }
}
