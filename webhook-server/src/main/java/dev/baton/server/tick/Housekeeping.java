package dev.baton.server.tick;

import dev.baton.delivery.Attempts;
import dev.baton.inbox.Inbox;
import dev.baton.store.Database;
import dev.baton.store.Dialect;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * What has to be done once in a while and once per cluster. On PostgreSQL Quartz's clustered store
 * sees to that; the embedded database has one node, whose memory is enough.
 */
public final class Housekeeping implements AutoCloseable {
  /** Notices are told apart from their repetitions for that long (promises: 7 days). */
  private static final Duration NOTICES_KEPT = Duration.ofDays(7);

  /** People can look at what was asked of a CRM, and what came back, for that long. */
  private static final Duration ATTEMPTS_KEPT = Duration.ofDays(30);

  private static final String NIGHTLY = "0 17 3 * * ?";

  /** The work of each scheduler in this process; a clustered store keeps names, not work. */
  static final Map<String, Runnable> WORK = new ConcurrentHashMap<>();

  private final Scheduler scheduler;
  private final String name;

  private Housekeeping(Scheduler scheduler, String name) {
    this.scheduler = scheduler;
    this.name = name;
  }

  public static Housekeeping start(
      Database database, Inbox inbox, Attempts attempts, InstantSource clock) {
    boolean clustered = database.dialect() == Dialect.POSTGRESQL;
    String node = "node-" + System.identityHashCode(database) + "-" + ProcessHandle.current().pid();
    try {
      if (clustered) QuartzTables.ensure(database);
      Scheduler scheduler =
          new StdSchedulerFactory(clustered ? clustered(database, node) : inMemory(node))
              .getScheduler();
      WORK.put(scheduler.getSchedulerInstanceId(), () -> forget(inbox, attempts, clock));
      scheduleNightly(scheduler);
      scheduler.start();
      return new Housekeeping(scheduler, scheduler.getSchedulerInstanceId());
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not start", failed);
    }
  }

  private static void forget(Inbox inbox, Attempts attempts, InstantSource clock) {
    inbox.forget(clock.instant().minus(NOTICES_KEPT));
    attempts.forget(clock.instant().minus(ATTEMPTS_KEPT));
  }

  private static void scheduleNightly(Scheduler scheduler) throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(NightlyJob.class).withIdentity("nightly").storeDurably().build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity("nightly")
            .forJob(job)
            .withSchedule(
                CronScheduleBuilder.cronSchedule(NIGHTLY)
                    .withMisfireHandlingInstructionFireAndProceed())
            .build();
    scheduler.scheduleJob(job, java.util.Set.of(trigger), true);
  }

  /** Does it now, once, on whichever node comes first. */
  public void runNow() {
    try {
      scheduler.triggerJob(JobKey.jobKey("nightly"));
    } catch (SchedulerException failed) {
      throw new IllegalStateException("The housekeeping cannot be set off", failed);
    }
  }

  private static Properties inMemory(String node) {
    var settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "baton-housekeeping-" + node);
    settings.setProperty("org.quartz.scheduler.instanceId", node);
    settings.setProperty("org.quartz.threadPool.threadCount", "1");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    return settings;
  }

  private static Properties clustered(Database database, String node) {
    var settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "baton-housekeeping");
    settings.setProperty("org.quartz.scheduler.instanceId", node);
    settings.setProperty("org.quartz.threadPool.threadCount", "1");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    settings.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    settings.setProperty("org.quartz.jobStore.useProperties", "true");
    settings.setProperty("org.quartz.jobStore.isClustered", "true");
    settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", "10000");
    settings.setProperty("org.quartz.jobStore.dataSource", node);
    settings.setProperty(
        "org.quartz.dataSource." + node + ".connectionProvider.class",
        PoolForQuartz.class.getName());
    PoolForQuartz.offer(node, database.source());
    settings.setProperty("org.quartz.dataSource." + node + ".pool", node);
    return settings;
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not stop", failed);
    } finally {
      WORK.remove(name);
    }
  }
}
