package dev.baton.flow;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Changed;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmUnavailable;
import dev.baton.inbox.Heartbeats;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.ledger.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each CRM what happened while nobody was there to be told, and keeps it in the inbox as if
 * the CRM had told it. While a node is up it says so every half minute; where nobody has said so
 * for longer, notices may have been missed, for CRMs give up after a while.
 */
public final class CatchingUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);
  private static final Duration BEAT = Duration.ofSeconds(30);

  /** A silence of that length is no outage: a restart, a slow database. */
  private static final Duration GAP = Duration.ofMinutes(2);

  /** Looked back further than the last heartbeat: clocks differ, and a search knows things late. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Companies companies;
  private final Connectors connectors;
  private final Heartbeats heartbeats;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Executor threads;
  private final Set<ConnectionId> busy = ConcurrentHashMap.newKeySet();
  private volatile Instant lookAgain = Instant.EPOCH;

  /**
   * @param threads each connection that has something to catch up with does so on one
   */
  public CatchingUp(
      Companies companies,
      Connectors connectors,
      Heartbeats heartbeats,
      Inbox inbox,
      InstantSource clock,
      Executor threads) {
    this.companies = companies;
    this.connectors = connectors;
    this.heartbeats = heartbeats;
    this.inbox = inbox;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * To be called often: looks every half minute. Answers how many connections began to catch up.
   */
  public int look() {
    Instant now = clock.instant();
    if (now.isBefore(lookAgain)) return 0;
    lookAgain = now.plus(BEAT);
    int begun = 0;
    for (CrmConnection connection : companies.connections()) {
      if (connection.isAwaiting()) continue;
      Instant last = heartbeats.last(connection.id()).orElse(now);
      if (!last.isBefore(now.minus(GAP))) {
        heartbeats.beat(connection.id(), now);
      } else if (busy.add(connection.id())) {
        begun++;
        threads.execute(() -> catchUp(connection, last, now));
      }
    }
    return begun;
  }

  private void catchUp(CrmConnection connection, Instant last, Instant now) {
    try {
      int found = ask(connection, last.minus(MARGIN));
      // Only now: whoever breaks off before begins again, and keeps nothing twice.
      heartbeats.beat(connection.id(), now);
      LOG.info("connection={} caught up since {}: {} records", connection.id(), last, found);
    } catch (CrmUnavailable away) {
      LOG.warn("connection={} cannot catch up yet: {}", connection.id(), away.getMessage());
    } catch (StoreUnavailable away) {
      LOG.warn("connection={} waits for the database: {}", connection.id(), away.getMessage());
    } catch (NoSuchElementException cannotBeAsked) {
      LOG.warn("connection={} cannot be asked for what was missed since {}", connection.id(), last);
      heartbeats.beat(connection.id(), now);
    } finally {
      busy.remove(connection.id());
    }
  }

  private int ask(CrmConnection connection, Instant since) {
    CrmAccount account = connectors.account(connection.id());
    Optional<String> page = Optional.empty();
    int found = 0;
    do {
      CrmAccount.Changes changes = account.changedSince(since, page);
      var notices = new ArrayList<Incoming>();
      for (Changed changed : changes.records()) notices.addAll(notices(connection, changed, since));
      if (!notices.isEmpty()) inbox.keep(notices);
      found += changes.records().size();
      page = changes.next();
    } while (page.isPresent());
    return found;
  }

  /**
   * A record that came to be is told of as such; one that changed, too, as it may be a lead
   * already.
   */
  private List<Incoming> notices(CrmConnection connection, Changed changed, Instant since) {
    String object = changed.record().object();
    String id = changed.record().id();
    var notices = new ArrayList<Incoming>(2);
    if (!changed.createdAt().isBefore(since)) {
      notices.add(
          incoming(
              connection,
              "created/" + object + "/" + id,
              OwnNotices.write(new RecordCreated(object, id, changed.createdAt()))));
    }
    if (!changed.changedAt().equals(changed.createdAt()) || notices.isEmpty()) {
      notices.add(
          incoming(
              connection,
              "changed/" + object + "/" + id + "/" + changed.changedAt(),
              OwnNotices.write(new RecordChanged(object, id, "", changed.changedAt()))));
    }
    return notices;
  }

  private Incoming incoming(CrmConnection connection, String key, String payload) {
    return new Incoming(
        connection.crm(),
        connection.account(),
        "baton/" + connection.id() + "/" + key,
        payload,
        Optional.of(connection),
        Optional.empty(),
        clock.instant());
  }
}
