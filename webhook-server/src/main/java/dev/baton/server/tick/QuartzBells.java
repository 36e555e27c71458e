package dev.baton.server.tick;

import dev.baton.flow.Bell;
import dev.baton.flow.Bells;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Wakes the steps of the walk up by Quartz, in memory: each step has one trigger that is armed to
 * the next time something is due, and a sweep every second that heals whatever a bell missed, such
 * as a restart, a clock step or another node's insert.
 */
public final class QuartzBells implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final ArmedBell intake;
  private final ArmedBell offers;
  private final ArmedBell outbox;
  private final ArmedBell messages;

  private QuartzBells(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.intake = new ArmedBell(scheduler, "intake");
    this.offers = new ArmedBell(scheduler, "offers");
    this.outbox = new ArmedBell(scheduler, "outbox");
    this.messages = new ArmedBell(scheduler, "messages");
  }

  /** A scheduler that rings nothing yet. */
  public static QuartzBells create() {
    var settings = new Properties();
    // A name of its own: Quartz hands out one scheduler per name to the whole process.
    settings.setProperty("org.quartz.scheduler.instanceName", "baton-bells-" + UUID.randomUUID());
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.setProperty("org.quartz.scheduler.idleWaitTime", "5000");
    settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionFireAheadTimeWindow", "0");
    settings.setProperty("org.quartz.threadPool.threadCount", "8");
    settings.setProperty(
        "org.quartz.threadPool.threadsInheritContextClassLoaderOfInitializingThread", "true");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    settings.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
    try {
      return new QuartzBells(new StdSchedulerFactory(settings).getScheduler());
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not start", failed);
    }
  }

  /** Bells that ring these steps, once {@link #start} was called. */
  public Bells bells() {
    return new Bells(intake, offers, outbox, messages);
  }

  /** Gives each step its work where nobody is told anything. */
  public void start(IntSupplier intake, IntSupplier offers, IntSupplier outbox) {
    start(intake, offers, outbox, () -> 0);
  }

  /** Gives each step its work: answers how much was done, so that it is called again until none. */
  public void start(
      IntSupplier intake, IntSupplier offers, IntSupplier outbox, IntSupplier messages) {
    try {
      add(this.intake, intake);
      add(this.offers, offers);
      add(this.outbox, outbox);
      add(this.messages, messages);
      scheduler.start();
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not start", failed);
    }
  }

  /** Gives one more step its work, which nobody rings: it looks once a second. */
  public void alongside(String step, IntSupplier work) {
    try {
      add(new ArmedBell(scheduler, step), work);
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not take up " + step, failed);
    }
  }

  private void add(ArmedBell bell, IntSupplier work) throws SchedulerException {
    IntSupplier step =
        () -> {
          bell.rung();
          return work.getAsInt();
        };
    JobDetail job =
        JobBuilder.newJob(StepJob.class)
            .withIdentity(bell.job)
            .usingJobData(new JobDataMap(java.util.Map.of(StepJob.WORK, step)))
            .storeDurably()
            .build();
    Trigger sweep =
        TriggerBuilder.newTrigger()
            .forJob(job)
            .withIdentity(bell.job.getName() + "-sweep")
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(SWEEP.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .startNow()
            .build();
    scheduler.scheduleJob(job, sweep);
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException failed) {
      throw new IllegalStateException("Quartz does not stop", failed);
    }
  }

  /**
   * One trigger, moved to the earliest time anybody asked for. Ringing a bell that is armed already
   * costs a glance: a thousand webhooks a second ring the same one.
   */
  private static final class ArmedBell implements Bell {
    private static final long NOT_ARMED = Long.MAX_VALUE;

    private final Scheduler scheduler;
    private final JobKey job;
    private final TriggerKey key;
    private volatile long armedFor = NOT_ARMED;

    ArmedBell(Scheduler scheduler, String step) {
      this.scheduler = scheduler;
      this.job = JobKey.jobKey(step);
      this.key = TriggerKey.triggerKey(step + "-bell");
    }

    /** The step begins: whoever rings from now on has something it may not have seen. */
    void rung() {
      armedFor = NOT_ARMED;
    }

    @Override
    public void ringIn(Duration wait) {
      long now = System.currentTimeMillis();
      // One more millisecond: triggers know whole ones, and a bell before its time is for nothing.
      long at = wait.isPositive() ? now + wait.toMillis() + 1 : now;
      if (at < armedFor) arm(at);
    }

    private synchronized void arm(long at) {
      if (at >= armedFor) return;
      try {
        if (scheduler.isShutdown() || !scheduler.isStarted()) return;
        Trigger armed = scheduler.getTrigger(key);
        // A trigger without a next time has fired and its step is at work: it is armed anew.
        Date next = armed == null ? null : armed.getNextFireTime();
        // Written first: the step may begin, and clear it, before the next lines have returned.
        armedFor = next == null ? at : Math.min(at, next.getTime());
        if (armed == null) scheduler.scheduleJob(trigger(at));
        else if (next == null || next.getTime() > at) scheduler.rescheduleJob(key, trigger(at));
      } catch (SchedulerException raced) {
        // The trigger fired in between, or the scheduler stops: the sweep rings within a second.
        armedFor = NOT_ARMED;
      }
    }

    private Trigger trigger(long at) {
      return TriggerBuilder.newTrigger()
          .withIdentity(key)
          .forJob(job)
          .startAt(new Date(at))
          .withPriority(10)
          .build();
    }
  }
}
