package dev.baton.server.people.file;

import dev.baton.server.people.file.ImportPlan.Kind;
import dev.baton.server.people.file.ImportPlan.RowPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a file would do, as the page tells it.
 *
 * @param encoding how its letters were written
 * @param text the file itself, which the page sends back when somebody takes it over
 * @param problems what keeps all of it from going into the draft
 */
public record PreviewView(
    String encoding,
    String text,
    int fresh,
    int updated,
    int unchanged,
    int wrong,
    List<String> notes,
    List<String> problems,
    List<Wrong> errors,
    List<Changed> changes) {
  private static final int SHOWN = 200;

  /** What goes without saying of somebody new. */
  private static final Map<Column, String> USUAL =
      Map.of(
          Column.ROLE, "Agent",
          Column.CATCHALL, "no",
          Column.SMS, "no",
          Column.AVAILABLE, "yes",
          Column.LANGUAGE, "en",
          Column.ACTIVE, "yes",
          Column.LEADS, "yes");

  /** A row that is left out, and why. */
  public record Wrong(long line, String who, List<String> errors) {}

  /** A row that does something. */
  public record Changed(long line, String who, boolean fresh, List<Difference> differences) {}

  /**
   * A column that would say something else.
   *
   * @param atOnce whether it holds without publishing
   */
  public record Difference(String column, String before, String after, boolean atOnce) {}

  /** Whether there is anything to take over. */
  public boolean acts() {
    return fresh + updated > 0 && problems.isEmpty();
  }

  public int more() {
    return fresh + updated - changes.size();
  }

  public int moreWrong() {
    return wrong - errors.size();
  }

  static PreviewView of(ImportPlan plan, String encoding, String text, List<String> problems) {
    return new PreviewView(
        encoding,
        text,
        plan.of(Kind.NEW).size(),
        plan.of(Kind.UPDATED).size(),
        plan.of(Kind.UNCHANGED).size(),
        plan.of(Kind.WRONG).size(),
        plan.notes(),
        problems,
        plan.of(Kind.WRONG).stream()
            .limit(SHOWN)
            .map(row -> new Wrong(row.line(), row.who(), row.errors()))
            .toList(),
        plan.acting().stream().limit(SHOWN).map(PreviewView::changed).toList());
  }

  private static Changed changed(RowPlan row) {
    Map<Column, String> before = row.before().map(UserCells::of).orElse(USUAL);
    Map<Column, String> after = UserCells.of(row.after().orElseThrow());
    var differences = new ArrayList<Difference>();
    for (Column column : Column.values()) {
      String was = before.getOrDefault(column, "");
      String would = after.getOrDefault(column, "");
      if (!was.equals(would)) {
        differences.add(new Difference(column.heading(), was, would, column.holdsAtOnce()));
      }
    }
    return new Changed(row.line(), row.who(), row.kind() == Kind.NEW, differences);
  }
}
