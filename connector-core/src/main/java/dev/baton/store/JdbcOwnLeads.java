package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.feedback.Progress;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.OwnLeads;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks an agent's own leads up in the database. */
public final class JdbcOwnLeads implements OwnLeads {
  private static final String HIS =
      " l.company_id = :company AND l.owner = :agent AND l.stage = 'OWNED' ";

  private final Database database;

  public JdbcOwnLeads(Database database) {
    this.database = database;
  }

  @Override
  public List<Owned> owned(CompanyId company, AgentId agent) {
    return database.inTransaction(
        handle -> {
          Map<UUID, FeedbackGiven> feedback = feedback(handle, company, agent);
          Map<UUID, Instant> said = lastSaid(handle, company, agent);
          return handle
              .createQuery(
                  """
                  SELECT l.id, l.connection_id, l.object, l.record_id, l.owned_at, l.tags, l.source
                  FROM lead l WHERE
                  """
                      + HIS
                      + "ORDER BY l.owned_at DESC, l.id")
              .bind("company", company.value())
              .bind("agent", agent.value())
              .map((row, context) -> owned(row, feedback, said))
              .list();
        });
  }

  private static Owned owned(
      ResultSet row, Map<UUID, FeedbackGiven> feedback, Map<UUID, Instant> said)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Optional<FeedbackGiven> given = Optional.ofNullable(feedback.get(id));
    return new Owned(
        new LeadId(id),
        LeadRows.record(row),
        row.getObject("owned_at", OffsetDateTime.class).toInstant(),
        List.of(Json.read(row.getString("tags"), String[].class)),
        row.getString("source"),
        given.map(FeedbackGiven::progress).orElse(Progress.NONE),
        Stream.of(Optional.ofNullable(said.get(id)), given.map(FeedbackGiven::at))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder()));
  }

  private static Map<UUID, FeedbackGiven> feedback(
      Handle handle, CompanyId company, AgentId agent) {
    var last = new HashMap<UUID, FeedbackGiven>();
    handle
        .createQuery(
            "SELECT e.lead_id, e.data FROM lead_event e JOIN lead l ON l.id = e.lead_id WHERE"
                + HIS
                + "AND e.kind = 'FeedbackGiven' ORDER BY e.lead_id, e.sequence")
        .bind("company", company.value())
        .bind("agent", agent.value())
        .map(
            (row, context) ->
                last.put(
                    row.getObject("lead_id", UUID.class),
                    Json.read(row.getString("data"), FeedbackGiven.class)))
        .list();
    return last;
  }

  /** Comments and memos; only an admin's are no answer of the owner. */
  private static Map<UUID, Instant> lastSaid(Handle handle, CompanyId company, AgentId agent) {
    var said = new HashMap<UUID, Instant>();
    handle
        .createQuery(
            "SELECT c.lead_id, MAX(c.at) AS said_at FROM lead_comment c"
                + " JOIN lead l ON l.id = c.lead_id WHERE"
                + HIS
                + "AND c.author_kind <> 'ADMIN' GROUP BY c.lead_id")
        .bind("company", company.value())
        .bind("agent", agent.value())
        .map(
            (row, context) ->
                said.put(
                    row.getObject("lead_id", UUID.class),
                    row.getObject("said_at", OffsetDateTime.class).toInstant()))
        .list();
    return said;
  }

  @Override
  public Map<LeadId, LeadContent> contents(CompanyId company, AgentId agent, List<LeadId> leads) {
    var contents = new HashMap<LeadId, LeadContent>();
    database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT l.id, c.content FROM lead l JOIN lead_content c ON c.lead_id = l.id"
                        + " WHERE"
                        + HIS
                        + "AND l.id = ANY(:leads)")
                .bind("company", company.value())
                .bind("agent", agent.value())
                .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toList())
                .map(
                    (row, context) ->
                        contents.put(
                            new LeadId(row.getObject("id", UUID.class)),
                            Json.read(row.getString("content"), LeadContent.class)))
                .list());
    return contents;
  }

  @Override
  public List<OfferId> asked(CompanyId company, AgentId agent, Instant missedSince) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT o.lead_id, o.number FROM offer o JOIN lead l ON l.id = o.lead_id
                    WHERE o.company_id = :company AND o.agent_id = :agent
                      AND (o.state = 'OPEN' OR o.state = 'TIMED_OUT' AND o.settled_at >= :since)
                      AND l.stage NOT IN ('OWNED', 'ENDED')
                    ORDER BY o.offered_at DESC, o.lead_id, o.number DESC
                    """)
                .bind("company", company.value())
                .bind("agent", agent.value())
                .bind("since", missedSince)
                .map(
                    (row, context) ->
                        new OfferId(
                            new LeadId(row.getObject("lead_id", UUID.class)), row.getInt("number")))
                .list());
  }

  @Override
  public Map<Long, AgentId> happened(CompanyId company, Instant since) {
    return database.inTransaction(
        handle -> {
          var happened = new HashMap<Long, AgentId>();
          handle
              .createQuery(
                  """
                  SELECT id, agent_id FROM report_fact
                  WHERE company_id = :company AND recorded_at >= :since AND agent_id <> ''
                  """)
              .bind("company", company.value())
              .bind("since", since)
              .map(
                  (row, context) ->
                      happened.put(row.getLong("id"), new AgentId(row.getString("agent_id"))))
              .list();
          return happened;
        });
  }
}
