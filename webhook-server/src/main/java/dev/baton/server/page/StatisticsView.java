package dev.baton.server.page;

import java.util.List;

/**
 * The same measures per tag, source or team, as the page shows them.
 *
 * @param ways to tell leads apart
 * @param columns over the rows, the name's first
 * @param note what has to be known to read the table
 */
public record StatisticsView(
    ReportHead head, List<Way> ways, List<Column> columns, List<Row> rows, String note) {

  /** Something leads are told apart by. */
  public record Way(String words, String address, boolean here) {}

  /**
   * A column.
   *
   * @param sort the address of the same, sorted by it, or the other way round where it is already
   * @param sorted ascending, descending or none
   */
  public record Column(String label, String sort, String sorted) {}

  /** A tag, source or team. */
  public record Row(String name, List<Cell> cells) {}

  /**
   * A number.
   *
   * @param link the leads behind it; may be empty
   */
  public record Cell(String label, String value, String link) {}
}
