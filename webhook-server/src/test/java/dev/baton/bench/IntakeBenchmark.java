package dev.baton.bench;

import dev.baton.bench.IntakeUnderLoad.Way;
import dev.baton.bench.KeepAliveLoad.Measured;
import dev.baton.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many webhooks a second are verified, stored and answered, beside the same server that stores
 * nothing and one that commits for each request, in turns.
 *
 * <p>Run with {@code mvn -Pbench-intake}; {@code -Dbench.database=h2|postgresql}, {@code
 * -Dbench.connections=64,256}, {@code -Dbench.pairs=5}, {@code -Dbench.seconds=4}.
 */
public final class IntakeBenchmark {
  private static final int MOST_PER_SECOND = 40_000;

  private final IntakeUnderLoad intake;
  private final int connections;
  private final Duration time;

  IntakeBenchmark(IntakeUnderLoad intake, int connections, Duration time) {
    this.intake = intake;
    this.connections = connections;
    this.time = time;
  }

  /** One run of each way; the order changes from pair to pair. */
  Map<Way, Measured> pair(int number) throws IOException, SQLException {
    var ways = new ArrayList<>(List.of(Way.values()));
    if (number % 2 == 1) java.util.Collections.reverse(ways);
    var measured = new EnumMap<Way, Measured>(Way.class);
    for (Way way : ways) measured.put(way, run(way));
    return measured;
  }

  private Measured run(Way way) throws IOException, SQLException {
    List<byte[]> requests = SignedEvents.make((int) (MOST_PER_SECOND * time.toMillis() / 1000));
    System.gc();
    Measured measured =
        new KeepAliveLoad(intake.port(way), connections, requests.iterator()).send(time);
    long stored = intake.storedSinceLastTime();
    if (measured.refused() > 0) throw new IllegalStateException(measured.refused() + " refused");
    if (stored != (way == Way.NOT_STORING ? 0 : measured.answered())) {
      throw new IllegalStateException(measured.answered() + " answered, " + stored + " stored");
    }
    return measured;
  }

  private void compare(String database, int pairs) throws IOException, SQLException {
    for (int warmUp = 0; warmUp < 2; warmUp++) pair(warmUp);
    var measured = new ArrayList<Map<Way, Measured>>();
    for (int pair = 0; pair < pairs; pair++) measured.add(pair(pair));
    System.out.printf(
        Locale.ROOT,
        "%n%s, %d connections: baton / not storing %.2f, baton / commit each %.1f%n",
        database,
        connections,
        median(measured, m -> perSecond(m, Way.BATON) / perSecond(m, Way.NOT_STORING)),
        median(measured, m -> perSecond(m, Way.BATON) / perSecond(m, Way.COMMIT_EACH)));
    System.out.printf("%-12s %8s %8s %8s%n", "", "req/s", "p50 ms", "p99 ms");
    for (Way way : Way.values()) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %8.0f %8.1f %8.1f%n",
          way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          median(measured, m -> perSecond(m, way)),
          median(measured, m -> m.get(way).millisAt(50)),
          median(measured, m -> m.get(way).millisAt(99)));
    }
  }

  private static double perSecond(Map<Way, Measured> pair, Way way) {
    return pair.get(way).perSecond();
  }

  private static double median(
      List<Map<Way, Measured>> pairs, ToDoubleFunction<Map<Way, Measured>> figure) {
    double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  public static void main(String... arguments) throws Exception {
    List<String> databases = words("bench.database", "postgresql,h2");
    int pairs = Integer.getInteger("bench.pairs", 5);
    var time = Duration.ofSeconds(Integer.getInteger("bench.seconds", 4));
    for (String which : databases) {
      try (EmbeddedPostgres postgres = which.equals("postgresql") ? DurablePostgres.start() : null;
          Database database =
              postgres == null
                  ? Database.open(
                      Database.embedded(Files.createTempDirectory("baton-bench")), "sa", "")
                  : Database.open(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
          var intake = new IntakeUnderLoad(database)) {
        for (String connections : words("bench.connections", "64,256")) {
          new IntakeBenchmark(intake, Integer.parseInt(connections), time).compare(which, pairs);
        }
      }
    }
    System.exit(0);
  }

  private static List<String> words(String property, String usual) {
    return Arrays.asList(System.getProperty(property, usual).split(","));
  }
}
