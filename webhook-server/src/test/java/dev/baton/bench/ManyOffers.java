package dev.baton.bench;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.SealingReports;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Years of offers as plain tables, and the same as the facts Baton keeps. A lead has two offers:
 * the first is missed or declined half of the time.
 */
final class ManyOffers {
  static final Company COMPANY = new Company(new CompanyId("bench"), "Bench", ZoneOffset.UTC);
  static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
  static final int DAYS = 730;
  static final int AGENTS = 200;

  private final Database database;
  private final long leads;

  ManyOffers(Database database, long offers) {
    this.database = database;
    this.leads = offers / 2;
  }

  /** The plain tables, with the indexes that a report by SQL would want. */
  void plain() throws SQLException {
    execute(
        "SELECT setseed(0.4711)",
        """
        CREATE UNLOGGED TABLE plain_lead AS
        SELECT g AS id,
          TIMESTAMPTZ '%s' - random() * INTERVAL '%d days' AS received_at,
          (ARRAY['ACCEPTED','ACCEPTED','ACCEPTED','ACCEPTED','CATCHALL','DELINQUENT'])
            [1 + floor(random() * 6)::int] AS outcome,
          (5 + exp(4 + random() * 3))::int AS response_seconds
        FROM generate_series(1, %d) g
        """
            .formatted(END, DAYS, leads),
        """
        CREATE UNLOGGED TABLE plain_offer AS
        SELECT id AS lead_id, 'agent-' || lpad((floor(random() * %d))::text, 3, '0') AS agent_id,
          received_at + INTERVAL '1 second' AS offered_at,
          (ARRAY['DECLINED','TIMED_OUT','TIMED_OUT'])[1 + floor(random() * 3)::int] AS state,
          0 AS seconds
        FROM plain_lead
        UNION ALL
        SELECT id, 'agent-' || lpad((floor(random() * %d))::text, 3, '0'),
          received_at + INTERVAL '5 minutes',
          CASE WHEN outcome = 'ACCEPTED' THEN 'ACCEPTED' ELSE 'TIMED_OUT' END,
          CASE WHEN outcome = 'ACCEPTED' THEN response_seconds ELSE 0 END
        FROM plain_lead
        """
            .formatted(AGENTS, AGENTS),
        "DELETE FROM plain_offer WHERE offered_at >= TIMESTAMPTZ '" + END + "'",
        """
        CREATE INDEX plain_offer_covering ON plain_offer (offered_at)
        INCLUDE (agent_id, state, seconds)
        """,
        """
        CREATE INDEX plain_lead_covering ON plain_lead (received_at)
        INCLUDE (outcome, response_seconds)
        """,
        "VACUUM ANALYZE plain_offer",
        "VACUUM ANALYZE plain_lead");
  }

  /** What Baton would have recorded, one fact for each offer and lead, and the points. */
  void facts() throws SQLException {
    new JdbcCompanies(database).put(COMPANY);
    String lead = "lpad(to_hex(%s), 32, '0')::uuid";
    execute(
        "ALTER TABLE report_fact DROP CONSTRAINT report_fact_lead_id_fkey",
        "ALTER TABLE agent_event DROP CONSTRAINT agent_event_lead_id_fkey",
        """
        INSERT INTO report_fact
          (company_id, recorded_at, at, lead_id, agent_id, amounts, response_seconds, source, tags)
        SELECT 'bench', received_at, received_at, %s, '',
          'LEADS:1,LEADS_' || outcome || ':1', NULL, '', '[]'
        FROM plain_lead
        UNION ALL
        SELECT 'bench', received_at, received_at, %s, '', 'RESPONDED:1', response_seconds, '', '[]'
        FROM plain_lead WHERE outcome <> 'DELINQUENT'
        UNION ALL
        SELECT 'bench', offered_at, offered_at, %s, agent_id,
          'OFFERED:1,' || state || ':1'
            || CASE WHEN seconds > 0 THEN ',ANSWER_SECONDS:' || seconds ELSE '' END,
          NULL, '', '[]'
        FROM plain_offer
        """
            .formatted(lead.formatted("id"), lead.formatted("id"), lead.formatted("lead_id")),
        """
        INSERT INTO agent_event
          (company_id, agent_id, at, recorded_at, lead_id, kind, points, received)
        SELECT 'bench', agent_id, offered_at, offered_at, %s, state,
          CASE state WHEN 'ACCEPTED' THEN 2 WHEN 'DECLINED' THEN 1 ELSE -5 END, state = 'ACCEPTED'
        FROM plain_offer
        """
            .formatted(lead.formatted("lead_id")),
        "VACUUM ANALYZE report_fact",
        "VACUUM ANALYZE agent_event");
  }

  /** Adds the facts up as the server does, slice by slice; seconds it took. */
  double sealed() {
    var sealing = new SealingReports(database);
    long start = System.nanoTime();
    int slices = 0;
    while (sealing.seal(COMPANY)) {
      if (++slices % 200 == 0) System.out.printf(Locale.ROOT, "%,d slices%n", slices);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      for (String sql : statements) statement.execute(sql);
    }
  }
}
