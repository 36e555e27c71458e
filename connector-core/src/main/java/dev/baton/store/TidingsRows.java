package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.message.Heard;
import dev.baton.message.Tidings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code tidings}. */
final class TidingsRows {
  static final String COLUMNS =
      """
      SELECT id, company_id, lead_id, kind, agent_id, offer_number, about, due_at, until_at
      FROM tidings
      """;

  private final PreparedBatch batch;

  TidingsRows(Handle handle) {
    this.batch =
        handle.prepareBatch(
            """
            INSERT INTO tidings
              (company_id, lead_id, kind, agent_id, offer_number, about, due_at, until_at)
            VALUES (:company, CAST(:lead AS uuid), :kind, :agent, :offer, :about, :due, :until)
            """);
  }

  void add(CompanyId company, Optional<LeadId> lead, Tidings tidings) {
    batch
        .bind("company", company.value())
        .bindByType("lead", lead.map(LeadId::value).orElse(null), UUID.class)
        .bind("kind", tidings.kind().name())
        .bindByType("agent", tidings.to().map(AgentId::value).orElse(null), String.class)
        .bind("offer", tidings.offer())
        .bind("about", tidings.about())
        .bind("due", tidings.due())
        .bindByType("until", tidings.until().orElse(null), Instant.class)
        .add();
  }

  void write() {
    if (batch.size() > 0) batch.execute();
  }

  static Heard read(ResultSet row) throws SQLException {
    return new Heard(
        row.getLong("id"),
        new CompanyId(row.getString("company_id")),
        Optional.ofNullable(row.getObject("lead_id", UUID.class)).map(LeadId::new),
        new Tidings(
            Tidings.Kind.valueOf(row.getString("kind")),
            Optional.ofNullable(row.getString("agent_id")).map(AgentId::new),
            row.getInt("offer_number"),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            MessageRows.instant(row, "until_at"),
            row.getString("about")));
  }
}
