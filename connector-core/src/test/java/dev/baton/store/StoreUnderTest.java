package dev.baton.store;

import dev.baton.agent.Presences;
import dev.baton.company.Companies;
import dev.baton.crm.Breakers;
import dev.baton.crm.CrmUsers;
import dev.baton.delivery.Attempts;
import dev.baton.delivery.Deliveries;
import dev.baton.feedback.Comments;
import dev.baton.inbox.Heartbeats;
import dev.baton.inbox.Inbox;
import dev.baton.ledger.Bills;
import dev.baton.ledger.Erasure;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.OfferTokens;
import dev.baton.memory.InMemoryBills;
import dev.baton.memory.InMemoryCompanies;
import dev.baton.memory.InMemoryCrmUsers;
import dev.baton.memory.InMemoryHeartbeats;
import dev.baton.memory.InMemoryInbox;
import dev.baton.memory.InMemoryLeadFields;
import dev.baton.memory.InMemoryLeadTracks;
import dev.baton.memory.InMemoryLedger;
import dev.baton.memory.InMemoryReports;
import dev.baton.memory.Stores;
import dev.baton.memory.TickingClock;
import dev.baton.outbox.Outbox;
import dev.baton.performance.LeadFields;
import dev.baton.performance.LeadTracks;
import dev.baton.performance.Reports;
import dev.baton.routing.RoutingBooks;
import java.nio.file.Path;

/** One implementation of everything that is kept, with a clock that tests tick. */
public record StoreUnderTest(
    TickingClock clock,
    Companies companies,
    RoutingBooks books,
    Presences presences,
    Ledger ledger,
    Leads leads,
    Inbox inbox,
    Outbox outbox,
    Breakers breakers,
    Comments comments,
    Heartbeats heartbeats,
    Deliveries deliveries,
    Attempts attempts,
    Bills bills,
    CrmUsers users,
    Reports reports,
    LeadTracks tracks,
    LeadFields fields,
    Erasure erasure,
    Runnable closing)
    implements AutoCloseable {

  /** Tokens that tests can make, too. */
  public static final OfferTokens TOKENS = (offer, agent) -> "token " + offer.key() + " " + agent;

  public static StoreUnderTest inMemory() {
    var clock = TickingClock.atTen();
    var companies = new InMemoryCompanies();
    var ledger = new InMemoryLedger(companies, clock, TOKENS);
    InMemoryInbox inbox = Stores.inbox(ledger.outbox());
    var deliveries = Stores.deliveries(inbox, ledger.outbox());
    var users = new InMemoryCrmUsers();
    Stores.knowEachOther(companies, ledger, inbox, users);
    return new StoreUnderTest(
        clock,
        companies,
        companies,
        companies,
        ledger,
        ledger,
        inbox,
        ledger.outbox(),
        Stores.breakers(ledger.outbox()),
        ledger.comments(),
        new InMemoryHeartbeats(),
        deliveries,
        deliveries,
        new InMemoryBills(ledger),
        users,
        new InMemoryReports(ledger, companies),
        new InMemoryLeadTracks(ledger, companies),
        new InMemoryLeadFields(ledger),
        ledger,
        () -> {});
  }

  public static StoreUnderTest onH2(Path directory) {
    return in(Database.open(Database.embedded(directory), "sa", ""));
  }

  public static StoreUnderTest onPostgres() {
    return in(Database.open(Postgres.newDatabase(), "postgres", ""));
  }

  /** The database, which is closed with this. */
  public static StoreUnderTest in(Database opened) {
    var clock = TickingClock.atTen();
    Database database = opened.withClock(clock);
    var books = new JdbcRoutingBooks(database);
    return new StoreUnderTest(
        clock,
        new JdbcCompanies(database),
        books,
        new JdbcPresences(database),
        new JdbcLedger(database, books, TOKENS),
        new JdbcLeads(database),
        new JdbcInbox(database),
        new JdbcOutbox(database),
        new JdbcBreakers(database),
        new JdbcComments(database),
        new JdbcHeartbeats(database),
        new JdbcDeliveries(database),
        new JdbcAttempts(database),
        new JdbcBills(database),
        new JdbcCrmUsers(database),
        new JdbcReports(database),
        new JdbcLeadTracks(database),
        new JdbcLeadFields(database),
        new JdbcErasure(database),
        opened::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
