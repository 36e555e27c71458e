package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.LeadStatus;
import dev.baton.tag.TagName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page of the list of leads is read along an index, however many leads there are. Prints how long
 * each takes; {@code -Dbaton.leads=100000} for the figure that is published.
 */
class LeadListPlanTest {
  private static final Logger LOG = LoggerFactory.getLogger(LeadListPlanTest.class);
  private static final int LEADS = Integer.getInteger("baton.leads", 10_000);
  private static final CompanyId ACME = new CompanyId("acme");
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private static Map<String, LeadSearch> searches() {
    var middle =
        new LeadSearch.Place(FIRST.plusSeconds(LEADS / 2), new LeadId(new UUID(0, LEADS / 2)));
    var searches = new LinkedHashMap<String, LeadSearch>();
    searches.put("newest", LeadSearch.ALL);
    searches.put("from the middle", LeadSearch.ALL.after(middle));
    searches.put("status", LeadSearch.ALL.in(LeadStatus.ACCEPTED).after(middle));
    searches.put("rare status", LeadSearch.ALL.in(LeadStatus.HELD));
    searches.put("agent", LeadSearch.ALL.with(new AgentId("agent7")));
    searches.put("team", LeadSearch.ALL.of(new TeamId("team1")));
    searches.put("connection", LeadSearch.ALL.by(new ConnectionId("hub")));
    searches.put("tag", LeadSearch.ALL.tagged(TagName.of("harbour")).after(middle));
    searches.put("tag of nobody", LeadSearch.ALL.tagged(TagName.of("none")));
    searches.put("a name", LeadSearch.ALL.saying(List.of("person77")));
    searches.put("a name many have", LeadSearch.ALL.saying(List.of("anna")));
    searches.put(
        "a name, tag and status",
        LeadSearch.ALL
            .saying(List.of("anna"))
            .in(LeadStatus.ACCEPTED)
            .tagged(TagName.of("harbour")));
    return searches;
  }

  @Test
  void on_postgres(@TempDir Path unused) {
    try (var database = Database.open(Postgres.newDatabase(), "postgres", "")) {
      fill(database, "generate_series(1, %d) AS g(n)");
      database.inTransaction(handle -> handle.execute("ANALYZE"));
      assertFast(database, "Seq Scan on lead ");
      assertThat(planOfSummaries(database)).doesNotContain("Seq Scan on lead ");
    }
  }

  /** Leads without a summary are looked for each second among those that have just come in. */
  private static String planOfSummaries(Database database) {
    Instant last = FIRST.plusSeconds(LEADS);
    return database.inTransaction(
        handle -> JdbcSummaries.plan(handle, 4, last.minus(Duration.ofMinutes(15)), last));
  }

  @Test
  void on_h2(@TempDir Path directory) {
    try (var database = Database.open(Database.embedded(directory), "sa", "")) {
      fill(database, "(SELECT \"X\" AS n FROM SYSTEM_RANGE(1, %d)) g");
      database.inTransaction(handle -> handle.execute("ANALYZE"));
      assertFast(database, ".tableScan");
      assertThat(planOfSummaries(database)).doesNotContain(".lead.tableScan");
    }
  }

  private static void assertFast(Database database, String everything) {
    var leads = new JdbcLeads(database);
    var slow = new ArrayList<String>();
    searches()
        .forEach(
            (name, search) -> {
              String plan =
                  database.inTransaction(handle -> new FindingLeads(handle, ACME, search).plan(51));
              for (int i = 0; i < 3; i++) leads.search(ACME, search, 51);
              long start = System.nanoTime();
              int found = leads.search(ACME, search, 51).size();
              Duration took = Duration.ofNanos(System.nanoTime() - start);
              if (LEADS > 10_000)
                LOG.warn("{} leads, {}: {} found in {}", LEADS, name, found, took);
              if (search.words().isEmpty()) {
                assertThat(plan).as(name).doesNotContain(everything);
              } else {
                assertThat(plan).as(name).contains("lead_word");
              }
              if (took.toMillis() > 500) slow.add(name + " " + took);
            });
    assertThat(slow).isEmpty();
  }

  private static void fill(Database database, String numbers) {
    new JdbcCompanies(database).put(new Company(ACME, "Acme", ZoneOffset.UTC));
    new JdbcCompanies(database)
        .connect(new CrmConnection(new ConnectionId("hub"), ACME, "hubspot", "1", Map.of()));
    String from = " FROM " + numbers.formatted(LEADS);
    String id = "CAST('00000000-0000-0000-0000-' || LPAD(CAST(n AS varchar), 12, '0') AS uuid)";
    String at = "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00' + n * INTERVAL '1' SECOND";
    database.inTransaction(
        handle -> {
          handle.execute(
              "INSERT INTO lead (id, company_id, connection_id, object, record_id, received_at,"
                  + " changed_at, version, stage, status, owner, crm_owner, source, tags, team_id)"
                  + " SELECT "
                  + id
                  + ", 'acme', 'hub', 'contacts', CAST(n AS varchar), "
                  + at
                  + ", "
                  + at
                  + ", 1, 'OWNED', CASE WHEN MOD(n, 1000) = 1 THEN 'HELD' ELSE 'ACCEPTED' END,"
                  + " 'agent' || MOD(n, 50), '', '', '[]', 'team' || MOD(n, 5)"
                  + from);
          handle.execute(
              "INSERT INTO lead_content (lead_id, company_id, content) SELECT "
                  + id
                  + ", 'acme', '{\"text\":{\"subject\":\"\",\"body\":\"\",\"fields\":{}},"
                  + "\"contact\":{\"name\":\"A\",\"email\":\"\",\"phone\":\"\"},\"givenTags\":[],"
                  + "\"source\":\"\"}'"
                  + from);
          handle.execute(
              "INSERT INTO lead_tag (lead_id, company_id, tag_key, received_at) SELECT "
                  + id
                  + ", 'acme', 'harbour', "
                  + at
                  + from);
          handle.execute(
              "INSERT INTO lead_word (lead_id, company_id, word) SELECT "
                  + id
                  + ", 'acme', 'person' || n"
                  + from);
          return handle.execute(
              "INSERT INTO lead_word (lead_id, company_id, word) SELECT "
                  + id
                  + ", 'acme', 'anna'"
                  + from
                  + " WHERE MOD(n, 10) = 0");
        });
  }
}
