package dev.baton.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.ledger.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** An open database with Baton's tables in it. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final Jdbi jdbi;

  private final String node;
  private final Optional<InstantSource> ticking;
  private final ReentrantLock claiming = new ReentrantLock();

  private Database(
      HikariDataSource pool,
      Dialect dialect,
      Jdbi jdbi,
      String node,
      Optional<InstantSource> ticking) {
    this.pool = pool;
    this.dialect = dialect;
    this.jdbi = jdbi;
    this.node = node;
    this.ticking = ticking;
  }

  /**
   * The address of the embedded database in a directory. {@code WRITE_DELAY=0}: with H2's default,
   * a killed process loses commits it has acknowledged.
   */
  public static String embedded(Path directory) {
    return "jdbc:h2:file:" + directory.toAbsolutePath().resolve("baton") + ";WRITE_DELAY=0";
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws StoreUnavailable when it cannot be reached
   */
  public static Database open(String url, String user, String password) {
    Dialect dialect = Dialect.of(url);
    var config = new HikariConfig();
    config.setJdbcUrl(dialect == Dialect.H2 ? url + H2_MODE : url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(3_000);
    config.setInitializationFailTimeout(10_000);
    config.setPoolName("baton");
    if (dialect == Dialect.H2) config.setExceptionOverride(new ClosedDatabase());
    if (dialect == Dialect.POSTGRESQL) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
      config.addDataSourceProperty("tcpKeepAlive", "true");
      config.addDataSourceProperty("socketTimeout", "30");
      config.addDataSourceProperty("ApplicationName", "baton");
    }
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException unreachable) {
      throw new StoreUnavailable(unreachable);
    }
    try {
      migrate(pool, dialect);
      String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
      return new Database(pool, dialect, Columns.teach(Jdbi.create(pool)), node, Optional.empty());
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
  }

  private static final String H2_MODE =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000";

  private static void migrate(DataSource source, Dialect dialect) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("stored", dialect.stored(), "bytewise", dialect.bytewise()))
        .javaMigrations(new FindingEarlierLeads(), new OffersForDays())
        .load()
        .migrate();
  }

  public DataSource source() {
    return pool;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Names this process among all that work on the database, now and ever. */
  String node() {
    return node;
  }

  /** The same database, deciding by another clock: for tests that tick. */
  public Database withClock(InstantSource other) {
    return new Database(pool, dialect, jdbi, node, Optional.of(other));
  }

  /** The same database, reached in another way: for tests in which a process dies at a commit. */
  public Database through(UnaryOperator<DataSource> way) {
    Jdbi other = Columns.teach(Jdbi.create(way.apply(pool)));
    return new Database(pool, dialect, other, node, ticking);
  }

  /** The database's own time, in microseconds: nodes with wrong clocks agree on it. */
  public InstantSource clock() {
    return () -> inTransaction(this::now);
  }

  Instant now(Handle handle) {
    if (ticking.isPresent()) return ticking.get().instant().truncatedTo(ChronoUnit.MICROS);
    return switch (dialect) {
      case H2 -> Instant.now().truncatedTo(ChronoUnit.MICROS);
      case POSTGRESQL -> handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one();
    };
  }

  /**
   * Which database this is, for an admin.
   *
   * @param product its maker's name and version, such as {@code PostgreSQL 16.3}
   * @param embedded whether it lives in this process
   * @param migration the number of the last change of its tables
   * @param now its own time
   */
  public record About(String product, boolean embedded, String migration, Instant now) {}

  public About about() {
    return inTransaction(
        handle -> {
          try {
            var facts = handle.getConnection().getMetaData();
            String migration =
                handle
                    .createQuery(
                        """
                        SELECT version FROM flyway_schema_history
                        WHERE success AND version IS NOT NULL
                        ORDER BY installed_rank DESC LIMIT 1
                        """)
                    .mapTo(String.class)
                    .one();
            String version = facts.getDatabaseProductVersion().replaceAll(" .*", "");
            return new About(
                facts.getDatabaseProductName() + " " + version,
                dialect == Dialect.H2,
                migration,
                now(handle));
          } catch (SQLException away) {
            throw new StoreUnavailable(away);
          }
        });
  }

  /** Whether the database answers. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Does some work in one transaction: all of it or nothing. */
  <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
    try {
      return jdbi.inTransaction(work);
    } catch (JdbiException failed) {
      throw new StoreUnavailable(failed);
    }
  }

  /**
   * Takes rows that nobody else may take: where the database does not skip locked rows, one thread
   * of the process at a time.
   */
  <T> T claiming(HandleCallback<T, RuntimeException> work) {
    if (dialect == Dialect.POSTGRESQL) return inTransaction(work);
    claiming.lock();
    try {
      return inTransaction(work);
    } finally {
      claiming.unlock();
    }
  }

  /**
   * Runs a library's own script unless its table is there already; nodes that start at once wait
   * for each other. PostgreSQL only.
   */
  public void runUnlessPresent(String table, String script) {
    inTransaction(
        handle -> {
          handle
              .createQuery("SELECT pg_advisory_xact_lock(hashtext(:table))")
              .bind("table", table)
              .mapToMap()
              .list();
          boolean present =
              handle
                  .createQuery("SELECT to_regclass(:table) IS NOT NULL")
                  .bind("table", table)
                  .mapTo(Boolean.class)
                  .one();
          if (!present) handle.createScript(script).execute();
          return present;
        });
  }

  @Override
  public void close() {
    pool.close();
  }
}
