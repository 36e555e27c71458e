package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.OAuthTokens;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenVaultTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final ConnectionId ONE = new ConnectionId("one");
  private static final ConnectionId TWO = new ConnectionId("two");
  private static final OAuthTokens TOKENS =
      new OAuthTokens("access-canary", Instant.parse("2026-11-22T10:30:00Z"), "refresh-canary");

  @TempDir Path directory;

  @Test
  void tokens_are_stored_sealed_and_open_only_with_their_key_in_their_row() {
    try (Database database = Database.open(Database.embedded(directory), "sa", "")) {
      var companies = new JdbcCompanies(database);
      companies.put(new Company(ACME, "Acme", ZoneOffset.UTC));
      companies.connect(new CrmConnection(ONE, ACME, "hubspot", "1", Map.of()));
      companies.connect(new CrmConnection(TWO, ACME, "hubspot", "2", Map.of()));
      var vault = new JdbcTokenVault(database, key(1), ONE);

      assertThat(vault.saved()).isEmpty();
      vault.save(TOKENS);

      assertThat(vault.load()).isEqualTo(TOKENS);
      String stored =
          database.inTransaction(
              handle -> {
                handle.execute(
                    "UPDATE crm_connection SET secret ="
                        + " (SELECT c.secret FROM crm_connection c WHERE c.id = 'one')"
                        + " WHERE id = 'two'");
                return new String(
                    handle
                        .createQuery("SELECT secret FROM crm_connection WHERE id = 'one'")
                        .mapTo(byte[].class)
                        .one(),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
              });
      assertThat(stored).doesNotContain("canary");
      assertThatThrownBy(() -> new JdbcTokenVault(database, key(2), ONE).load())
          .hasMessageContaining("another secret key");
      assertThatThrownBy(() -> new JdbcTokenVault(database, key(1), TWO).load())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static Sealing key(int seed) {
    byte[] key = new byte[32];
    key[0] = (byte) seed;
    return new Sealing(key);
  }
}
