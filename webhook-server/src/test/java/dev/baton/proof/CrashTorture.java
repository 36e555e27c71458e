package dev.baton.proof;

import dev.baton.store.Database;
import dev.baton.store.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Kills the server without warning, again and again, while leads come in and agents answer, and
 * then counts: nothing acknowledged is lost, nobody is owner twice, nothing is stuck.
 *
 * <pre>mvn -Ptorture -Dtorture.database=h2 -Dtorture.rounds=50</pre>
 */
public final class CrashTorture {
  /**
   * How much of it.
   *
   * @param perSecond new leads; more than the accounts may be called for only pile up
   * @param settling how long everything may take to come to rest after the last crash
   */
  record Plan(
      boolean postgres,
      int rounds,
      int accounts,
      int perSecond,
      Duration longestRound,
      Duration settling) {}

  private final Plan plan;
  private final Path directory;
  private final RandomGenerator random = RandomGenerator.getDefault();

  CrashTorture(Plan plan, Path directory) {
    this.plan = plan;
    this.directory = directory;
  }

  /** Where the data are, on any of the two databases. */
  private record Place(String url, String user, Map<String, String> environment) {
    static Place of(Plan plan, Path data) {
      var environment = new HashMap<String, String>();
      environment.put("BATON_DATA", data.toString());
      if (!plan.postgres) return new Place(Database.embedded(data), "sa", environment);
      String url = Postgres.newDatabase();
      environment.put("BATON_DATABASE_URL", url);
      environment.put("BATON_DATABASE_USER", "postgres");
      return new Place(url, "postgres", environment);
    }
  }

  Verdict run() throws IOException, InterruptedException, SQLException {
    Place place = Place.of(plan, directory.resolve("data"));
    try (var crm = new TortureCrm(plan.accounts)) {
      Path company = crm.writeCompanyFile(directory.resolve("company.json"));
      var environment = new HashMap<>(place.environment);
      environment.putAll(crm.environment());
      try (var server = new ServerProcess(directory, environment);
          var sender = new SignedSender(crm.portals(), server.address());
          var agents = new AnsweringAgents(crm.portals())) {
        crm.tell(server.address());
        server.start(company);
        server.awaitReady();
        sender.start(plan.perSecond);
        agents.start();
        for (int round = 1; round <= plan.rounds; round++) {
          crash(server, company, round);
          System.out.printf("round %d: %d acknowledged%n", round, sender.acknowledged().size());
        }
        sender.stop();
        Instant since = Instant.now();
        settle(server, sender, agents, crm);
        System.out.printf("settled in %d s%n", Duration.between(since, Instant.now()).toSeconds());
        server.kill();
        Instant killedAt = Instant.now();
        try (Database database = Database.open(place.url, place.user, "");
            Connection connection = database.source().getConnection()) {
          Verdict verdict = Verdict.of(connection, crm, sender.acknowledged(), killedAt);
          print(verdict, sender.acknowledged().size());
          return verdict;
        }
      }
    }
  }

  /** Most crashes hit a server at work, some one that is just starting. */
  private void crash(ServerProcess server, Path company, int round)
      throws IOException, InterruptedException {
    Thread.sleep(random.nextLong(plan.longestRound.toMillis() / 3, plan.longestRound.toMillis()));
    server.kill();
    server.start(company);
    if (round % 4 == 3) {
      Thread.sleep(random.nextLong(200, 2_500));
      server.kill();
      server.start(company);
    }
    server.awaitReady();
  }

  /** Waits until nothing is under way any more; what is left then shows in the verdict. */
  private void settle(
      ServerProcess server, SignedSender sender, AnsweringAgents agents, TortureCrm crm)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(plan.settling);
    int quiet = 0;
    while (quiet < 3 && Instant.now().isBefore(end)) {
      Thread.sleep(300);
      boolean atRest =
          sender.allAcknowledged()
              && crm.everythingTold(Duration.ofSeconds(1))
              && agents.idle()
              && server.waiting() == 0;
      quiet = atRest ? quiet + 1 : 0;
    }
    if (quiet < 3) System.out.println("It did not settle in " + plan.settling);
  }

  private void print(Verdict verdict, int acknowledged) {
    System.out.printf(
        Locale.ROOT,
        "%n%-11s %7s %13s %7s %7s %5s %8s%n%-11s %7d %13d %7d %7d %5d %8d%n",
        "database",
        "rounds",
        "acknowledged",
        "leads",
        "owners",
        "lost",
        "doubles",
        plan.postgres ? "PostgreSQL" : "H2",
        plan.rounds,
        acknowledged,
        verdict.leads(),
        verdict.owners(),
        verdict.lost(),
        verdict.doubles());
    verdict.violations().stream().limit(50).forEach(v -> System.out.println("VIOLATION " + v));
  }

  public static void main(String... arguments) throws Exception {
    var plan =
        new Plan(
            System.getProperty("torture.database", "h2").equals("postgresql"),
            Integer.getInteger("torture.rounds", 10),
            Integer.getInteger("torture.accounts", 8),
            Integer.getInteger("torture.leads-per-second", 12),
            Duration.ofSeconds(Integer.getInteger("torture.seconds-per-round", 6)),
            Duration.ofMinutes(10));
    Path directory = Files.createTempDirectory("baton-torture");
    System.out.println("Data and the server's log are in " + directory);
    Verdict verdict = new CrashTorture(plan, directory).run();
    System.exit(verdict.violations().isEmpty() ? 0 : 1);
  }
}
