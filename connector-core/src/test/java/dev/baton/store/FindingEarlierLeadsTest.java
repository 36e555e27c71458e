package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.SearchWords;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.LeadStatus;
import dev.baton.ledger.Leads.Found;
import dev.baton.tag.TagName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads of a database that was there before leads could be searched are found like all others. */
class FindingEarlierLeadsTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final String AT = "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'";

  @Test
  void on_h2(@TempDir Path directory) throws SQLException {
    String url = Database.embedded(directory);
    before(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "sa", "");
    after(url, "sa");
  }

  @Test
  void on_postgres() throws SQLException {
    String url = Postgres.newDatabase();
    before(url, "postgres", "STORED");
    after(url, "postgres");
  }

  /** A database as version 10 of its tables left it, with leads of all kinds of history. */
  private static void before(String url, String user, String stored) throws SQLException {
    Flyway.configure()
        .dataSource(url, user, "")
        .locations("classpath:db/migration")
        .placeholders(Map.of("stored", stored, "bytewise", ""))
        .target("10")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO company (id, name, zone) VALUES ('acme', 'Acme', 'UTC')");
      statement.execute(
          "INSERT INTO crm_connection (id, company_id, crm, account, settings, closed_until)"
              + " VALUES ('hub', 'acme', 'hubspot', '1', '{}', "
              + AT
              + ")");
      lead(statement, 1, "OWNED", "'ann'", "OfferAccepted", "OwnerChangedInCrm");
      lead(statement, 2, "OWNED", "'bob'", "OfferAccepted", "LeadReturned", "LeadAssigned");
      lead(statement, 3, "OWNED", "'bob'", "LeadCoalesced", "CommentAdded");
      lead(statement, 4, "SHARK_TANK", "NULL");
      lead(statement, 5, "CATCHALL", "NULL");
      lead(statement, 6, "QUARANTINED", "NULL");
    }
  }

  private static void lead(
      Statement statement, int number, String stage, String owner, String... events)
      throws SQLException {
    String id = "'00000000-0000-7000-8000-00000000000" + number + "'";
    statement.execute(
        "INSERT INTO lead (id, company_id, connection_id, object, record_id, received_at,"
            + " changed_at, version, stage, owner, crm_owner, source, tags) VALUES ("
            + id
            + ", 'acme', 'hub', 'contacts', '77"
            + number
            + "', "
            + AT
            + ", "
            + AT
            + ", 1, '"
            + stage
            + "', "
            + owner
            + ", '', '', '[\"Old Town\",\"Harbour\"]')");
    statement.execute(
        "INSERT INTO lead_content (lead_id, company_id, content) VALUES ("
            + id
            + ", 'acme', '{\"text\":{\"subject\":\"Shed\",\"body\":\"\",\"fields\":{}},"
            + "\"contact\":{\"name\":\"Cleo Number"
            + number
            + "\",\"email\":\"\",\"phone\":\"\"},\"givenTags\":[],\"source\":\"\"}')");
    for (int i = 0; i < events.length; i++) {
      statement.execute(
          "INSERT INTO lead_event (lead_id, sequence, company_id, kind, at, recorded_at, revision,"
              + " data) VALUES ("
              + id
              + ", "
              + (i + 1)
              + ", 'acme', '"
              + events[i]
              + "', "
              + AT
              + ", "
              + AT
              + ", 1, '{}')");
    }
  }

  private static void after(String url, String user) {
    try (Database database = Database.open(url, user, "")) {
      var leads = new JdbcLeads(database);
      List<Found> all = leads.search(ACME, LeadSearch.ALL, 50);
      assertThat(all)
          .extracting(Found::status)
          .containsExactly(
              LeadStatus.QUARANTINED,
              LeadStatus.WAITING,
              LeadStatus.OFFERED,
              LeadStatus.COALESCED,
              LeadStatus.ASSIGNED,
              LeadStatus.ACCEPTED);
      assertThat(leads.search(ACME, LeadSearch.ALL.tagged(TagName.of("old town")), 50)).hasSize(6);
      assertThat(leads.search(ACME, LeadSearch.ALL.with(new AgentId("bob")), 50)).hasSize(2);
      assertThat(
              leads.search(ACME, LeadSearch.ALL.saying(SearchWords.typed("number3 shed 773")), 50))
          .hasSize(1);
    }
  }
}
