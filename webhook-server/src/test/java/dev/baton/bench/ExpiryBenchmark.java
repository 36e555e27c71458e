package dev.baton.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.baton.flow.RotatingLeads;
import dev.baton.server.tick.QuartzBells;
import dev.baton.store.Database;
import dev.baton.store.JdbcLedger;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.Postgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.HdrHistogram.Histogram;

/**
 * How late offers expire while very many are open, how fast a crowd that is due at once is offered
 * on, and how that compares with one trigger per offer in Quartz's own database store. What expires
 * in the first 20 seconds warms the machine up and is not counted.
 *
 * <p>Run with {@code mvn -Pbench-expiry}; {@code -Dbench.database=h2|postgres}, {@code
 * -Dbench.offers=100000}, {@code -Dbench.seconds=30}.
 */
public final class ExpiryBenchmark {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration HEAD_START = Duration.ofSeconds(4);

  private final Database database;
  private final int open;
  private final int seconds;

  private ExpiryBenchmark(Database database, int open, int seconds) {
    this.database = database;
    this.open = open;
    this.seconds = seconds;
  }

  public static void main(String... arguments) throws Exception {
    String which = System.getProperty("bench.database", "h2");
    Path directory = Files.createTempDirectory("baton-bench");
    Database database =
        which.equals("h2")
            ? Database.open(Database.embedded(directory), "sa", "")
            : Database.open(Postgres.newDatabase(), "postgres", "");
    int open = Integer.getInteger("bench.offers", 100_000);
    int seconds = Integer.getInteger("bench.seconds", 30);
    System.out.printf("%n%s, %,d open offers%n", which, open);
    try (database) {
      new ExpiryBenchmark(database, open, seconds).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    var offers = new OpenOffers(database);
    Instant seeding = Instant.now();
    // Expiries are spread over one window, as they are when leads arrive steadily; filling takes
    // its time, so the first expire after it.
    Instant first = seeding.plusSeconds(20 + open / 2000).truncatedTo(ChronoUnit.MILLIS);
    long gap = WINDOW.toNanos() / open;
    offers.add(open, i -> first.plusNanos(i * gap).truncatedTo(ChronoUnit.MICROS));
    System.out.printf("filled in %d s%n", Duration.between(seeding, Instant.now()).toSeconds());
    if (Instant.now().isAfter(first.minus(HEAD_START))) {
      throw new IllegalStateException("Filling took longer than expected; use fewer offers");
    }

    var ledger =
        new JdbcLedger(
            database, new JdbcRoutingBooks(database), (offer, agent) -> offer.key() + " " + agent);
    try (QuartzBells quartz = QuartzBells.create()) {
      var rotating = new RotatingLeads(ledger, quartz.bells());
      quartz.start(() -> 0, () -> rotating.settleDue(500), () -> 0);
      steadily(first.plus(WARM_UP));
      double perSecond = allAtOnce(offers);
      double quartzPerSecond = QuartzPerOffer.firedPerSecond(database, 2_000);
      System.out.printf(
          "one Quartz trigger per offer: %,.0f fired/s; Baton %.0f x%n",
          quartzPerSecond, perSecond / quartzPerSecond);
    }
  }

  private void steadily(Instant first) throws Exception {
    waitUntil(first);
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    Instant until = first.plusSeconds(seconds);
    waitUntil(until);
    double share = (system.getProcessCpuTime() - cpu) / 1e9 / seconds;
    waitUntil(until.plusSeconds(2));
    Histogram late = lateness(first, until);
    System.out.printf(
        "steadily: %,d expired in %d s; late p50 %.1f ms, p99 %.1f ms, max %.1f ms; never early;"
            + " %.0f %% of a core%n",
        late.getTotalCount(),
        seconds,
        late.getValueAtPercentile(50) / 1000.0,
        late.getValueAtPercentile(99) / 1000.0,
        late.getMaxValue() / 1000.0,
        share * 100);
  }

  /** Microseconds from an offer's end to the recording of its time-out. */
  private Histogram lateness(Instant from, Instant to) throws SQLException {
    var late = new Histogram(3);
    try (Connection connection = database.source().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT at, recorded_at FROM lead_event
                WHERE kind = 'OfferTimedOut' AND at >= ? AND at < ?
                """)) {
      query.setObject(1, from.atOffset(ZoneOffset.UTC));
      query.setObject(2, to.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          var due = rows.getObject(1, OffsetDateTime.class).toInstant();
          var recorded = rows.getObject(2, OffsetDateTime.class).toInstant();
          if (recorded.isBefore(due)) throw new IllegalStateException("Expired early: " + due);
          late.recordValue(Math.max(1, due.until(recorded, ChronoUnit.MICROS)));
        }
      }
    }
    return late;
  }

  /** Offers on 10,000 that are due at the same instant; answers how many a second. */
  private double allAtOnce(OpenOffers offers) throws Exception {
    int crowd = Math.min(10_000, open);
    Instant due = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.MILLIS);
    offers.add(crowd, i -> due);
    waitUntil(due.plusSeconds(1));
    Histogram late = lateness(due, due.plusMillis(1));
    while (late.getTotalCount() < crowd) {
      waitUntil(Instant.now().plusMillis(500));
      late = lateness(due, due.plusMillis(1));
    }
    double seconds = late.getMaxValue() / 1e6;
    System.out.printf(
        "all at once: %,d offered on within %.0f ms (%,.0f/s)%n",
        crowd, seconds * 1000, crowd / seconds);
    return crowd / seconds;
  }

  private static void waitUntil(Instant then) throws InterruptedException {
    var left = Duration.between(Instant.now(), then);
    if (left.isPositive()) java.util.concurrent.TimeUnit.NANOSECONDS.sleep(left.toNanos());
  }
}
