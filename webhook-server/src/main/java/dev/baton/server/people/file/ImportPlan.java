package dev.baton.server.people.file;

import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.server.people.file.UserSheet.Row;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a file would do, row by row. Nothing is done yet.
 *
 * @param notes what was passed over
 */
record ImportPlan(List<RowPlan> rows, List<String> notes) {
  ImportPlan {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** What becomes of a row. */
  enum Kind {
    NEW,
    UPDATED,
    UNCHANGED,
    WRONG
  }

  /**
   * A row.
   *
   * @param who whose row it is, for people
   * @param before who he is; empty for somebody new
   * @param after what he becomes; empty for a row that is wrong
   */
  record RowPlan(
      long line,
      String who,
      Kind kind,
      List<String> errors,
      Optional<User> before,
      Optional<User> after) {}

  /** Compares a sheet with those who are there. */
  static ImportPlan of(UserSheet sheet, Users users, ReadingRows reading, Words words) {
    var plans = new ArrayList<RowPlan>();
    Map<String, Long> told = new HashMap<>();
    Map<String, Long> ids = new HashMap<>();
    for (Row row : sheet.rows()) {
      Optional<User> now = users.of(row);
      ReadingRows.Read read = reading.read(row, now);
      var errors = new ArrayList<>(read.errors());
      String key = key(row, now);
      Long first = key.isEmpty() ? null : told.putIfAbsent(key, row.line());
      if (first != null) errors.add(words.say("file.row.again", String.valueOf(first)));
      if (now.flatMap(User::agent).isEmpty()) {
        read.user()
            .flatMap(User::agent)
            .ifPresent(agent -> errors.addAll(idTaken(agent, users, ids, row, words)));
      }
      plans.add(plan(row, now, errors.isEmpty() ? read.user() : Optional.empty(), errors));
    }
    return new ImportPlan(plans, sheet.notes());
  }

  private static String key(Row row, Optional<User> now) {
    String email = now.map(User::email).orElse(row.cells().getOrDefault(Column.EMAIL, ""));
    return email.isEmpty()
        ? row.cells().getOrDefault(Column.ID, "")
        : email.toLowerCase(Locale.ROOT);
  }

  private static List<String> idTaken(
      Agent agent, Users users, Map<String, Long> ids, Row row, Words words) {
    var errors = new ArrayList<String>();
    String id = agent.id().value();
    Long first = ids.putIfAbsent(id, row.line());
    users
        .withId(id)
        .ifPresent(other -> errors.add(words.say("file.row.id.others", id, other.name())));
    if (first != null) errors.add(words.say("file.row.id.again", id, String.valueOf(first)));
    return errors;
  }

  private static RowPlan plan(
      Row row, Optional<User> now, Optional<User> after, List<String> errors) {
    String email = row.cells().getOrDefault(Column.EMAIL, "");
    String name = row.cells().getOrDefault(Column.NAME, "");
    String who = after.or(() -> now).map(User::name).orElse(name.isEmpty() ? email : name);
    Kind kind =
        after.isEmpty()
            ? Kind.WRONG
            : now.isEmpty() ? Kind.NEW : after.equals(now) ? Kind.UNCHANGED : Kind.UPDATED;
    return new RowPlan(row.line(), who, kind, List.copyOf(errors), now, after);
  }

  List<RowPlan> of(Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }

  /** The rows that do something. */
  List<RowPlan> acting() {
    return rows.stream()
        .filter(row -> row.kind() == Kind.NEW || row.kind() == Kind.UPDATED)
        .toList();
  }

  /** The draft with what the file says of agents. */
  BookDraft onto(BookDraft book) {
    var changed = new HashMap<String, Agent>();
    var added = new ArrayList<Agent>();
    for (RowPlan row : acting()) {
      Optional<Agent> before = row.before().flatMap(User::agent);
      Optional<Agent> after = row.after().flatMap(User::agent);
      if (after.isEmpty() || after.equals(before)) continue;
      if (before.isEmpty()) added.add(after.get());
      else changed.put(after.get().id().value(), after.get());
    }
    if (changed.isEmpty() && added.isEmpty()) return book;
    var agents = new ArrayList<Agent>();
    for (Agent agent : book.agents()) {
      agents.add(changed.getOrDefault(agent.id().value(), agent));
    }
    agents.addAll(added);
    return book.staffed(agents);
  }
}
