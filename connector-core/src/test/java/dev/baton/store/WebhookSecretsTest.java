package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.WebhookSecrets;
import dev.baton.memory.TickingClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each connection has a secret of its own in the address its CRM calls. */
class WebhookSecretsTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final CrmConnection ONE = connection("one");
  private static final CrmConnection TWO = connection("two");

  private static CrmConnection connection(String id) {
    return new CrmConnection(new ConnectionId(id), ACME, "salesforce", id, Map.of());
  }

  abstract static class OnADatabase {
    Database database;
    final TickingClock clock = TickingClock.atTen();

    abstract Database opened();

    @BeforeEach
    void open() {
      database = opened();
      var companies = new JdbcCompanies(database);
      companies.put(new Company(ACME, "Acme", ZoneOffset.UTC));
      companies.connect(ONE);
      companies.connect(TWO);
    }

    @AfterEach
    void close() {
      database.close();
    }

    JdbcWebhookSecrets secrets() {
      return new JdbcWebhookSecrets(database, key(1), clock);
    }

    static Sealing key(int seed) {
      byte[] key = new byte[32];
      key[0] = (byte) seed;
      return new Sealing(key);
    }

    @Test
    void it_is_made_once_and_stays_over_restarts() {
      String made = secrets().current(ONE);

      assertThat(made).matches("[A-Za-z0-9_-]{32}");
      assertThat(secrets().current(ONE)).isEqualTo(made);
      assertThat(secrets().current(TWO)).isNotEqualTo(made);
      assertThat(secrets().good().get(ONE.id())).containsExactly(made);
    }

    @Test
    void those_that_were_replaced_are_good_for_a_day_however_often_it_happens() {
      JdbcWebhookSecrets secrets = secrets();
      String first = secrets.current(ONE);
      String second = secrets.renewed(ONE);
      clock.tick(Duration.ofHours(1));
      String third = secrets.renewed(ONE);

      assertThat(secrets.good().get(ONE.id())).containsExactlyInAnyOrder(first, second, third);
      assertThat(secrets.current(ONE)).isEqualTo(third);
      clock.tick(WebhookSecrets.OVERLAP.minusHours(1));
      assertThat(secrets.good().get(ONE.id())).containsExactlyInAnyOrder(second, third);
      clock.tick(Duration.ofHours(1));
      assertThat(secrets.good().get(ONE.id())).containsExactly(third);
    }

    @Test
    void it_is_stored_sealed_for_its_connection_and_key() {
      String made = secrets().current(ONE);

      String stored =
          database.inTransaction(
              handle ->
                  new String(
                      handle
                          .createQuery("SELECT sealed FROM webhook_secret")
                          .mapTo(byte[].class)
                          .one(),
                      StandardCharsets.ISO_8859_1));
      assertThat(stored).doesNotContain(made);
      assertThatThrownBy(() -> new JdbcWebhookSecrets(database, key(2), clock).good())
          .hasMessageContaining("another secret key")
          .hasMessageNotContaining(made);
      database.inTransaction(
          handle -> handle.execute("UPDATE webhook_secret SET connection_id = 'two'"));
      assertThatThrownBy(() -> secrets().current(TWO)).isInstanceOf(IllegalStateException.class);
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
