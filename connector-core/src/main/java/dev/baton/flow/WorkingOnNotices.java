package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.crm.Breakers;
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
import dev.baton.inbox.NoticeOutcome.Later;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.CrmRecord;
import dev.baton.ledger.StoreUnavailable;
import dev.baton.outbox.RetryDelay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads back what the notices of one connection speak of, and gives each notice an outcome. One
 * that cannot be worked on now is taken up again later; none is lost and none goes on for ever.
 */
public final class WorkingOnNotices {
  private static final Logger LOG = LoggerFactory.getLogger(WorkingOnNotices.class);
  private static final int MOST_INTERNAL_ERRORS = 10;

  private final Inbox inbox;
  private final Breakers breakers;
  private final Connectors connectors;
  private final TakingInLeads takingIn;
  private final HearingAnswers answers;
  private final InstantSource clock;

  /** Connections that gave no answer when they were last read: a hint, lost with the node. */
  private final Set<ConnectionId> silent = ConcurrentHashMap.newKeySet();

  public WorkingOnNotices(
      Inbox inbox,
      Breakers breakers,
      Connectors connectors,
      TakingInLeads takingIn,
      HearingAnswers answers,
      InstantSource clock) {
    this.inbox = inbox;
    this.breakers = breakers;
    this.connectors = connectors;
    this.takingIn = takingIn;
    this.answers = answers;
    this.clock = clock;
  }

  /** Never throws: what goes wrong is an outcome, or heals when the lease ends. */
  void workOn(ConnectionId connection, List<Notice> notices) {
    boolean trial = notices.stream().anyMatch(Notice::trial);
    try {
      workOn(connection, notices, trial);
    } catch (StoreUnavailable away) {
      LOG.warn("connection={} waits for the database: {}", connection, away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("connection={} notices={} failed", connection, notices.size(), broken);
      if (trial) breakers.untried(connection, clock.instant());
      notices.forEach(notice -> settle(notice, afterInternalError(notice, broken)));
    }
  }

  private void workOn(ConnectionId connection, List<Notice> notices, boolean trial) {
    var understood = new LinkedHashMap<Notice, CrmNotice>();
    var records = new ArrayList<CrmRecord>();
    CrmWebhook webhook = connectors.webhook(connection);
    for (Notice notice : notices) {
      CrmNotice about =
          OwnNotices.read(notice.payload()).orElseGet(() -> webhook.read(notice.payload()));
      understood.put(notice, about);
      recordOf(connection, about).ifPresent(records::add);
    }
    CrmConnector connector = connectors.connector(connection);
    try {
      Map<CrmRecord, RecordRead> reads = TakingInLeads.readBack(connector, records);
      boolean stillOnTrial = trial && records.isEmpty();
      if (trial && !stillOnTrial) breakers.answered(connection, clock.instant());
      if (!records.isEmpty() && (silent.remove(connection) || trial)) {
        inbox.wake(connection, clock.instant());
      }
      var found = new ArrayList<CrmUnavailable>();
      understood.forEach(
          (notice, about) -> workOn(notice, about, reads, connector).ifPresent(found::add));
      if (!found.isEmpty()) leaveAlone(connection, found.getFirst(), stillOnTrial);
      else if (stillOnTrial) breakers.untried(connection, clock.instant());
    } catch (CrmUnavailable away) {
      leaveAlone(connection, away, trial);
      notices.forEach(notice -> later(notice, away));
    }
  }

  private void leaveAlone(ConnectionId connection, CrmUnavailable away, boolean trial) {
    Instant now = clock.instant();
    away.notBefore()
        .ifPresentOrElse(
            wait -> breakers.pause(connection, now.plus(wait), trial),
            () -> {
              silent.add(connection);
              breakers.failed(connection, trial, now);
            });
  }

  /** Answers whether the CRM was found away. */
  private Optional<CrmUnavailable> workOn(
      Notice notice, CrmNotice about, Map<CrmRecord, RecordRead> reads, CrmConnector connector) {
    try {
      settle(notice, outcome(notice, about, reads, connector));
    } catch (CrmUnavailable away) {
      later(notice, away);
      return Optional.of(away);
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException broken) {
      LOG.error("notice={} attempt={} failed", notice.id(), notice.attempt(), broken);
      settle(notice, afterInternalError(notice, broken));
    }
    return Optional.empty();
  }

  private NoticeOutcome afterInternalError(Notice notice, RuntimeException broken) {
    return notice.tries() < MOST_INTERNAL_ERRORS
        ? new Again(clock.instant().plusSeconds(5L * notice.tries()), "internal error")
        : new Failed("internal error: " + broken.getClass().getSimpleName());
  }

  private void settle(Notice notice, NoticeOutcome outcome) {
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
      default ->
          takingIn.take(
              notice, about, readOf(recordOf(notice.connection(), about), reads), connector);
    };
  }

  private static RecordRead readOf(Optional<CrmRecord> record, Map<CrmRecord, RecordRead> reads) {
    RecordRead read = reads.get(record.orElseThrow());
    if (read == null) throw new IllegalStateException("The connector did not answer for a record");
    return read;
  }

  private void later(Notice notice, CrmUnavailable away) {
    Instant now = clock.instant();
    String why = String.valueOf(away.getMessage());
    NoticeOutcome outcome =
        away.notBefore()
            .<NoticeOutcome>map(named -> new Later(now.plus(named), why))
            .or(() -> RetryDelay.after(notice.tries(), 0).map(w -> new Again(now.plus(w), why)))
            .orElseGet(() -> new Failed(why));
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
