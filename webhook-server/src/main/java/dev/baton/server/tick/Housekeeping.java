package dev.baton.server.tick;

import dev.baton.store.Database;
import dev.baton.store.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
  /** The chores of each scheduler in this process; a clustered store keeps names, not work. */
  private static final Map<String, List<Chore>> CHORES = new ConcurrentHashMap<>();

  private final Scheduler scheduler;
  private final String name;

  private Housekeeping(Scheduler scheduler, String name) {
    this.scheduler = scheduler;
    this.name = name;
  }

  public static Housekeeping start(Database database, List<Chore> chores) {
    boolean clustered = database.dialect() == Dialect.POSTGRESQL;
    String node = "node-" + System.identityHashCode(database) + "-" + ProcessHandle.current().pid();
    try {
      if (clustered) QuartzTables.ensure(database);
      Scheduler scheduler =
          new StdSchedulerFactory(clustered ? clustered(database, node) : inMemory(node))
              .getScheduler();
      CHORES.put(scheduler.getSchedulerInstanceId(), List.copyOf(chores));
      for (Chore chore : chores) schedule(scheduler, chore);
      scheduler.start();
      return new Housekeeping(scheduler, scheduler.getSchedulerInstanceId());
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not start", failed);
    }
  }

  static Optional<Chore> chore(String scheduler, String name) {
    return CHORES.getOrDefault(scheduler, List.of()).stream()
        .filter(chore -> chore.name().equals(name))
        .findFirst();
  }

  private static void schedule(Scheduler scheduler, Chore chore) throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(ChoreJob.class).withIdentity(chore.name()).storeDurably().build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(chore.name())
            .forJob(job)
            .withSchedule(
                CronScheduleBuilder.cronSchedule(chore.cron())
                    .withMisfireHandlingInstructionFireAndProceed())
            .build();
    scheduler.scheduleJob(job, Set.of(trigger), true);
  }

  /** Does it now, once, on whichever node comes first. */
  public void runNow(String chore) {
    try {
      scheduler.triggerJob(JobKey.jobKey(chore));
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
      CHORES.remove(name);
    }
  }
}
