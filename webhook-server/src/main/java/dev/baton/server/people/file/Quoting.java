package dev.baton.server.people.file;

import dev.baton.server.report.Cells;
import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet takes for text, and that read back as they were. What a spreadsheet
 * would take for a formula gets an apostrophe before it (OWASP); so does what begins with such an
 * apostrophe already, for otherwise nobody knew afterwards whose it was.
 */
final class Quoting {
  private static final Pattern QUOTED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Quoting() {}

  static String written(String cell) {
    return QUOTED.matcher(cell).matches() ? "'" + cell : Cells.harmless(cell);
  }

  static String read(String cell) {
    return QUOTED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
