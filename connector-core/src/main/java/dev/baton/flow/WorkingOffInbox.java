package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.RecordRead;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Failed;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.CrmRecord;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes kept notices up, reads back what they speak of, and gives each an outcome. A notice that
 * cannot be worked on now is taken up again later; none is lost and none goes on for ever.
 */
public final class WorkingOffInbox {
  private static final Logger LOG = LoggerFactory.getLogger(WorkingOffInbox.class);
  private static final int AT_ONCE = 100;
  private static final int MOST_INTERNAL_ERRORS = 10;
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** A CRM that is away is left alone for that long before the next notice asks it. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Inbox inbox;
  private final Outbox outbox;
  private final Connectors connectors;
  private final TakingInLeads takingIn;
  private final HearingAnswers answers;
  private final InstantSource clock;

  public WorkingOffInbox(
      Inbox inbox,
      Outbox outbox,
      Connectors connectors,
      TakingInLeads takingIn,
      HearingAnswers answers,
      InstantSource clock) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.connectors = connectors;
    this.takingIn = takingIn;
    this.answers = answers;
    this.clock = clock;
  }

  /** Works on what waits; answers how many notices were taken up. */
  public int work() {
    List<Notice> notices = inbox.claim(AT_ONCE, clock.instant(), LEASE);
    var byConnection = new LinkedHashMap<ConnectionId, List<Notice>>();
    for (Notice notice : notices) {
      byConnection.computeIfAbsent(notice.connection(), c -> new ArrayList<>()).add(notice);
    }
    byConnection.forEach(this::workOn);
    return notices.size();
  }

  private void workOn(ConnectionId connection, List<Notice> notices) {
    var understood = new LinkedHashMap<Notice, CrmNotice>();
    var records = new ArrayList<CrmRecord>();
    CrmWebhook webhook = connectors.webhook(connection);
    for (Notice notice : notices) {
      CrmNotice about = webhook.read(notice.payload());
      understood.put(notice, about);
      recordOf(connection, about).ifPresent(records::add);
    }
    CrmConnector connector = connectors.connector(connection);
    try {
      Map<CrmRecord, RecordRead> reads = TakingInLeads.readBack(connector, records);
      understood.forEach((notice, about) -> workOn(notice, about, reads, connector));
    } catch (CrmUnavailable away) {
      outbox.pause(connection, clock.instant().plus(away.notBefore().orElse(PAUSE)));
      notices.forEach(notice -> later(notice, away));
    }
  }

  private void workOn(
      Notice notice, CrmNotice about, Map<CrmRecord, RecordRead> reads, CrmConnector connector) {
    NoticeOutcome outcome;
    try {
      outcome = outcome(notice, about, reads, connector);
    } catch (CrmUnavailable away) {
      later(notice, away);
      return;
    } catch (RuntimeException broken) {
      LOG.error("notice={} attempt={} failed", notice.id(), notice.attempt(), broken);
      outcome =
          notice.attempt() < MOST_INTERNAL_ERRORS
              ? new Again(clock.instant().plusSeconds(5L * notice.attempt()), "internal error")
              : new Failed("internal error: " + broken.getClass().getSimpleName());
    }
    inbox.settle(notice.id(), outcome, clock.instant());
    if (outcome instanceof Skipped) {
      LOG.debug("notice={} connection={} {}", notice.id(), notice.connection(), outcome);
    } else {
      LOG.info("notice={} connection={} {}", notice.id(), notice.connection(), outcome);
    }
  }

  private NoticeOutcome outcome(
      Notice notice, CrmNotice about, Map<CrmRecord, RecordRead> reads, CrmConnector connector) {
    return switch (about) {
      case CrmNotice.RecordsMerged merged -> takingIn.merge(notice, merged, connector);
      case CrmNotice.TaskChanged changed -> answers.inTask(notice, changed, connector);
      case CrmNotice.TaskAnswered answered -> answers.inTask(notice, answered, connector);
      case CrmNotice.OfferAnswered answered -> answers.inRecord(notice, answered);
      case CrmNotice.NotOurs notOurs -> new Skipped(notOurs.why());
      case CrmNotice.Unreadable unreadable -> new Failed(unreadable.why());
      default -> takingIn.take(notice, about, readOf(recordOf(notice.connection(), about), reads));
    };
  }

  private static RecordRead readOf(Optional<CrmRecord> record, Map<CrmRecord, RecordRead> reads) {
    RecordRead read = reads.get(record.orElseThrow());
    if (read == null) throw new IllegalStateException("The connector did not answer for a record");
    return read;
  }

  private void later(Notice notice, CrmUnavailable away) {
    Instant now = clock.instant();
    // Where the CRM, or our budget, has named the time, nothing has failed: no reason to give up.
    Optional<Duration> wait = away.notBefore().or(() -> RetryDelay.after(notice.attempt(), 0));
    String why = String.valueOf(away.getMessage());
    NoticeOutcome outcome =
        wait.isPresent() ? new Again(now.plus(wait.get()), why) : new Failed(why);
    inbox.settle(notice.id(), outcome, now);
    LOG.warn("notice={} connection={} {}", notice.id(), notice.connection(), outcome);
  }

  private static Optional<CrmRecord> recordOf(ConnectionId connection, CrmNotice about) {
    return switch (about) {
      case CrmNotice.RecordCreated n -> Optional.of(new CrmRecord(connection, n.object(), n.id()));
      case CrmNotice.RecordChanged n -> Optional.of(new CrmRecord(connection, n.object(), n.id()));
      case CrmNotice.RecordDeleted n -> Optional.of(new CrmRecord(connection, n.object(), n.id()));
      default -> Optional.empty();
    };
  }
}
