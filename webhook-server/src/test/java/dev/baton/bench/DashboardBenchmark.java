package dev.baton.bench;

import dev.baton.performance.Dashboard;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.store.Database;
import dev.baton.store.JdbcReports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a dashboard takes, beside the same numbers by plain SQL on covering indexes in the same
 * PostgreSQL, and by DuckDB over the same rows.
 *
 * <p>Run with {@code mvn -Pbench-dashboard}; {@code -Dbench.offers=1000000,10000000}, {@code
 * -Dbench.rounds=15}.
 */
public final class DashboardBenchmark {
  private static final String AGENTS =
      """
      SELECT agent_id, count(*), count(*) FILTER (WHERE state = 'ACCEPTED'),
        count(*) FILTER (WHERE state = 'DECLINED'), count(*) FILTER (WHERE state = 'TIMED_OUT'),
        sum(seconds)
      FROM plain_offer WHERE offered_at >= '%s' AND offered_at < '%s' GROUP BY agent_id
      """;
  private static final String COMPANY =
      """
      SELECT count(*), count(*) FILTER (WHERE outcome = 'ACCEPTED'),
        count(*) FILTER (WHERE outcome = 'CATCHALL'), count(*) FILTER (WHERE outcome = 'DELINQUENT'),
        percentile_cont(0.5) WITHIN GROUP (ORDER BY response_seconds)
          FILTER (WHERE outcome <> 'DELINQUENT')
      FROM plain_lead WHERE received_at >= '%s' AND received_at < '%s'
      """;

  /** What all of them have to agree on. */
  record Told(long leads, long accepted, double median, long offered, long acceptedOffers) {}

  /** Somebody who can tell it. */
  @FunctionalInterface
  interface Teller {
    Told tell(Instant from, Instant to) throws SQLException;
  }

  private DashboardBenchmark() {}

  static Told baton(JdbcReports reports, Instant from, Instant to) {
    var tally = reports.tally(ManyOffers.COMPANY.id(), new Span(from, to), Filter.ALL);
    Dashboard dashboard = Dashboard.of(tally, List.of());
    return new Told(
        dashboard.company().leads(),
        dashboard.company().accepted(),
        dashboard.company().medianResponseSeconds().orElse(-1.0),
        dashboard.agents().stream().mapToLong(a -> a.offered()).sum(),
        dashboard.agents().stream().mapToLong(a -> a.accepted()).sum());
  }

  static Told sql(Connection connection, Instant from, Instant to) throws SQLException {
    long offered = 0;
    long accepted = 0;
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(AGENTS.formatted(from, to))) {
        while (row.next()) {
          offered += row.getLong(2);
          accepted += row.getLong(3);
        }
      }
      try (ResultSet row = statement.executeQuery(COMPANY.formatted(from, to))) {
        row.next();
        return new Told(row.getLong(1), row.getLong(2), row.getDouble(5), offered, accepted);
      }
    }
  }

  private record Times(String name, List<Double> milliseconds) {
    double at(double share) {
      var sorted = new ArrayList<>(milliseconds);
      Collections.sort(sorted);
      return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
  }

  private static void race(
      String period, Instant from, List<String> names, List<Teller> tellers, int rounds)
      throws SQLException {
    var times = names.stream().map(name -> new Times(name, new ArrayList<>())).toList();
    Optional<Told> first = Optional.empty();
    for (int round = -3; round < rounds; round++) {
      for (int i = 0; i < tellers.size(); i++) {
        long start = System.nanoTime();
        Told told = tellers.get(i).tell(from, ManyOffers.END);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (first.isEmpty()) first = Optional.of(told);
        if (!told.equals(first.get())) {
          throw new IllegalStateException(names.get(i) + " tells " + told + ", not " + first);
        }
        if (round >= 0) times.get(i).milliseconds.add(milliseconds);
      }
    }
    double baton = times.getFirst().at(0.5);
    System.out.printf(
        Locale.ROOT,
        "%n%s: %,d leads, %,d offers%n",
        period,
        first.orElseThrow().leads(),
        first.get().offered());
    for (Times each : times) {
      System.out.printf(
          Locale.ROOT,
          "%-28s p50 %9.1f ms   p95 %9.1f ms   Baton is x %7.1f%n",
          each.name,
          each.at(0.5),
          each.at(0.95),
          each.at(0.5) / baton);
    }
  }

  private static void duck(Connection duck, Database database, Path directory) throws SQLException {
    try (Connection postgres = database.source().getConnection();
        Statement out = postgres.createStatement();
        Statement in = duck.createStatement()) {
      postgres.setNetworkTimeout(Runnable::run, 0);
      in.execute("SET TimeZone = 'UTC'");
      for (String table : List.of("plain_lead", "plain_offer")) {
        Path file = directory.resolve(table + ".csv");
        out.execute("COPY " + table + " TO '" + file + "' (FORMAT csv, HEADER)");
        in.execute("CREATE TABLE " + table + " AS SELECT * FROM read_csv('" + file + "')");
      }
    }
  }

  static void run(Database database, long offers, int rounds, Optional<Connection> duck)
      throws Exception {
    var many = new ManyOffers(database, offers);
    many.plain();
    many.facts();
    System.out.printf(
        Locale.ROOT,
        "%n%,d offers to %d agents in %d days, added up in %.0f s%n",
        offers,
        ManyOffers.AGENTS,
        ManyOffers.DAYS,
        many.sealed());
    var reports = new JdbcReports(database);
    try (Connection plain = database.source().getConnection()) {
      plain.setNetworkTimeout(Runnable::run, 0);
      var names = new ArrayList<>(List.of("Baton", "SQL on covering indexes"));
      var tellers =
          new ArrayList<Teller>(
              List.of((from, to) -> baton(reports, from, to), (from, to) -> sql(plain, from, to)));
      if (duck.isPresent()) {
        Path directory = Files.createTempDirectory("baton-bench");
        directory.toFile().setWritable(true, false);
        directory.toFile().setExecutable(true, false);
        duck(duck.get(), database, directory);
        names.add("DuckDB");
        tellers.add((from, to) -> sql(duck.get(), from, to));
      }
      race("30 days", ManyOffers.END.minus(Duration.ofDays(30)), names, tellers, rounds);
      Instant begin = ManyOffers.END.minus(Duration.ofDays(ManyOffers.DAYS + 1));
      race("all time", begin, names, tellers, rounds);
    }
  }

  public static void main(String... arguments) throws Exception {
    int rounds = Integer.getInteger("bench.rounds", 15);
    for (String offers : System.getProperty("bench.offers", "1000000").split(",")) {
      try (EmbeddedPostgres postgres = DurablePostgres.start();
          Database database =
              Database.open(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
          Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
        run(database, Long.parseLong(offers), rounds, Optional.of(duck));
      }
    }
    System.exit(0);
  }
}
