package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.AccessLinks;
import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.EmailAddress;
import dev.baton.account.LoginTries;
import dev.baton.account.MailedLinks;
import dev.baton.account.Role;
import dev.baton.account.Sessions;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.TokenHash;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Drafts;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.tag.Tag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in, on both databases. */
class AccountsStoresTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final CompanyId OTHER = new CompanyId("other");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final AgentId ANN = new AgentId("ann");

  abstract static class OnADatabase {
    private Database database;
    private Accounts accounts;
    private Sessions sessions;

    abstract Database opened();

    @BeforeEach
    void open() {
      database = opened();
      var companies = new JdbcCompanies(database);
      companies.put(new Company(ACME, "Acme", ZoneOffset.UTC));
      companies.put(new Company(OTHER, "Other", ZoneOffset.UTC));
      accounts = new JdbcAccounts(database, new Sealing(new byte[32]));
      sessions = new JdbcSessions(database);
    }

    @AfterEach
    void close() {
      database.close();
    }

    private static Account somebody(String name, Role role) {
      return new Account(
          new AccountId(UUID.randomUUID()),
          ACME,
          Optional.of(new EmailAddress(name + "@example.com")),
          name,
          role,
          Optional.empty(),
          Account.ENGLISH,
          true);
    }

    private Account added(String name, Role role) {
      Account account = somebody(name, role);
      assertThat(accounts.add(account, NOW)).isTrue();
      return account;
    }

    @Test
    void an_address_has_one_account_whatever_its_case() {
      Account eve = added("eve", Role.ADMIN);

      assertThat(accounts.byEmail(new EmailAddress(" EVE@Example.com "))).contains(eve);
      assertThat(accounts.add(somebody("Eve", Role.AGENT), NOW)).isFalse();
      assertThat(accounts.of(ACME)).containsExactly(eve);
      assertThat(accounts.of(OTHER)).isEmpty();
      assertThat(accounts.account(OTHER, eve.id())).isEmpty();
    }

    @Test
    void an_agent_has_one_account_and_needs_no_address() {
      Account ann =
          new Account(
              new AccountId(UUID.randomUUID()),
              ACME,
              Optional.empty(),
              "Ann",
              Role.AGENT,
              Optional.of(ANN),
              "en",
              true);
      assertThat(accounts.add(ann, NOW)).isTrue();
      assertThat(accounts.add(somebody("ann2", Role.AGENT).of(ANN), NOW)).isFalse();
      assertThat(accounts.ofAgent(ACME, ANN)).contains(ann);
      assertThat(accounts.ofAgent(OTHER, ANN)).isEmpty();
    }

    @Test
    void the_last_admin_cannot_be_removed() {
      Account eve = added("eve", Role.ADMIN);
      added("ed", Role.EDITOR);

      assertThat(accounts.change(eve.as(Role.EDITOR), NOW)).isFalse();
      assertThat(accounts.change(eve.left(), NOW)).isFalse();
      assertThat(accounts.account(ACME, eve.id())).contains(eve);
    }

    @Test
    void of_two_admins_who_demote_each_other_at_once_one_stays() throws Exception {
      for (int round = 0; round < 5; round++) {
        var company = new CompanyId("round-" + round);
        new JdbcCompanies(database).put(new Company(company, "Round", ZoneOffset.UTC));
        Account eve = admin(company, "eve" + round);
        Account max = admin(company, "max" + round);
        List<Callable<Boolean>> both =
            List.of(
                () -> accounts.change(eve.as(Role.AGENT), NOW),
                () -> accounts.change(max.as(Role.AGENT), NOW));
        var done = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(2)) {
          for (var each : threads.invokeAll(both)) done.add(each.get());
        }
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(accounts.of(company)).filteredOn(Account::isAdmin).hasSize(1);
      }
    }

    private Account admin(CompanyId company, String name) {
      var account =
          new Account(
              new AccountId(UUID.randomUUID()),
              company,
              Optional.of(new EmailAddress(name + "@example.com")),
              name,
              Role.ADMIN,
              Optional.empty(),
              Account.ENGLISH,
              true);
      assertThat(accounts.add(account, NOW)).isTrue();
      return account;
    }

    @Test
    void a_session_ends_when_idle_when_old_and_when_logged_out() {
      Account eve = added("eve", Role.ADMIN);
      byte[] token = TokenHash.of("token");
      sessions.begin(token, eve.id(), Sessions.Kind.COMPLETE, NOW);

      assertThat(sessions.visit(token, NOW)).map(Sessions.Visit::account).contains(eve);
      assertThat(sessions.visit(token, NOW.plus(Sessions.IDLE))).as("idle").isEmpty();
      Instant at = NOW;
      while (at.isBefore(NOW.plus(Sessions.LONGEST))) {
        assertThat(sessions.visit(token, at)).as("busy at " + at).isPresent();
        at = at.plus(Duration.ofHours(11));
      }
      assertThat(sessions.visit(token, at)).as("old").isEmpty();
      sessions.end(token);
      assertThat(sessions.visit(token, NOW)).isEmpty();
    }

    @Test
    void the_end_of_a_user_a_new_role_and_a_new_password_end_the_sessions() {
      added("max", Role.ADMIN);
      Account eve = added("eve", Role.ADMIN);
      byte[] token = TokenHash.of("token");
      List<Runnable> ends =
          List.of(
              () -> accounts.change(eve.as(Role.EDITOR), NOW),
              () -> accounts.change(eve.left(), NOW),
              () -> accounts.setPassword(eve.id(), "hash", NOW));
      for (Runnable end : ends) {
        accounts.change(eve, NOW);
        sessions.begin(token, eve.id(), Sessions.Kind.COMPLETE, NOW);
        assertThat(sessions.visit(token, NOW)).isPresent();
        end.run();
        assertThat(sessions.visit(token, NOW)).isEmpty();
      }
      assertThat(accounts.passwordHash(eve.id())).contains("hash");
    }

    @Test
    void a_mailed_link_is_good_once_in_time_and_until_the_password_is_set() {
      Account eve = added("eve", Role.ADMIN);
      MailedLinks links = new JdbcMailedLinks(database);
      byte[] token = TokenHash.of("link");
      Instant end = NOW.plus(MailedLinks.GOOD_FOR);
      links.keep(token, eve.id(), end);

      assertThat(links.look(token, NOW)).contains(eve);
      assertThat(links.look(token, end)).as("too late").isEmpty();
      assertThat(links.use(token, NOW)).contains(eve);
      assertThat(links.use(token, NOW)).as("used").isEmpty();
      links.keep(token, eve.id(), end);
      accounts.setPassword(eve.id(), "hash", NOW);
      assertThat(links.look(token, NOW)).as("another set it").isEmpty();
    }

    @Test
    void after_ten_tries_in_a_quarter_of_an_hour_nothing_is_looked_at_any_more() {
      LoginTries tries = new JdbcLoginTries(database);
      for (int i = 0; i < LoginTries.AT_MOST; i++) {
        assertThat(tries.mayTry("eve", NOW.plusSeconds(i))).isTrue();
      }
      assertThat(tries.mayTry("eve", NOW.plusSeconds(60))).isFalse();
      assertThat(tries.mayTry("max", NOW.plusSeconds(60))).isTrue();
      assertThat(tries.mayTry("eve", NOW.plus(LoginTries.COUNTED_FOR).plusSeconds(1))).isTrue();
      tries.succeeded("eve");
      assertThat(tries.mayTry("eve", NOW.plusSeconds(61))).isTrue();
    }

    @Test
    void an_agents_link_can_be_made_again_and_is_worth_nothing_once_replaced() {
      AccessLinks links =
          new JdbcAccessLinks(database, (company, agent, number) -> agent + " " + number);
      String token = links.token(ACME, ANN);

      assertThat(links.token(ACME, ANN)).isEqualTo(token);
      assertThat(links.holder(token)).contains(new AccessLinks.Holder(ACME, ANN));
      Account ann = added("ann", Role.AGENT).of(ANN);
      accounts.change(ann, NOW);
      sessions.begin(TokenHash.of("phone"), ann.id(), Sessions.Kind.LINK, NOW);
      links.replace(ACME, ANN);
      assertThat(links.holder(token)).isEmpty();
      assertThat(links.wasReplaced(token)).isTrue();
      assertThat(links.wasReplaced(links.token(ACME, ANN))).isFalse();
      assertThat(links.wasReplaced("nobodys")).isFalse();
      assertThat(links.holder(links.token(ACME, ANN))).isPresent();
      assertThat(sessions.visit(TokenHash.of("phone"), NOW)).isEmpty();
    }

    @Test
    void an_agent_who_comes_by_his_link_alone_is_nobody_who_could_publish_or_sign_up() {
      accounts.add(
          new Account(
              new AccountId(UUID.randomUUID()),
              ACME,
              Optional.empty(),
              "Ann",
              Role.AGENT,
              Optional.of(ANN),
              Account.ENGLISH,
              true),
          NOW);
      assertThat(accounts.none()).isTrue();
      added("eve", Role.ADMIN);
      assertThat(accounts.none()).isFalse();
    }

    @Test
    void a_code_is_good_once() {
      Account eve = added("eve", Role.ADMIN);
      accounts.setSecondFactor(eve.id(), Optional.of("secret-canary"));

      assertThat(accounts.secondFactor(eve.id())).contains("secret-canary");
      assertThat(accounts.useStep(eve.id(), 7)).isTrue();
      assertThat(accounts.useStep(eve.id(), 7)).isFalse();
      assertThat(accounts.useStep(eve.id(), 6)).isFalse();
      assertThat(accounts.useStep(eve.id(), 8)).isTrue();
      byte[] stored =
          database.inTransaction(
              handle ->
                  handle
                      .createQuery("SELECT second_factor FROM account")
                      .mapTo(byte[].class)
                      .one());
      assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("canary");
    }

    @Test
    void the_audit_log_is_read_from_its_end() {
      AuditLog log = new JdbcAuditLog(database);
      for (int i = 0; i < 5; i++) {
        log.add(new AuditLog.Entry(ACME, NOW.plusSeconds(i), "eve", "did", "it " + i, ""));
      }
      log.add(new AuditLog.Entry(OTHER, NOW, "oz", "did", "else", ""));

      List<AuditLog.Kept> latest = log.latest(ACME, Optional.empty(), 2);
      assertThat(latest).extracting(k -> k.entry().about()).containsExactly("it 4", "it 3");
      assertThat(log.latest(ACME, Optional.of(latest.getLast().id()), 10))
          .extracting(k -> k.entry().about())
          .containsExactly("it 2", "it 1", "it 0");
    }

    private static BookDraft with(BookDraft draft, String tag) {
      var tags = new ArrayList<>(draft.tags());
      tags.add(Tag.preferential(tag));
      return new BookDraft(tags, draft.agents(), draft.teams(), draft.settings());
    }

    @Test
    void a_book_of_twenty_thousand_agents_is_drafted_and_published() {
      var agents = new ArrayList<Agent>();
      for (int i = 0; i < 20_000; i++) {
        String email = "agent.number." + i + "@example.org";
        var id = new AgentId(email);
        agents.add(new Agent(id, "Agent " + i, email, Set.of("A"), true, false, Map.of()));
      }
      var books = new JdbcRoutingBooks(database);
      Drafts drafts = new JdbcDrafts(database, books);

      Drafts.Draft draft =
          drafts.change(ACME, "eve", before -> with(before, "A").staffed(agents), NOW);
      assertThat(books.publish(ACME, draft.base(), draft.content(), "eve", NOW))
          .isInstanceOf(Publication.Published.class);

      assertThat(drafts.of(ACME, "eve").orElseThrow().content().agents()).isEqualTo(agents);
      assertThat(new JdbcRoutingBooks(database).current(ACME).content().agents()).isEqualTo(agents);
    }

    @Test
    void everybody_has_a_draft_of_his_own_and_who_publishes_second_is_told() {
      var books = new JdbcRoutingBooks(database);
      Drafts drafts = new JdbcDrafts(database, books);
      assertThat(drafts.of(ACME, "eve")).isEmpty();
      drafts.change(ACME, "eve", draft -> with(draft, "A"), NOW);
      drafts.change(ACME, "eve", draft -> with(draft, "B"), NOW);
      drafts.change(ACME, "max", draft -> with(draft, "C"), NOW);
      Drafts.Draft eves = drafts.of(ACME, "eve").orElseThrow();
      Drafts.Draft maxs = drafts.of(ACME, "max").orElseThrow();

      assertThat(eves.content().tags()).extracting(t -> t.name().text()).containsExactly("A", "B");
      assertThat(books.publish(ACME, eves.base(), eves.content(), "eve", NOW))
          .isInstanceOf(Publication.Published.class);
      assertThat(books.publish(ACME, maxs.base(), maxs.content(), "max", NOW))
          .isInstanceOfSatisfying(
              Publication.Overtaken.class, o -> assertThat(o.by().revision()).isEqualTo(1));
      assertThat(books.history(ACME, 5)).extracting(i -> i.by()).containsExactly("eve");
      drafts.discard(ACME, "eve");
      assertThat(drafts.of(ACME, "eve")).isEmpty();
      assertThat(drafts.of(OTHER, "max")).isEmpty();
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
