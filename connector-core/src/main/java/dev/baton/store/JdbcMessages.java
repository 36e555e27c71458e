package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.message.Letter;
import dev.baton.message.MailAddresses;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.Message.State;
import dev.baton.message.MessageId;
import dev.baton.message.Messages;
import dev.baton.message.Tidings.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages in the database. */
public final class JdbcMessages implements Messages {
  private final Database database;
  private final Sealing sealing;

  public JdbcMessages(Database database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  static String row(MessageId message) {
    return "message " + message;
  }

  @Override
  public List<Message> latest(CompanyId company, Wanted wanted, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    MessageRows.COLUMNS
                        + """
                        WHERE company_id = :company
                          AND (CAST(:lead AS uuid) IS NULL OR lead_id = CAST(:lead AS uuid))
                          AND (CAST(:agent AS varchar) IS NULL
                               OR agent_id = CAST(:agent AS varchar))
                        ORDER BY created_at DESC, id DESC FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("company", company.value())
                .bindByType("lead", wanted.lead().map(LeadId::value).orElse(null), UUID.class)
                .bindByType("agent", wanted.agent().map(AgentId::value).orElse(null), String.class)
                .bind("limit", limit)
                .map((row, context) -> MessageRows.read(row))
                .list());
  }

  @Override
  public Optional<Message> find(CompanyId company, MessageId message) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(MessageRows.COLUMNS + "WHERE id = :id AND company_id = :company")
                .bind("id", message.value())
                .bind("company", company.value())
                .map((row, context) -> MessageRows.read(row))
                .findOne());
  }

  @Override
  public void post(
      CompanyId company,
      MessageId id,
      String address,
      Letter letter,
      Instant at,
      Optional<Instant> until) {
    if (!MailAddresses.good(address)) {
      throw new IllegalArgumentException("An address is like ann@example.org");
    }
    var message =
        new Message(
            id,
            company,
            Optional.empty(),
            Optional.empty(),
            0,
            Kind.LETTER,
            Medium.EMAIL,
            address,
            "",
            false,
            until,
            State.PENDING,
            Optional.of(at),
            0,
            "",
            at,
            Optional.empty());
    byte[] sealed = sealing.seal(Json.write(letter), row(id));
    database.inTransaction(
        handle -> {
          MessageRows.insert(handle, List.of(message), Optional.of(sealed));
          return message;
        });
  }

  @Override
  public void note(Message message) {
    database.inTransaction(
        handle -> {
          MessageRows.insert(handle, List.of(message));
          return message;
        });
  }
}
