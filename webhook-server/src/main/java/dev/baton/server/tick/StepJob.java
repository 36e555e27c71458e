package dev.baton.server.tick;

import dev.baton.ledger.StoreUnavailable;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a step's work until none is left; one at a time per step and node. */
@DisallowConcurrentExecution
public final class StepJob implements Job {
  static final String WORK = "work";
  private static final Logger LOG = LoggerFactory.getLogger(StepJob.class);

  @Override
  public void execute(JobExecutionContext context) {
    var work = (IntSupplier) Objects.requireNonNull(context.getMergedJobDataMap().get(WORK));
    String step = context.getJobDetail().getKey().getName();
    try {
      while (work.getAsInt() > 0) {
        if (Thread.currentThread().isInterrupted()) return;
      }
    } catch (StoreUnavailable away) {
      LOG.warn("step={} waits for the database: {}", step, away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("step={} failed and will be rung again", step, broken);
    }
  }
}
