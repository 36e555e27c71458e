package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.MessageId;
import dev.baton.message.Tidings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code message}. */
final class MessageRows {
  static final String COLUMNS =
      """
      SELECT id, company_id, agent_id, lead_id, offer_number, kind, channel, address, about,
        escalates, until_at, state, due_at, attempts, note, created_at, settled_at
      FROM message
      """;

  private MessageRows() {}

  static void insert(Handle handle, List<Message> messages) {
    insert(handle, messages, Optional.empty());
  }

  /**
   * Writes messages down.
   *
   * @param letter what they say, sealed; empty where that is found when they are sent
   */
  static void insert(Handle handle, List<Message> messages, Optional<byte[]> letter) {
    if (messages.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO message
              (id, company_id, agent_id, lead_id, offer_number, kind, channel, address, about,
               escalates, until_at, state, due_at, attempts, note, created_at, settled_at, letter)
            VALUES
              (:id, :company, :agent, CAST(:lead AS uuid), :offer, :kind, :channel, :address, :about,
               :escalates, :until, :state, :due, :attempts, :note, :created, :settled, :letter)
            """);
    for (Message each : messages) {
      batch
          .bind("id", each.id().value())
          .bind("company", each.company().value())
          .bindByType("agent", each.agent().map(AgentId::value).orElse(null), String.class)
          .bindByType("lead", each.lead().map(LeadId::value).orElse(null), UUID.class)
          .bind("offer", each.offer())
          .bind("kind", each.kind().name())
          .bind("channel", each.medium().name())
          .bind("address", each.address())
          .bind("about", each.about())
          .bind("escalates", each.escalates())
          .bindByType("until", each.until().orElse(null), Instant.class)
          .bind("state", each.state().name())
          .bindByType("due", each.due().orElse(null), Instant.class)
          .bind("attempts", each.attempts())
          .bind("note", LeadRows.cut(each.note(), 500))
          .bind("created", each.createdAt())
          .bindByType("settled", each.settledAt().orElse(null), Instant.class)
          .bindByType("letter", letter.orElse(null), byte[].class)
          .add();
    }
    batch.execute();
  }

  static Message read(ResultSet row) throws SQLException {
    return new Message(
        new MessageId(row.getObject("id", UUID.class)),
        new CompanyId(row.getString("company_id")),
        Optional.ofNullable(row.getString("agent_id")).map(AgentId::new),
        Optional.ofNullable(row.getObject("lead_id", UUID.class)).map(LeadId::new),
        row.getInt("offer_number"),
        Tidings.Kind.valueOf(row.getString("kind")),
        Medium.valueOf(row.getString("channel")),
        row.getString("address"),
        row.getString("about"),
        row.getBoolean("escalates"),
        instant(row, "until_at"),
        Message.State.valueOf(row.getString("state")),
        instant(row, "due_at"),
        row.getInt("attempts"),
        row.getString("note"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "settled_at"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
