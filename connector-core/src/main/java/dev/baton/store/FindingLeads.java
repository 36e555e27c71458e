package dev.baton.store;

import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.LeadSearch.Place;
import dev.baton.ledger.LeadStatus;
import dev.baton.ledger.Leads.Found;
import dev.baton.ledger.Leads.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the leads somebody is looking for. A tag leads along its own index, everything else along
 * one of {@code lead}; all of them are in the order of the list, so that a page costs about as much
 * as it has lines, wherever in the list it is.
 */
final class FindingLeads {
  private final Handle handle;
  private final CompanyId company;
  private final LeadSearch search;
  private final Map<String, Object> values = new HashMap<>();

  FindingLeads(Handle handle, CompanyId company, LeadSearch search) {
    this.handle = handle;
    this.company = company;
    this.search = search;
  }

  /** A line without its person. */
  private record Line(
      Row row, LeadStatus status, Optional<TeamId> team, Optional<Instant> ownedAt) {}

  List<Found> find(int limit) {
    List<Line> lines = query(sql(), limit).map((row, context) -> line(row)).list();
    Map<LeadId, LeadContent> contents =
        ContentRows.of(handle, company, lines.stream().map(line -> line.row().id()).toList());
    return lines.stream().map(line -> found(line, contents)).toList();
  }

  /** How the database goes about it. */
  String plan(int limit) {
    return String.join("\n", query("EXPLAIN " + sql(), limit).mapTo(String.class).list());
  }

  private Query query(String sql, int limit) {
    Query query = handle.createQuery(sql).bind("company", company.value()).bind("limit", limit);
    values.forEach(query::bind);
    return query;
  }

  private String sql() {
    boolean byTag = search.tag().isPresent();
    String at = byTag ? "t.received_at" : "l.received_at";
    String id = byTag ? "t.lead_id" : "l.id";
    var sql =
        new StringBuilder(
            """
            SELECT l.id, l.connection_id, l.object, l.record_id, l.received_at, l.stage, l.holder,
              l.owner, l.due_at, l.tags, l.changed_at, l.status, l.team_id, l.owned_at
            """);
    if (byTag) {
      sql.append("FROM lead_tag t JOIN lead l ON l.id = t.lead_id");
      sql.append(" WHERE t.company_id = :company AND t.tag_key = :tag");
      values.put("tag", search.tag().get().key());
    } else {
      sql.append("FROM lead l WHERE l.company_id = :company");
    }
    search.status().ifPresent(wanted -> narrow(sql, "status", wanted.name()));
    search.team().ifPresent(wanted -> narrow(sql, "team_id", wanted.value()));
    search.agent().ifPresent(wanted -> narrow(sql, "hands", wanted.value()));
    search.connection().ifPresent(wanted -> narrow(sql, "connection_id", wanted.value()));
    search.from().ifPresent(from -> sql.append(" AND " + at + " >= :from"));
    search.from().ifPresent(from -> values.put("from", from));
    search.to().ifPresent(to -> sql.append(" AND " + at + " < :to"));
    search.to().ifPresent(to -> values.put("to", to));
    for (int i = 0; i < search.words().size(); i++) saying(sql, id, i);
    search.after().ifPresent(last -> after(sql, at, id, last));
    return sql.append(" ORDER BY " + at + " DESC, " + id + " DESC LIMIT :limit").toString();
  }

  private void narrow(StringBuilder sql, String column, String value) {
    sql.append(" AND l." + column + " = :" + column);
    values.put(column, value);
  }

  private void saying(StringBuilder sql, String id, int number) {
    String word = search.words().get(number);
    sql.append(
        " AND %s IN (SELECT w.lead_id FROM lead_word w WHERE w.company_id = :company AND w.word >= :word%d AND w.word < :beyond%d)"
            .formatted(id, number, number));
    values.put("word" + number, word);
    values.put("beyond" + number, word + Character.MAX_VALUE);
  }

  private void after(StringBuilder sql, String at, String id, Place last) {
    sql.append(" AND %s <= :lastAt AND (%s < :lastAt OR %s < :lastId)".formatted(at, at, id));
    values.put("lastAt", last.receivedAt());
    values.put("lastId", last.id().value());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        JdbcLeads.row(row),
        LeadStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("team_id")).map(TeamId::new),
        Optional.ofNullable(row.getObject("owned_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Found found(Line line, Map<LeadId, LeadContent> contents) {
    LeadContent content = contents.getOrDefault(line.row().id(), LeadContent.NONE);
    return new Found(
        line.row(),
        line.status(),
        line.team(),
        line.ownedAt(),
        content.contact(),
        content.text().subject());
  }
}
