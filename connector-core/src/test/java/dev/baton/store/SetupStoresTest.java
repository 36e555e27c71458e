package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.company.FirstSteps.Progress;
import dev.baton.company.Origin;
import dev.baton.company.TokenHash;
import dev.baton.crm.Consents.Standing;
import dev.baton.crm.OAuthTokens;
import dev.baton.inbox.Incoming;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for setting up keep, on both databases. */
class SetupStoresTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final CompanyId OTHER = new CompanyId("other");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  abstract static class OnADatabase {
    private Database database;
    private JdbcCompanies companies;

    abstract Database opened();

    @BeforeEach
    void open() {
      database = opened();
      companies = new JdbcCompanies(database);
      companies.put(new Company(ACME, "Acme", ZoneOffset.UTC));
      companies.put(new Company(OTHER, "Other", ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
      database.close();
    }

    private CrmConnection awaiting(String id, CompanyId company) {
      var connection =
          CrmConnection.awaiting(new ConnectionId(id), company, "hubspot", Map.of("object", "x"));
      companies.connect(connection);
      return connection;
    }

    @Test
    void a_connection_that_awaits_its_account_gets_it_once_and_no_account_is_anybody_elses() {
      CrmConnection first = awaiting("acme-hubspot", ACME);
      CrmConnection second = awaiting("other-hubspot", OTHER);
      assertThat(first.isAwaiting()).isTrue();

      assertThat(companies.settle(first, "4711")).isTrue();
      assertThat(companies.settle(first, "4712")).as("once").isFalse();
      assertThat(companies.settle(second, "4711")).as("another company has it").isFalse();
      assertThat(companies.settle(second, "4712")).isTrue();

      CrmConnection settled = companies.connection("hubspot", "4711").orElseThrow();
      assertThat(settled.id()).isEqualTo(first.id());
      assertThat(settled.settings()).isEqualTo(first.settings());
      assertThat(settled.isAwaiting()).isFalse();
    }

    @Test
    void what_was_kept_for_a_connection_alone_goes_with_it() {
      CrmConnection begun = awaiting("acme-salesforce", ACME);
      CrmConnection other = awaiting("other-salesforce", OTHER);
      var sealing = new Sealing(new byte[32]);
      var secrets = new JdbcWebhookSecrets(database, sealing, () -> NOW);
      String first = secrets.current(begun);
      String theirs = secrets.current(other);
      var consents = new JdbcConsents(database, sealing);
      consents.begin(new byte[] {1}, begun, "verifier", NOW);
      consents.begin(new byte[] {2}, other, "verifier", NOW);
      var vault = new JdbcTokenVault(database, sealing, begun.id());
      vault.save(new OAuthTokens("", Instant.MAX, ""));

      assertThat(companies.giveUp(begun)).isEmpty();

      assertThat(companies.connections()).containsExactly(other);
      assertThat(consents.look(new byte[] {1}, NOW)).isInstanceOf(Standing.Unknown.class);
      assertThat(consents.look(new byte[] {2}, NOW)).isInstanceOf(Standing.Open.class);
      assertThat(secrets.current(other)).isEqualTo(theirs);
      companies.connect(begun);
      assertThat(secrets.current(begun)).isNotEqualTo(first);
      assertThat(vault.saved()).isEmpty();
    }

    @Test
    void it_is_known_when_a_crm_told_us_of_anything_last() {
      CrmConnection crm = awaiting("acme-hubspot", ACME);
      var inbox = new JdbcInbox(database);
      assertThat(inbox.lastTold(crm)).isEmpty();
      inbox.keep(List.of(notice(crm, "1", NOW), notice(crm, "2", NOW.plusSeconds(5))));
      inbox.keep(List.of(notice(crm, "baton/own", NOW.plusSeconds(9))));
      assertThat(inbox.lastTold(crm)).contains(NOW.plusSeconds(5));
    }

    private static Incoming notice(CrmConnection crm, String key, Instant at) {
      return new Incoming(
          crm.crm(), crm.account(), key, "{}", Optional.of(crm), Optional.empty(), at);
    }

    @Test
    void of_an_api_token_it_is_known_when_it_was_made() {
      var tokens = new JdbcApiTokens(database);
      assertThat(tokens.madeAt(ACME)).isEmpty();
      tokens.replace(ACME, TokenHash.of("first"), NOW);
      tokens.replace(ACME, TokenHash.of("second"), NOW.plusSeconds(60));
      assertThat(tokens.madeAt(ACME)).contains(NOW.plusSeconds(60));
      assertThat(tokens.madeAt(OTHER)).isEmpty();
      assertThat(tokens.company(TokenHash.of("first"))).isEmpty();
    }

    @Test
    void each_company_says_itself_who_may_show_its_pages() {
      var embeddings = new JdbcEmbeddings(database);
      assertThat(embeddings.of(ACME)).isEmpty();
      var one = new Origin("https://acme.lightning.force.com");
      var two = new Origin("https://app.hubspot.com");
      embeddings.replace(ACME, List.of(two, one, two));
      assertThat(embeddings.of(ACME)).containsExactly(one, two);
      assertThat(embeddings.of(OTHER)).isEmpty();
      embeddings.replace(ACME, List.of());
      assertThat(embeddings.of(ACME)).isEmpty();
    }

    @Test
    void first_steps_are_gone_on_with_where_they_were_left() {
      var steps = new JdbcFirstSteps(database);
      assertThat(steps.of(ACME)).isEmpty();
      steps.begin(ACME);
      steps.settle(ACME, "crm");
      steps.begin(ACME);
      steps.settle(ACME, "agents");
      steps.settle(ACME, "crm");
      assertThat(steps.of(ACME)).contains(new Progress(Set.of("crm", "agents"), false));
      steps.end(ACME, NOW);
      assertThat(steps.of(ACME).orElseThrow().ended()).isTrue();
      assertThat(steps.of(OTHER)).isEmpty();
    }

    @Test
    void an_admin_is_told_which_database_it_is() {
      Database.About about = database.about();
      assertThat(about.product()).matches("(H2|PostgreSQL) [0-9.]+");
      assertThat(about.migration()).matches("\\d{3}");
      assertThat(about.now()).isAfter(NOW);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://acme.my.salesforce.com",
        "https://*.force.com",
        "https://acme.my.salesforce.com/path",
        "https://acme.my.salesforce.com; script-src *",
        "https://acme.my.salesforce.com https://evil.example",
        "https://user@acme.my.salesforce.com",
        "https://localhost",
        "https://acme.example:0",
        "https://acme.example:70000",
        "'self'",
        "*",
        ""
      })
  void what_is_not_one_https_site_is_refused(String typed) {
    assertThatThrownBy(() -> Origin.read(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_site_may_be_copied_as_browsers_show_it() {
    assertThat(Origin.read(" https://Acme.Lightning.Force.com/ ").value())
        .isEqualTo("https://acme.lightning.force.com");
    assertThat(Origin.read("https://acme.example:8443").value())
        .isEqualTo("https://acme.example:8443");
  }
}
