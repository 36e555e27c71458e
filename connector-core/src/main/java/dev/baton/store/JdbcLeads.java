package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.Summary;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.Leads;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks leads up in the database. */
public final class JdbcLeads implements Leads {
  private final Database database;

  public JdbcLeads(Database database) {
    this.database = database;
  }

  @Override
  public List<Row> latest(CompanyId company, Optional<Stage> stage, int limit) {
    return database.inTransaction(
        handle -> {
          var query =
              handle
                  .createQuery(
                      """
                      SELECT id, connection_id, object, record_id, received_at, stage, holder,
                        owner, due_at, tags, changed_at
                      FROM lead
                      WHERE company_id = :company
                      """
                          + (stage.isPresent() ? " AND stage = :stage " : "")
                          + " ORDER BY received_at DESC, id LIMIT :limit")
                  .bind("company", company.value())
                  .bind("limit", limit);
          stage.ifPresent(s -> query.bind("stage", s.name()));
          return query.map((row, context) -> row(row)).list();
        });
  }

  @Override
  public List<Found> search(CompanyId company, LeadSearch search, int limit) {
    return database.inTransaction(handle -> new FindingLeads(handle, company, search).find(limit));
  }

  @Override
  public List<Row> rows(CompanyId company, List<LeadId> leads) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, connection_id, object, record_id, received_at, stage, holder,
                      owner, due_at, tags, changed_at
                    FROM lead
                    WHERE company_id = :company AND id = ANY(:leads)
                    """)
                .bind("company", company.value())
                .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toList())
                .map((row, context) -> row(row))
                .list());
  }

  static Row row(ResultSet row) throws SQLException {
    return new Row(
        new LeadId(row.getObject("id", UUID.class)),
        LeadRows.record(row),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        Stage.valueOf(row.getString("stage")),
        Optional.ofNullable(row.getString("holder")).map(AgentId::new),
        Optional.ofNullable(row.getString("owner")).map(AgentId::new),
        Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        List.of(Json.read(row.getString("tags"), String[].class)),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Map<Stage, Long> counts(CompanyId company) {
    var counts = new EnumMap<Stage, Long>(Stage.class);
    database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT stage, count(*) AS leads FROM lead
                    WHERE company_id = :company GROUP BY stage
                    """)
                .bind("company", company.value())
                .map(
                    (row, context) ->
                        counts.put(Stage.valueOf(row.getString("stage")), row.getLong("leads")))
                .list());
    return counts;
  }

  @Override
  public Optional<LeadFile> file(CompanyId company, LeadId lead) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT l.id, l.company_id, l.connection_id, l.object, l.record_id,
                      l.received_at, l.crm_owner, c.content, s.said
                    FROM lead l JOIN lead_content c ON c.lead_id = l.id
                    LEFT JOIN lead_summary s ON s.lead_id = l.id
                    WHERE l.id = :lead AND l.company_id = :company
                    """)
                .bind("lead", lead.value())
                .bind("company", company.value())
                .map((row, context) -> file(handle, row))
                .findOne());
  }

  @Override
  public Map<LeadId, LeadContent> contents(CompanyId company, List<LeadId> leads) {
    return database.inTransaction(handle -> ContentRows.of(handle, company, leads));
  }

  private static LeadFile file(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    List<Recorded> history = EventRows.histories(handle, List.of(id)).getOrDefault(id, List.of());
    return new LeadFile(
        LeadRows.lead(row),
        Json.read(row.getString("content"), LeadContent.class),
        Optional.ofNullable(row.getString("said")).map(Summary::new),
        Rotation.of(history.stream().map(Recorded::event).toList()),
        history,
        deliveries(handle, id));
  }

  private static List<Delivery> deliveries(Handle handle, UUID lead) {
    return handle
        .createQuery(
            """
            SELECT id, kind, data, state, attempts, promised_at, note FROM outbox
            WHERE lead_id = :lead ORDER BY id
            """)
        .bind("lead", lead)
        .map(
            (row, context) ->
                new Delivery(
                    row.getLong("id"),
                    Json.readPromise(row.getString("kind"), row.getString("data")),
                    row.getString("state"),
                    row.getInt("attempts"),
                    row.getObject("promised_at", OffsetDateTime.class).toInstant(),
                    row.getString("note")))
        .list();
  }

  @Override
  public Optional<LeadId> of(CompanyId company, CrmRecord record) {
    return database.inTransaction(handle -> LeadRows.idOf(handle, company, record));
  }

  @Override
  public boolean erased(CompanyId company, LeadId lead) {
    return database.inTransaction(
        handle ->
            handle
                    .createQuery(
                        """
                    SELECT count(*) FROM lead
                    WHERE id = :lead AND company_id = :company AND erased_at IS NOT NULL
                    """)
                    .bind("lead", lead.value())
                    .bind("company", company.value())
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public List<LeadId> waiting(CompanyId company, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM lead
                    WHERE company_id = :company AND stage IN ('CATCHALL', 'DELINQUENT')
                    ORDER BY received_at, id LIMIT :limit
                    """)
                .bind("company", company.value())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(LeadId::new)
                .list());
  }

  @Override
  public List<LeadId> decidedAbout(CompanyId company, Instant from, Instant to) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM lead
                    WHERE company_id = :company AND received_at < :to AND id IN
                      (SELECT lead_id FROM lead_event
                       WHERE company_id = :company AND recorded_at >= :from AND recorded_at < :to)
                    ORDER BY received_at, id
                    """)
                .bind("company", company.value())
                .bind("from", from)
                .bind("to", to)
                .mapTo(UUID.class)
                .map(LeadId::new)
                .list());
  }

  @Override
  public Map<LeadId, List<Recorded>> histories(CompanyId company, List<LeadId> leads) {
    return database.inTransaction(
        handle -> {
          List<UUID> its =
              handle
                  .createQuery(
                      "SELECT id FROM lead WHERE company_id = :company AND id = ANY(:leads)")
                  .bind("company", company.value())
                  .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toList())
                  .mapTo(UUID.class)
                  .list();
          var histories = new HashMap<LeadId, List<Recorded>>();
          EventRows.histories(handle, its)
              .forEach((lead, history) -> histories.put(new LeadId(lead), history));
          return histories;
        });
  }

  @Override
  public List<LeadId> offeredTo(CompanyId company, AgentId agent) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT lead_id FROM offer
                    WHERE company_id = :company AND agent_id = :agent AND state = 'OPEN'
                    """)
                .bind("company", company.value())
                .bind("agent", agent.value())
                .mapTo(UUID.class)
                .map(LeadId::new)
                .list());
  }

  @Override
  public long contested(Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM lead WHERE contested_until > :now")
                .bind("now", now)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Link> link(byte[] tokenHash) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT company_id, lead_id, number, agent_id FROM offer
                    WHERE token_hash = :hash
                    """)
                .bind("hash", tokenHash)
                .map(
                    (row, context) ->
                        new Link(
                            new CompanyId(row.getString("company_id")),
                            new OfferId(
                                new LeadId(row.getObject("lead_id", UUID.class)),
                                row.getInt("number")),
                            new AgentId(row.getString("agent_id"))))
                .findOne());
  }
}
