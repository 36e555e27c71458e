package dev.baton.server;

import dev.baton.flow.SummarizingLeads;
import dev.baton.server.summary.ChatCompletions;
import dev.baton.server.summary.LanguageModel;
import dev.baton.store.Database;
import dev.baton.store.JdbcSummaries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The step that has leads summarized, put together by hand. */
final class SummaryTraffic implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SummarizingLeads summarizing;

  SummaryTraffic(LanguageModel model, Database database, InstantSource clock) {
    this.summarizing =
        new SummarizingLeads(
            new JdbcSummaries(database), new ChatCompletions(model), clock, threads);
  }

  /** What can be summarized now; answers how many leads that are. */
  int look() {
    return summarizing.look();
  }

  /** Breaks off what is being asked: no stop waits for a summary. */
  @Override
  public void close() throws InterruptedException {
    threads.shutdownNow();
    threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
