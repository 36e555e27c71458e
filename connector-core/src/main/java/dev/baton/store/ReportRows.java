package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.Facets;
import dev.baton.performance.Fact;
import dev.baton.performance.Measure;
import dev.baton.tag.TagName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code report_fact}: added, never changed. */
final class ReportRows {
  static final String COLUMNS =
      "lead_id, recorded_at, at, agent_id, amounts, response_seconds, team_id, source, tags";

  private final PreparedBatch batch;

  ReportRows(Handle handle) {
    batch =
        handle.prepareBatch(
            """
            INSERT INTO report_fact
              (company_id, recorded_at, at, lead_id, agent_id, amounts, response_seconds, team_id,
               source, tags)
            VALUES
              (:company, :recorded, :at, :lead, :agent, :amounts, :seconds, :team, :source, :tags)
            """);
  }

  void add(CompanyId company, LeadId lead, Instant recordedAt, List<Fact> facts) {
    for (Fact fact : facts) {
      batch
          .bind("company", company.value())
          .bind("recorded", recordedAt)
          .bind("at", fact.at())
          .bind("lead", lead.value())
          .bind("agent", fact.agent().map(AgentId::value).orElse(""))
          .bind("amounts", written(fact.amounts()))
          .bindByType("seconds", fact.responseSeconds().orElse(null), Integer.class)
          .bindByType("team", fact.facets().team().map(TeamId::value).orElse(null), String.class)
          .bind("source", fact.facets().source())
          .bind("tags", Json.write(fact.facets().tags()))
          .add();
    }
  }

  void write() {
    if (batch.size() > 0) batch.execute();
  }

  /** The facets leads had when they were last decided about; to be read before they change. */
  static Map<UUID, Facets> facets(Handle handle, Collection<UUID> leads) {
    var facets = new HashMap<UUID, Facets>();
    handle
        .createQuery("SELECT id, team_id, source, tags FROM lead WHERE id = ANY(:leads)")
        .bindArray("leads", UUID.class, leads.toArray())
        .map((row, context) -> Map.entry(row.getObject("id", UUID.class), facets(row)))
        .forEach(each -> facets.put(each.getKey(), each.getValue()));
    return facets;
  }

  /** A fact, and what the row says besides. */
  record Row(LeadId lead, Instant recordedAt, Fact fact) {}

  static Row read(ResultSet row) throws SQLException {
    String agent = row.getString("agent_id");
    int seconds = row.getInt("response_seconds");
    Optional<Integer> response = row.wasNull() ? Optional.empty() : Optional.of(seconds);
    return new Row(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Fact(
            agent.isEmpty() ? Optional.empty() : Optional.of(new AgentId(agent)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            amounts(row.getString("amounts")),
            response,
            facets(row)));
  }

  private static Facets facets(ResultSet row) throws SQLException {
    String tags = row.getString("tags");
    return new Facets(
        Optional.ofNullable(row.getString("team_id")).map(TeamId::new),
        row.getString("source"),
        tags.equals("[]")
            ? List.of()
            : Arrays.stream(Json.read(tags, String[].class)).map(TagName::of).toList());
  }

  /** {@code OFFERED:1,PENDING:1}: short, as there are many of them. */
  static String written(Map<Measure, Long> amounts) {
    var text = new StringJoiner(",");
    for (Measure measure : Measure.values()) {
      Long amount = amounts.get(measure);
      if (amount != null) text.add(measure.name() + ":" + amount);
    }
    return text.toString();
  }

  private static Map<Measure, Long> amounts(String written) {
    var amounts = new EnumMap<Measure, Long>(Measure.class);
    int begin = 0;
    while (begin < written.length()) {
      int colon = written.indexOf(':', begin);
      int end = written.indexOf(',', colon);
      if (end < 0) end = written.length();
      amounts.put(
          Measure.valueOf(written.substring(begin, colon)),
          Long.parseLong(written, colon + 1, end, 10));
      begin = end + 1;
    }
    return amounts;
  }
}
