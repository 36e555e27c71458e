package dev.baton.server.people.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a file of users, by the headings of its columns. Of what it has no column for, it
 * says nothing.
 *
 * @param notes what was passed over, for people
 */
record UserSheet(List<Row> rows, List<String> notes) {
  static final int MOST_ROWS = 20_000;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final int LONGEST_CELL = 10_000;

  /**
   * A row.
   *
   * @param line of the file on which it begins, from 1
   * @param problem why it cannot be read; empty as a rule
   */
  record Row(long line, Map<Column, String> cells, Optional<String> problem) {}

  /** What came of a text. */
  sealed interface Reading {
    record Sheet(UserSheet sheet) implements Reading {}

    /** One sentence that says what to do. */
    record Refused(String why) implements Reading {}
  }

  /**
   * Reads a text.
   *
   * @param words in which is said what cannot be read, or was passed over
   */
  static Reading read(String text, Words words) {
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    int skipped = 0;
    // Some spreadsheets begin with a line for themselves.
    if (body.regionMatches(true, 0, "sep=", 0, 4)) {
      skipped = 1;
      body = body.substring(body.indexOf('\n') + 1);
    }
    if (body.isBlank()) return new Reading.Refused(words.say("file.refused.empty"));
    try {
      return read(body, skipped, words);
    } catch (CsvParseException broken) {
      return new Reading.Refused(words.say("file.refused.quotation"));
    }
  }

  /** The one by which most columns of the heading are known. */
  private static char separator(String body) {
    int end = body.indexOf('\n');
    String first = end < 0 ? body : body.substring(0, end);
    char best = ',';
    long most = -1;
    for (char each : SEPARATORS) {
      long known =
          List.of(first.split(java.util.regex.Pattern.quote(String.valueOf(each)))).stream()
              .filter(cell -> Column.named(cell).isPresent())
              .count();
      if (known > most) {
        best = each;
        most = known;
      }
    }
    return best;
  }

  private static Reading read(String body, int skipped, Words words) {
    var rows = new ArrayList<Row>();
    var columns = new ArrayList<Optional<Column>>();
    var notes = new ArrayList<String>();
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(body))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(body);
    for (CsvRecord each : csv) {
      if (columns.isEmpty()) {
        Optional<String> wrong = headings(each, columns, notes, words);
        if (wrong.isPresent()) return new Reading.Refused(wrong.get());
        continue;
      }
      if (each.getFields().stream().allMatch(String::isBlank)) continue;
      if (rows.size() == MOST_ROWS) {
        return new Reading.Refused(words.say("file.refused.rows"));
      }
      rows.add(row(each, columns, skipped, words));
    }
    return new Reading.Sheet(new UserSheet(rows, notes));
  }

  private static Optional<String> headings(
      CsvRecord first, List<Optional<Column>> columns, List<String> notes, Words words) {
    for (String heading : first.getFields()) {
      Optional<Column> column = Column.named(heading);
      if (column.isPresent() && columns.contains(column)) {
        return Optional.of(words.say("file.refused.twice", column.get().heading()));
      }
      if (column.isEmpty() && !heading.isBlank()) {
        notes.add(words.say("file.note.column", heading.strip()));
      }
      columns.add(column);
    }
    return columns.contains(Optional.of(Column.EMAIL))
        ? Optional.empty()
        : Optional.of(words.say("file.refused.headings"));
  }

  private static Row row(
      CsvRecord fields, List<Optional<Column>> columns, int skipped, Words words) {
    var cells = new EnumMap<Column, String>(Column.class);
    Optional<String> problem = Optional.empty();
    if (fields.getFieldCount() > columns.size()
        && fields.getFields().subList(columns.size(), fields.getFieldCount()).stream()
            .anyMatch(cell -> !cell.isBlank())) {
      problem = Optional.of(words.say("file.row.cells"));
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty()) continue;
      String cell = i < fields.getFieldCount() ? Quoting.read(fields.getField(i).strip()) : "";
      if (cell.length() > LONGEST_CELL) problem = Optional.of(words.say("file.row.cell-long"));
      cells.put(columns.get(i).get(), cell);
    }
    return new Row(fields.getStartingLineNumber() + skipped, cells, problem);
  }
}
