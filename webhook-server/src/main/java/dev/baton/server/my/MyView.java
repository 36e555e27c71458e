package dev.baton.server.my;

import dev.baton.server.page.OfferView.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * Everything of an agent's own, as his page shows it. Only leads he owns have a name in it.
 *
 * @param available whether leads are offered to him, as far as it is his or an admin's word
 * @param maySwitch whether it is his own word
 * @param score his performance score of the usual period
 * @param asked offers he can answer, with what he missed after them
 * @param todo leads he is asked about, the oldest question first
 * @param moreTodo how many more he is asked about than are shown
 * @param done what was just done; may be empty
 */
public record MyView(
    boolean available,
    boolean maySwitch,
    String score,
    List<Asked> asked,
    List<Todo> todo,
    int moreTodo,
    Listed listed,
    String done) {

  /** Whether he looks at everything; who searches or turns a page wants to see what he finds. */
  public boolean first() {
    return listed.looked().isEmpty() && listed.page() == 1;
  }

  /**
   * An offer; nothing of the person is in it.
   *
   * @param link its page
   * @param deadline when it ends; empty where it ended, or does not
   * @param key names it where another chance is asked for; empty where none can be
   */
  public record Asked(
      String headline,
      String link,
      Optional<Deadline> deadline,
      List<String> tags,
      String source,
      String key) {}

  /** A lead he is asked about. */
  public record Todo(
      String id,
      String link,
      String title,
      String since,
      String status,
      List<QuickAnswer> answers) {}

  /**
   * The leads he owns, a page of them.
   *
   * @param looked what he looks for; may be empty
   * @param found how many there are
   * @param page from 1
   */
  public record Listed(List<Row> rows, String looked, int found, int page, int pages) {}

  /** A lead he owns. */
  public record Row(String link, String title, String about, String status, String next) {}
}
