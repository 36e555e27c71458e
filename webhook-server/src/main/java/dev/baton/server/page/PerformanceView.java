package dev.baton.server.page;

import java.util.List;
import java.util.Optional;

/**
 * How agents worked, as the page shows it. No contact data.
 *
 * @param headings over the numbers
 * @param fields over the metrics of CRM fields
 * @param notes what has to be known to read the table, in sentences
 * @param tags of the agent who was picked
 */
public record PerformanceView(
    ReportHead head,
    List<String> headings,
    List<Field> fields,
    List<Row> rows,
    Row total,
    List<String> notes,
    Optional<TagPanel> tags) {

  /** A metric of a team. */
  public record Field(String name, String what, String team) {}

  /**
   * An agent, or all of them.
   *
   * @param id of an agent who is in the book; empty for anybody else
   * @param tags where his tags are shown beside the table; empty for all of them
   * @param hours what is known of his working hours
   */
  public record Row(
      String name,
      String id,
      String tags,
      Optional<Hours> hours,
      List<Cell> cells,
      List<Cell> fields) {}

  /** Hours worked, and what they are made of. */
  public record Hours(String worked, List<Part> parts) {}

  /** A part of hours worked. */
  public record Part(String label, String value) {}

  /**
   * A number.
   *
   * @param label what it is, for who sees no heading over it
   * @param link the leads behind it; may be empty
   * @param note beside it; may be empty
   */
  public record Cell(String label, String value, String link, String note) {}
}
