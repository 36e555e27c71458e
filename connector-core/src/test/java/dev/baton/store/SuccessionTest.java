package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.inbox.Incoming;
import dev.baton.inbox.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of work that a process had taken up when it died. */
class SuccessionTest {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final CompanyId ACME = new CompanyId("acme");

  @TempDir Path directory;

  @Test
  void the_successor_takes_over_at_once_on_h2() throws Exception {
    try (Database database = Database.open(Database.embedded(directory), "sa", "")) {
      JdbcInbox inbox = inboxWithNoticeTakenUp(database);
      try (Succession begun = Succession.begin(database, NOW, LEASE)) {
        assertThat(begun).isNotNull();
        assertThat(claim(inbox)).hasSize(1);
      }
    }
  }

  @Test
  void the_only_node_takes_over_at_once_on_postgresql_and_a_second_leaves_it_its_work()
      throws Exception {
    String url = Postgres.newDatabase();
    try (Database one = Database.open(url, "postgres", "");
        Database two = Database.open(url, "postgres", "")) {
      JdbcInbox inbox = inboxWithNoticeTakenUp(one);
      try (Succession first = Succession.begin(one, NOW, LEASE)) {
        assertThat(first).isNotNull();
        assertThat(claim(inbox)).hasSize(1);
        try (Succession second = Succession.begin(two, NOW, LEASE)) {
          assertThat(second).isNotNull();
          assertThat(claim(inbox)).isEmpty();
        }
      }
    }
  }

  @Test
  void a_node_takes_over_what_a_dead_one_had_taken_up_and_leaves_a_living_one_its_work()
      throws Exception {
    String url = Postgres.newDatabase();
    Instant lastCallOver = NOW.plus(Succession.LAST_CALL);
    try (Database one = Database.open(url, "postgres", "");
        Database two = Database.open(url, "postgres", "");
        Succession survivor = Succession.begin(two, NOW, LEASE)) {
      Succession first = Succession.begin(one, NOW, LEASE);
      inboxWithNoticeTakenUp(one);
      assertThat(survivor.takeOver(lastCallOver)).isZero();

      first.close();

      assertThat(survivor.takeOver(lastCallOver.plusSeconds(5)))
          .as("looks every ten seconds")
          .isZero();
      assertThat(survivor.takeOver(lastCallOver.plusSeconds(10))).isEqualTo(1);
      assertThat(new JdbcInbox(two).claim(10, lastCallOver.plusSeconds(10), LEASE)).hasSize(1);
    }
  }

  @Test
  void what_a_dead_node_took_up_just_now_may_still_be_under_way() throws Exception {
    String url = Postgres.newDatabase();
    try (Database one = Database.open(url, "postgres", "");
        Database two = Database.open(url, "postgres", "");
        Succession survivor = Succession.begin(two, NOW, LEASE)) {
      Succession first = Succession.begin(one, NOW, LEASE);
      inboxWithNoticeTakenUp(one);
      first.close();

      assertThat(survivor.takeOver(NOW.plus(Succession.LAST_CALL).minusSeconds(1))).isZero();
    }
  }

  private static List<Notice> claim(JdbcInbox inbox) {
    return inbox.claim(10, NOW, LEASE);
  }

  private static JdbcInbox inboxWithNoticeTakenUp(Database database) {
    var companies = new JdbcCompanies(database);
    companies.put(new Company(ACME, "Acme", ZoneOffset.UTC));
    var connection = new CrmConnection(new ConnectionId("crm"), ACME, "hubspot", "1", Map.of());
    companies.connect(connection);
    var inbox = new JdbcInbox(database);
    inbox.keep(
        List.of(
            new Incoming(
                "hubspot", "1", "key", "{}", Optional.of(connection), Optional.empty(), NOW)));
    assertThat(claim(inbox)).hasSize(1);
    assertThat(claim(inbox)).isEmpty();
    return inbox;
  }
}
