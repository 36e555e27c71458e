package dev.baton.proof.faults;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.memory.TickingClock;
import dev.baton.proof.faults.OutageWire.Away;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.Postgres;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A CRM is away for hours, while its webhooks and agents' answers come in, and then it is back:
 * nothing is lost, nothing goes backwards, its limits are kept, and what has piled up goes out as
 * fast as they allow. Lived through on a clock that is ticked, with the real adapters, against the
 * sandboxes.
 *
 * <pre>mvn -Poutage</pre>
 */
public final class Outage implements AutoCloseable {
  private static final Duration PATIENCE_WITH_CRM = Duration.ofSeconds(20);
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration AT_MOST = Duration.ofDays(20);
  private static final List<String> NAMES = List.of("ann", "ben", "cay", "dan", "eve", "fay");

  /**
   * How much of it.
   *
   * @param accounts each with a company of its own
   * @param each a lead comes to each account once in that time
   * @param before how long all is well at first
   * @param lasting how long the CRM is away; leads stop coming when it is back
   * @param tick by how much the clock is ticked
   * @param callsPerDay what a Salesforce org allows
   * @param tooManyEach after the outage one call of so many is refused as one too many
   */
  record Plan(
      boolean salesforce,
      boolean postgres,
      int accounts,
      Duration each,
      Duration before,
      Duration lasting,
      Away away,
      Duration tick,
      long callsPerDay,
      int tooManyEach) {}

  private final Plan plan;
  private final TickingClock clock = TickingClock.atTen();
  private final Database opened;
  private final PractisedCrm crm;
  private final List<OutageAccount> accounts = new ArrayList<>();
  private final OutageAgents people = new OutageAgents(NAMES, new Random(20261125));
  private final BatonProcess baton;

  /** An account with the network before it. */
  private record OutageAccount(
      CrmConnection connection, PractisedCrm.Account account, OutageWire wire) {}

  Outage(Plan plan) {
    this.plan = plan;
    opened =
        plan.postgres
            ? Database.open(Postgres.newDatabase(), "postgres", "")
            : Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    Database database = opened.withClock(clock);
    crm =
        plan.salesforce
            ? new PractisedSalesforce(clock, PATIENCE_WITH_CRM, plan.callsPerDay)
            : new PractisedHubSpot(clock, PATIENCE_WITH_CRM);
    for (int number = 1; number <= plan.accounts; number++) accounts.add(open(database, number));
    baton =
        new BatonProcess(
            database,
            accounts.stream()
                .map(a -> new BatonProcess.Connected(a.connection, a.account, a.wire.address()))
                .toList(),
            clock,
            ledger -> new Listening(ledger, people::heard));
    people.use(baton);
  }

  private OutageAccount open(Database database, int number) {
    PractisedCrm.Account account = crm.open(number);
    var company = new CompanyId("company" + number);
    var connection =
        new CrmConnection(
            new ConnectionId("crm" + number), company, crm.name(), account.id(), Map.of());
    var companies = new JdbcCompanies(database);
    companies.put(new Company(company, "Acme", ZoneOffset.UTC));
    companies.connect(connection);
    BatonProcess.vault(database, connection.id()).save(account.firstTokens());
    List<Agent> agents = NAMES.stream().map(name -> agent(name, connection.id(), account)).toList();
    new JdbcRoutingBooks(database)
        .publish(
            company,
            new BookDraft(
                List.of(Tag.preferential("Harbour")),
                agents,
                RoutingSettings.DEFAULT.withWindow(WINDOW)),
            "test",
            clock.instant());
    var wire =
        new OutageWire(
            crm.api(), clock, call -> crm.say(WireFault.TOO_MANY, call), plan.tooManyEach);
    return new OutageAccount(connection, account, wire);
  }

  private static Agent agent(String name, ConnectionId connection, PractisedCrm.Account account) {
    boolean catchall = name.equals(NAMES.getLast());
    return new Agent(
        new AgentId(name),
        name,
        name + "@example.org",
        Set.of("Harbour"),
        true,
        catchall,
        Map.of(connection, new CrmIdentity(account.addUser(name), "")));
  }

  OutageVerdict run() {
    Instant start = clock.instant();
    Instant gone = start.plus(plan.before);
    Instant back = gone.plus(plan.lasting);
    liveUntil(gone, start);
    int acceptedBefore = people.accepted();
    accounts.forEach(a -> a.wire.be(plan.away));
    liveUntil(back, start);
    int acceptedMeanwhile = people.accepted() - acceptedBefore;
    accounts.forEach(a -> a.wire.be(Away.NOTHING));
    Instant drained = settle(back);
    var verdict = new OutageVerdict(crm, plan, people, baton, gone, back, drained);
    for (OutageAccount a : accounts) verdict.lookAt(a.connection.id(), a.account, a.wire);
    return verdict.acceptedMeanwhile(acceptedMeanwhile).atRest(baton.atRest());
  }

  private int customers;

  private void liveUntil(Instant end, Instant start) {
    while (clock.instant().isBefore(end)) {
      clock.tick(plan.tick);
      long due = Duration.between(start, clock.instant()).dividedBy(plan.each);
      while (customers < due) {
        customers++;
        for (OutageAccount account : accounts) leadComes(account, customers);
      }
      oneMoment();
    }
  }

  private void leadComes(OutageAccount to, int number) {
    String record = to.account.leadComes("c" + number + "@example.org");
    baton.hear(to.connection.id(), to.account.webhookAbout(record, true, number, clock));
  }

  private void oneMoment() {
    people.act(clock.instant());
    baton.work();
  }

  /** Lives on until nothing is under way; answers when all from before the CRM was back was out. */
  private Instant settle(Instant back) {
    Instant drained = Instant.MAX;
    Instant end = back.plus(AT_MOST);
    while (clock.instant().isBefore(end)) {
      clock.tick(plan.tick);
      oneMoment();
      if (drained.equals(Instant.MAX) && baton.doneWithAllBefore(back)) drained = clock.instant();
      if (!drained.equals(Instant.MAX) && people.idle() && baton.atRest()) break;
    }
    return drained;
  }

  @Override
  public void close() {
    accounts.forEach(a -> a.wire.close());
    crm.close();
    opened.close();
  }

  public static void main(String... arguments) {
    boolean salesforce = System.getProperty("outage.crm", "hubspot").equals("salesforce");
    int accounts = Integer.getInteger("outage.accounts", 10);
    double perSecond = Double.parseDouble(System.getProperty("outage.leads-per-second", "5"));
    var plan =
        new Plan(
            salesforce,
            System.getProperty("outage.database", "h2").equals("postgresql"),
            accounts,
            Duration.ofMillis((long) (1000 * accounts / perSecond)),
            Duration.ofMinutes(20),
            Duration.ofHours(Integer.getInteger("outage.hours", 8)),
            Away.valueOf(System.getProperty("outage.away", "EVERYTHING")),
            Duration.ofMillis(Integer.getInteger("outage.tick", 1000)),
            Long.getLong("outage.calls-per-day", 1_000_000),
            1000);
    try (var outage = new Outage(plan)) {
      OutageVerdict verdict = outage.run();
      System.out.print(verdict.table());
      verdict.violations().stream().limit(50).forEach(v -> System.out.println("VIOLATION " + v));
      System.exit(verdict.violations().isEmpty() ? 0 : 1);
    }
  }
}
