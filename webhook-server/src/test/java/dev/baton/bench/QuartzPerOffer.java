package dev.baton.bench;

import dev.baton.store.Database;
import dev.baton.store.Dialect;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;

/** The baseline: one one-shot trigger per offer in Quartz's database store, due all at once. */
public final class QuartzPerOffer {
  private static volatile DataSource source;
  private static volatile CountDownLatch fired;

  private QuartzPerOffer() {}

  static double firedPerSecond(Database database, int triggers) throws Exception {
    source = database.source();
    fired = new CountDownLatch(triggers);
    makeTables(database);
    Scheduler scheduler = new StdSchedulerFactory(settings(database)).getScheduler();
    scheduler.addJob(
        JobBuilder.newJob(Fire.class).withIdentity("fire").storeDurably().build(), true);
    for (int i = 0; i < triggers; i++) {
      scheduler.scheduleJob(
          TriggerBuilder.newTrigger()
              .forJob("fire")
              .withIdentity("offer" + i)
              .startAt(Date.from(Instant.now().minusSeconds(1)))
              .build());
    }
    Instant start = Instant.now();
    scheduler.start();
    if (!fired.await(120, TimeUnit.SECONDS)) {
      System.out.println("not all triggers fired in two minutes: " + fired.getCount() + " left");
    }
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    double count = triggers - fired.getCount();
    scheduler.shutdown(true);
    return count / seconds;
  }

  private static void makeTables(Database database) throws Exception {
    String script = database.dialect() == Dialect.H2 ? "tables_h2.sql" : "tables_postgres.sql";
    try (InputStream in =
            QuartzPerOffer.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/" + script);
        Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      String text =
          Pattern.compile("(?m)^\\s*--.*$")
              .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .replaceAll("");
      for (String each : text.split(";")) {
        if (!each.isBlank() && !each.strip().equalsIgnoreCase("COMMIT")) statement.execute(each);
      }
    }
  }

  private static Properties settings(Database database) {
    var settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "quartz-per-offer");
    settings.setProperty("org.quartz.threadPool.threadCount", "10");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    settings.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        database.dialect() == Dialect.H2
            ? "org.quartz.impl.jdbcjobstore.StdJDBCDelegate"
            : "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    settings.setProperty("org.quartz.jobStore.useProperties", "true");
    settings.setProperty("org.quartz.jobStore.misfireThreshold", "600000");
    settings.setProperty("org.quartz.jobStore.dataSource", "bench");
    settings.setProperty(
        "org.quartz.dataSource.bench.connectionProvider.class", Pool.class.getName());
    return settings;
  }

  /** Counts that it was fired. */
  public static final class Fire implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      fired.countDown();
    }
  }

  /** The same connections that Baton uses. */
  public static final class Pool implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return source.getConnection();
    }

    @Override
    public void initialize() {
      // Open already.
    }

    @Override
    public void shutdown() {
      // Closed by its owner.
    }
  }
}
