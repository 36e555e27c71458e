package dev.baton.flow;

import dev.baton.lead.LeadId;
import dev.baton.lead.Redaction;
import dev.baton.lead.Summarizer;
import dev.baton.lead.Summarizer.Outcome;
import dev.baton.lead.Summary;
import dev.baton.ledger.StoreUnavailable;
import dev.baton.ledger.Summaries;
import dev.baton.ledger.Summaries.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has leads summarized, the latest first: takes the person out, asks, takes the person out of the
 * answer, and keeps it. Nobody waits for it. Where it fails time after time it rests, and then
 * tries a single lead.
 */
public final class SummarizingLeads {
  private static final Logger LOG = LoggerFactory.getLogger(SummarizingLeads.class);

  private static final int AT_ONCE = 4;
  private static final int FAILURES = 3;
  private static final Duration REST = Duration.ofMinutes(1);

  /** Longer than asking takes: whoever took a lead up and died leaves it to others then. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final List<Duration> WAITS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

  /** Leads that have just come in are looked for each time. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  /** Who has waited longer for an agent is not helped by a summary any more. */
  private static final Duration LOOKED_BACK = Duration.ofHours(24);

  private static final Duration LOOKED_BACK_EVERY = Duration.ofMinutes(1);

  private final Summaries summaries;
  private final Summarizer summarizer;
  private final InstantSource clock;
  private final Executor threads;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private volatile Instant lookBack = Instant.EPOCH;
  private int failures;
  private Instant restsUntil = Instant.EPOCH;

  /**
   * @param threads each lead is summarized on one
   */
  public SummarizingLeads(
      Summaries summaries, Summarizer summarizer, InstantSource clock, Executor threads) {
    this.summaries = summaries;
    this.summarizer = summarizer;
    this.clock = clock;
    this.threads = threads;
  }

  /** To be called often. Sets off what can be summarized now; answers how many leads those are. */
  public int look() {
    Instant now = clock.instant();
    int places = free.drainPermits();
    int taken = 0;
    try {
      int atMost = atMost(places, now);
      if (atMost == 0) return 0;
      for (Taken lead : take(atMost, now)) {
        taken++;
        threads.execute(() -> summarize(lead));
      }
      return taken;
    } finally {
      free.release(places - taken);
    }
  }

  private List<Taken> take(int atMost, Instant now) {
    boolean all = !now.isBefore(lookBack);
    Instant since = now.minus(all ? LOOKED_BACK : FRESH);
    List<Taken> taken = summaries.take(atMost, since, now, now.plus(LEASE));
    if (all && taken.isEmpty()) lookBack = now.plus(LOOKED_BACK_EVERY);
    return taken;
  }

  private synchronized int atMost(int places, Instant now) {
    if (now.isBefore(restsUntil)) return 0;
    if (failures < FAILURES) return places;
    return places == AT_ONCE ? 1 : 0;
  }

  private void summarize(Taken lead) {
    try {
      Redaction redaction = Redaction.of(lead.content().contact());
      String text = redaction.hide(lead.content().text());
      if (text.chars().noneMatch(Character::isLetter)) {
        summaries.leave(lead.lead());
      } else if (redaction.misses(text)) {
        leave(lead.lead(), "contact data could not be taken out of it");
      } else {
        keep(lead, redaction, summarizer.summarize(text));
      }
    } catch (StoreUnavailable away) {
      LOG.warn("lead={} summary waits for the database: {}", lead.lead(), away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("lead={} summary failed", lead.lead(), broken);
    } finally {
      free.release();
    }
  }

  private void keep(Taken lead, Redaction redaction, Outcome outcome) {
    // The server stops: somebody else takes the lead up when the lease has ended.
    if (Thread.currentThread().isInterrupted()) return;
    Instant now = clock.instant();
    noted(outcome, now);
    switch (outcome) {
      case Outcome.Said said -> {
        Optional<Summary> summary = Summary.of(said.text(), redaction);
        if (summary.isEmpty()) {
          leave(lead.lead(), "the answer says nothing, or holds contact data");
          return;
        }
        summaries.put(lead.lead(), summary.get());
        LOG.info("lead={} summarized", lead.lead());
      }
      case Outcome.TryAgain again when lead.lastTry() -> leave(lead.lead(), again.why());
      case Outcome.TryAgain again -> {
        summaries.again(lead.lead(), now.plus(WAITS.get(lead.tries() - 1)));
        LOG.warn("lead={} is summarized later: {}", lead.lead(), again.why());
      }
      case Outcome.Refused refused -> leave(lead.lead(), refused.why());
    }
  }

  private void leave(LeadId lead, String why) {
    summaries.leave(lead);
    LOG.warn("lead={} stays without a summary: {}", lead, why);
  }

  private synchronized void noted(Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Said) {
      failures = 0;
      return;
    }
    failures++;
    if (failures < FAILURES) return;
    restsUntil = now.plus(REST);
    LOG.warn("summaries rest for {} after {} failures in a row", REST, failures);
  }
}
