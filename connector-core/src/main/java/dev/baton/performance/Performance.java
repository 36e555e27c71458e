package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.Team;
import java.util.List;
import java.util.Optional;

/**
 * How agents worked in a period (domain §10, the performance page).
 *
 * @param columns what teams ask to be told of CRM fields, in the order of the book
 * @param agents the best score first
 */
public record Performance(List<Column> columns, List<Row> agents, Total total) {
  public Performance {
    columns = List.copyOf(columns);
    agents = List.copyOf(agents);
  }

  /** A metric of a team: it is told of the team's leads alone. */
  public record Column(Team team, FieldMetric metric) {}

  /**
   * An agent.
   *
   * @param hours empty where nobody has set any for him
   * @param fields for each column
   */
  public record Row(
      AgentId agent,
      int score,
      Optional<HoursWorked> hours,
      Conversion conversion,
      List<FieldFigure> fields) {}

  /**
   * All agents together. A lead that several of them got is in each one's row, and counts once in
   * the totals of fields.
   *
   * @param hours of those of whom they are known
   */
  public record Total(
      Optional<HoursWorked> hours, Conversion conversion, List<FieldFigure> fields) {}
}
