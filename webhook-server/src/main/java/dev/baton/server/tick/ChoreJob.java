package dev.baton.server.tick;

import dev.baton.ledger.StoreUnavailable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a chore, on whichever node's turn it is. */
@DisallowConcurrentExecution
public final class ChoreJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(ChoreJob.class);

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    String name = context.getJobDetail().getKey().getName();
    try {
      Housekeeping.chore(context.getScheduler().getSchedulerInstanceId(), name)
          .ifPresent(chore -> chore.work().run());
    } catch (SchedulerException failed) {
      throw new JobExecutionException(failed);
    } catch (StoreUnavailable away) {
      LOG.warn("chore={} waits for the database: {}", name, away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("chore={} failed and will be done again", name, broken);
    }
  }
}
