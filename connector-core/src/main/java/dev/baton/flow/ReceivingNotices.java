package dev.baton.flow;

import dev.baton.company.Companies;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmWebhook;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the CRM tells us before the CRM is answered. Concurrent requests share one insert and
 * one commit.
 */
public final class ReceivingNotices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReceivingNotices.class);
  private static final int WRITERS = 1;
  private static final int REQUESTS_WAITING = 4096;

  /** CRMs wait 5 seconds for an answer: "not stored" has to reach them before. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Companies companies;
  private final Bells bells;
  private final GroupCommit<Incoming> commits;

  public ReceivingNotices(Inbox inbox, Companies companies, Bells bells) {
    this.companies = companies;
    this.bells = bells;
    this.commits = new GroupCommit<>("inbox", WRITERS, REQUESTS_WAITING, inbox::keep);
  }

  /**
   * Keeps the notices; when this answers {@link Answer#KEPT}, they survive whatever happens next.
   */
  public Answer receive(String crm, List<CrmWebhook.Kept> notices, Instant now) {
    if (notices.isEmpty()) return Answer.KEPT;
    try {
      commits.submit(incoming(crm, notices, now)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      bells.intake().ring();
      return Answer.KEPT;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Answer.COME_BACK;
    } catch (ExecutionException | TimeoutException notStored) {
      LOG.warn("notices={} not stored: {}", notices.size(), notStored.toString());
      return Answer.COME_BACK;
    }
  }

  private List<Incoming> incoming(String crm, List<CrmWebhook.Kept> notices, Instant now) {
    var incoming = new ArrayList<Incoming>(notices.size());
    for (CrmWebhook.Kept kept : notices) {
      Optional<CrmConnection> connection = companies.connection(crm, kept.account());
      incoming.add(
          new Incoming(
              crm, kept.account(), kept.key(), kept.payload(), connection, kept.failure(), now));
    }
    return incoming;
  }

  @Override
  public void close() {
    commits.close();
  }

  /** What to tell the CRM. */
  public enum Answer {
    /** Stored; need not be sent again. */
    KEPT,
    /** Not stored; to be sent again. */
    COME_BACK
  }
}
