package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.Consents;
import dev.baton.crm.Consents.Standing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A consent that was begun can be answered once, in time, and the database alone does not tell how.
 */
class ConsentsTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final CrmConnection CRM =
      new CrmConnection(new ConnectionId("crm"), ACME, "hubspot", "1", Map.of());
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final byte[] STATE = {1, 2, 3};

  abstract static class OnADatabase {
    private Database database;
    private Consents consents;

    abstract Database opened();

    @BeforeEach
    void open() {
      database = opened();
      var companies = new JdbcCompanies(database);
      companies.put(new Company(ACME, "Acme", ZoneOffset.UTC));
      companies.connect(CRM);
      consents = new JdbcConsents(database, new Sealing(new byte[32]));
      consents.begin(STATE, CRM, "verifier-canary", NOW);
    }

    @AfterEach
    void close() {
      database.close();
    }

    @Test
    void it_is_open_until_it_was_used_once() {
      var open = new Standing.Open(CRM.id(), "verifier-canary");

      assertThat(consents.look(STATE, NOW)).isEqualTo(open);
      assertThat(consents.look(STATE, NOW)).as("looking changes nothing").isEqualTo(open);
      assertThat(consents.use(STATE, NOW)).isEqualTo(open);
      assertThat(consents.use(STATE, NOW)).isEqualTo(new Standing.Used());
      assertThat(consents.look(STATE, NOW)).isEqualTo(new Standing.Used());
      assertThat(consents.use(new byte[] {9}, NOW)).isEqualTo(new Standing.Unknown());
    }

    @Test
    void ten_minutes_later_it_is_too_late() {
      Instant end = NOW.plus(Duration.ofMinutes(10));

      assertThat(consents.look(STATE, end.minusMillis(1))).isInstanceOf(Standing.Open.class);
      assertThat(consents.use(STATE, end)).isEqualTo(new Standing.Expired());
    }

    @Test
    void of_many_at_once_one_uses_it() throws Exception {
      var tries = new ArrayList<Callable<Standing>>();
      for (int i = 0; i < 20; i++) tries.add(() -> consents.use(STATE, NOW));
      long opened = 0;
      try (var people = Executors.newFixedThreadPool(10)) {
        for (var each : people.invokeAll(tries)) {
          if (each.get() instanceof Standing.Open) opened++;
        }
      }

      assertThat(opened).isOne();
    }

    @Test
    void the_verifier_is_sealed_and_old_ones_are_forgotten() {
      String stored =
          database.inTransaction(
              handle ->
                  new String(
                      handle.createQuery("SELECT verifier FROM consent").mapTo(byte[].class).one(),
                      StandardCharsets.ISO_8859_1));
      assertThat(stored).doesNotContain("canary");
      assertThat(consents.look(STATE, NOW).toString()).doesNotContain("canary");

      consents.begin(new byte[] {4}, CRM, "v", NOW.plus(Duration.ofDays(2)));

      assertThat(consents.look(STATE, NOW)).isEqualTo(new Standing.Unknown());
    }
  }

  @Nested
  class OnH2 extends OnADatabase {
    @TempDir Path directory;

    @Override
    Database opened() {
      return Database.open(Database.embedded(directory), "sa", "");
    }
  }

  @Nested
  class OnPostgres extends OnADatabase {
    @Override
    Database opened() {
      return Database.open(Postgres.newDatabase(), "postgres", "");
    }
  }
}
