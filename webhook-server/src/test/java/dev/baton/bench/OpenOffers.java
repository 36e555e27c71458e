package dev.baton.bench;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.tag.Tag;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Fills a database with leads that are being offered, faster than they could be taken in. */
final class OpenOffers {
  private static final CompanyId COMPANY = new CompanyId("bench");
  private static final ConnectionId CRM = new ConnectionId("bench-crm");
  private static final int AGENTS = 200;
  private static final int PER_BATCH = 1000;

  private final Database database;
  private int leads;

  OpenOffers(Database database) {
    this.database = database;
    var companies = new JdbcCompanies(database);
    companies.put(new Company(COMPANY, "Bench", ZoneOffset.UTC));
    companies.connect(new CrmConnection(CRM, COMPANY, "hubspot", "1", Map.of()));
    List<Agent> agents =
        IntStream.range(0, AGENTS)
            .mapToObj(
                i ->
                    new Agent(
                        new AgentId("agent" + i),
                        "Agent " + i,
                        "",
                        Set.of("Harbour"),
                        true,
                        false,
                        Map.of()))
            .toList();
    var book = new BookDraft(List.of(Tag.preferential("Harbour")), agents, RoutingSettings.DEFAULT);
    new JdbcRoutingBooks(database).publish(COMPANY, book, "bench", Instant.now());
  }

  /** Adds that many, the i-th expiring then. */
  void add(int count, IntFunction<Instant> expiry) throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < count; from += PER_BATCH) {
        addBatch(connection, from, Math.min(count, from + PER_BATCH), expiry);
        connection.commit();
      }
    }
  }

  private void addBatch(Connection connection, int from, int to, IntFunction<Instant> expiry)
      throws SQLException {
    try (PreparedStatement lead = connection.prepareStatement(LEAD);
        PreparedStatement content = connection.prepareStatement(CONTENT);
        PreparedStatement event = connection.prepareStatement(EVENT);
        PreparedStatement offer = connection.prepareStatement(OFFER)) {
      for (int i = from; i < to; i++) {
        addOne(i, expiry.apply(i), lead, content, event, offer);
      }
      lead.executeBatch();
      content.executeBatch();
      event.executeBatch();
      offer.executeBatch();
    }
  }

  private void addOne(
      int number,
      Instant expires,
      PreparedStatement lead,
      PreparedStatement content,
      PreparedStatement event,
      PreparedStatement offer)
      throws SQLException {
    // As Baton makes them: beginning with the time, so that neighbours in time are neighbours here.
    UUID id = new UUID(expires.toEpochMilli() << 16 | 0x7000, 1L << 63 | leads);
    String agent = "agent" + number % AGENTS;
    Instant offered = expires.minus(RoutingSettings.DEFAULT.window().length());
    set(lead, id, "record" + ++leads, at(offered), at(offered), agent, at(expires));
    set(content, id);
    set(
        event,
        id,
        1,
        "RotationBegun",
        at(offered),
        at(offered),
        "{\"at\":\"" + offered + "\",\"tags\":[" + TAG + "]}");
    set(
        event,
        id,
        2,
        "LeadOffered",
        at(offered),
        at(offered),
        "{\"at\":\"%s\",\"offer\":1,\"agent\":\"%s\",\"kind\":\"LINE\",\"expiresAt\":\"%s\"}"
            .formatted(offered, agent, expires));
    byte[] hash =
        ByteBuffer.allocate(32)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    set(offer, id, agent, at(offered), at(expires), hash);
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    statement.addBatch();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static final String TAG =
      "{\"tag\":\"Harbour\",\"place\":\"body\",\"start\":0,\"end\":7}";
  private static final String LEAD =
      """
      INSERT INTO lead
        (id, company_id, connection_id, object, record_id, received_at, changed_at, version, stage,
         holder, crm_owner, source, tags, due_at)
      VALUES (?, 'bench', 'bench-crm', 'contacts', ?, ?, ?, 2, 'OFFERED', ?, '', '',
         '["Harbour"]', ?)
      """;
  private static final String CONTENT =
      """
      INSERT INTO lead_content (lead_id, company_id, content)
      VALUES (?, 'bench', '{"text":{"subject":"","body":"Harbour","fields":{}},\
      "contact":{"name":"","email":"","phone":""},"givenTags":[],"source":""}')
      """;
  private static final String EVENT =
      """
      INSERT INTO lead_event
        (lead_id, sequence, company_id, kind, at, recorded_at, revision, data)
      VALUES (?, ?, 'bench', ?, ?, ?, 1, ?)
      """;
  private static final String OFFER =
      """
      INSERT INTO offer
        (lead_id, number, company_id, agent_id, kind, state, offered_at, expires_at, token_hash)
      VALUES (?, 1, 'bench', ?, 'LINE', 'OPEN', ?, ?, ?)
      """;
}
