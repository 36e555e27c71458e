package dev.baton.bench;

import dev.baton.flow.ReplayingDecisions;
import dev.baton.ledger.Replay;
import dev.baton.store.Database;
import dev.baton.store.JdbcLeads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.util.Locale;

/**
 * How many past decisions a second are read back and made again, over a history that was recorded
 * by the real store.
 *
 * <p>Run with {@code mvn -Pbench-replay}; {@code -Dbench.database=h2|postgresql}, {@code
 * -Dbench.decisions=1000000}, {@code -Dbench.agents=20}.
 */
public final class ReplayBenchmark {
  private static final int LEADS_AT_ONCE = 1_000;

  private final Database database;
  private final DecidedHistory history;

  ReplayBenchmark(Database database, int agents) {
    this.database = database;
    this.history = new DecidedHistory(database, agents);
  }

  /** Records so many decisions; so many leads are on their way at a time. */
  void record(int decisions, int leadsAtOnce) throws InterruptedException {
    int done = 0;
    int told = 0;
    long start = System.nanoTime();
    while (done < decisions) {
      done += history.live(leadsAtOnce, decisions - done);
      if (done - told < decisions / 20) continue;
      told = done;
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "recorded %,d of %,d, %,.0f/s%n", done, decisions, done / seconds);
    }
  }

  /** What came of making all of them again. */
  record Again(int leads, int decisions, int differences, double seconds) {}

  Again again() {
    var replaying = new ReplayingDecisions(new JdbcLeads(database), history.books());
    var counted =
        new Object() {
          int leads;
          int decisions;
          int differences;
        };
    long start = System.nanoTime();
    replaying.replay(
        DecidedHistory.COMPANY,
        DecidedHistory.BEGIN,
        history.end(),
        replayed -> {
          Replay replay = replayed.replay();
          counted.leads++;
          counted.decisions += replay.decisions();
          counted.differences += replay.differences().size();
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Again(counted.leads, counted.decisions, counted.differences, seconds);
  }

  private static void print(String which, Again again) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,d decisions about %,d leads made again in %.1f s, %,.0f/s; %d differences%n",
        which,
        again.decisions(),
        again.leads(),
        again.seconds(),
        again.decisions() / again.seconds(),
        again.differences());
  }

  public static void main(String... arguments) throws Exception {
    String which = System.getProperty("bench.database", "h2");
    int decisions = Integer.getInteger("bench.decisions", 1_000_000);
    int agents = Integer.getInteger("bench.agents", 20);
    System.out.printf(Locale.ROOT, "%n%s, %,d decisions, %,d agents%n", which, decisions, agents);
    try (EmbeddedPostgres postgres = which.equals("postgresql") ? DurablePostgres.start() : null;
        Database database =
            postgres == null
                ? Database.open(
                    Database.embedded(Files.createTempDirectory("baton-bench")), "sa", "")
                : Database.open(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "")) {
      var benchmark = new ReplayBenchmark(database, agents);
      benchmark.record(decisions, LEADS_AT_ONCE);
      Again again = benchmark.again();
      print(which, again);
      if (again.decisions() != decisions || again.differences() > 0) System.exit(1);
    }
    System.exit(0);
  }
}
