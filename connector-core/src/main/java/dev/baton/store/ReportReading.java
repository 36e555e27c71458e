package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Figure;
import dev.baton.performance.Reports.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what a question about a period needs: slices, and single facts where there are none. */
final class ReportReading {
  /** Before and after everything a database keeps. */
  private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final int FETCHED_AT_ONCE = 10_000;

  private final Handle handle;
  private final CompanyId company;
  private final Sealed sealed;
  private final List<Piece> pieces;

  private ReportReading(Handle handle, CompanyId company, Sealed sealed, List<Piece> pieces) {
    this.handle = handle;
    this.company = company;
    this.sealed = sealed;
    this.pieces = pieces;
  }

  ReportReading(Handle handle, CompanyId company, Span span, Sealed sealed) {
    this(handle, company, sealed, pieces(span, sealed));
  }

  /** All that was recorded in a period, whatever moment it counts for. */
  static ReportReading recorded(Handle handle, CompanyId company, Instant from, Instant to) {
    return new ReportReading(
        handle, company, Sealed.NOTHING, List.of(new Piece(EVER, NEVER, from, to)));
  }

  /** One slice after the other. */
  void slices(SliceKey key, Consumer<byte[]> each) {
    if (!sealed.any()) return;
    sliced(
            """
            SELECT data FROM report_slice
            WHERE company_id = :company AND dimension = :dimension AND member = :member
              AND on_day >= :first AND on_day < :end AND recorded_to <= :to
            """,
            key.dimension())
        .bind("member", key.member())
        .map((row, context) -> row.getBytes("data"))
        .forEach(each);
  }

  /** One slice after the other, of all members of a dimension. */
  void slices(Dimension dimension, BiConsumer<String, byte[]> each) {
    if (!sealed.any()) return;
    sliced(
            """
            SELECT member, data FROM report_slice
            WHERE company_id = :company AND dimension = :dimension
              AND on_day >= :first AND on_day < :end AND recorded_to <= :to
            """,
            dimension.name())
        .map(
            (row, context) -> {
              each.accept(row.getString("member"), row.getBytes("data"));
              return true;
            })
        .forEach(told -> {});
  }

  private Query sliced(String sql, String dimension) {
    return handle
        .createQuery(sql)
        .bind("company", company.value())
        .bind("dimension", dimension)
        .bind("first", sealed.first())
        .bind("end", sealed.end())
        .bind("to", sealed.recordedTo())
        .setFetchSize(FETCHED_AT_ONCE);
  }

  /** Facts that are in no slice that was read. */
  void facts(Consumer<ReportRows.Row> each) {
    facts("", each);
  }

  /** The same, of one number. */
  void facts(Figure figure, Consumer<ReportRows.Row> each) {
    boolean ofAll = figure.agent().isEmpty() && !figure.measure().ofCompany();
    facts(
        (ofAll ? " AND agent_id <> :agent" : " AND agent_id = :agent")
            + " AND amounts LIKE :measure",
        figure.agent().map(AgentId::value).orElse(""),
        figure.measure().name(),
        each);
  }

  private void facts(String more, Consumer<ReportRows.Row> each) {
    facts(more, "", "", each);
  }

  private void facts(String more, String agent, String measure, Consumer<ReportRows.Row> each) {
    for (Piece piece : pieces) {
      Query query =
          piece.bound(
              handle.createQuery(
                  "SELECT " + ReportRows.COLUMNS + " FROM report_fact" + Piece.WITHIN + more),
              company);
      if (!more.isEmpty()) query.bind("agent", agent).bind("measure", "%" + measure + ":%");
      query.map((row, context) -> ReportRows.read(row)).forEach(each);
    }
  }

  /** A row of {@code agent_event}. */
  record Happened(LeadId lead, AgentEvent event) {}

  /** What counts for scores and is in no slice that was read. */
  void events(Consumer<Happened> each) {
    for (Piece piece : pieces) {
      events(
          piece.bound(
              handle.createQuery(
                  "SELECT lead_id, agent_id, kind, at FROM agent_event" + Piece.WITHIN),
              company),
          each);
    }
  }

  /** The same of one agent. */
  void events(AgentId agent, Consumer<Happened> each) {
    for (Piece piece : pieces) {
      events(
          piece
              .bound(
                  handle.createQuery(
                      "SELECT lead_id, agent_id, kind, at FROM agent_event"
                          + Piece.WITHIN
                          + " AND agent_id = :agent"),
                  company)
              .bind("agent", agent.value()),
          each);
    }
  }

  private static void events(Query query, Consumer<Happened> each) {
    query
        .map(
            (row, context) ->
                new Happened(
                    new LeadId(row.getObject("lead_id", UUID.class)),
                    new AgentEvent(
                        new AgentId(row.getString("agent_id")),
                        AgentEvent.Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant())))
        .forEach(each);
  }

  /** What slices leave over: what was recorded since, and the parts of days at both ends. */
  private static List<Piece> pieces(Span span, Sealed sealed) {
    Instant known = span.asOf().filter(moment -> moment.isBefore(NEVER)).orElse(NEVER);
    if (!sealed.any()) return List.of(new Piece(span.from(), span.to(), EVER, known));
    Instant to = sealed.recordedTo();
    return List.of(
        new Piece(span.from(), span.to(), to, known),
        new Piece(span.from(), sealed.firstMoment(), EVER, to),
        new Piece(sealed.endMoment(), span.to(), EVER, to));
  }

  /** Facts that count for a moment of one period and were recorded in another. */
  private record Piece(Instant from, Instant to, Instant recordedFrom, Instant recordedTo) {
    static final String WITHIN =
        " WHERE company_id = :company AND at >= :from AND at < :to"
            + " AND recorded_at >= :recordedFrom AND recorded_at < :recordedTo";

    Query bound(Query query, CompanyId company) {
      return query
          .bind("company", company.value())
          .bind("from", from)
          .bind("to", to)
          .bind("recordedFrom", recordedFrom)
          .bind("recordedTo", recordedTo)
          .setFetchSize(FETCHED_AT_ONCE);
    }
  }
}
