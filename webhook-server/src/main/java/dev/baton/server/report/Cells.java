package dev.baton.server.report;

import java.util.regex.Pattern;

/** Cells of files that people open in a spreadsheet. */
public final class Cells {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Cells() {}

  /** A spreadsheet takes a text that begins so for a formula; an apostrophe makes it text. */
  public static String harmless(String cell) {
    if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) return cell;
    return NUMBER.matcher(cell).matches() ? cell : "'" + cell;
  }
}
