package dev.baton.server.tick;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** The nightly housekeeping, on whichever node's turn it is. */
@DisallowConcurrentExecution
public final class NightlyJob implements Job {
  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      Runnable work = Housekeeping.WORK.get(context.getScheduler().getSchedulerInstanceId());
      if (work != null) work.run();
    } catch (SchedulerException failed) {
      throw new JobExecutionException(failed);
    }
  }
}
