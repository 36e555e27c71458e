package dev.baton.flow;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmUsers;
import dev.baton.crm.UserList;
import dev.baton.ledger.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each connected CRM account regularly who its users are, so that agents are in step with them
 * (domain §2). Of several nodes one asks; an account that hangs delays no other.
 */
public final class SyncingUsers {
  private static final Logger LOG = LoggerFactory.getLogger(SyncingUsers.class);

  /** Looked so soon after the start, and again so soon after a CRM could not be asked. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Companies companies;
  private final CrmUsers users;
  private final Connectors connectors;
  private final MindingUsers minding;
  private final InstantSource clock;
  private final Executor threads;
  private final Duration every;
  private final Set<ConnectionId> busy = ConcurrentHashMap.newKeySet();
  private final Set<ConnectionId> inStep = ConcurrentHashMap.newKeySet();
  private volatile Instant lookAgain = Instant.EPOCH;

  /**
   * @param threads each connection is looked at on one
   * @param every how long a connection is left alone after a look; one node looks for all
   */
  public SyncingUsers(
      Companies companies,
      CrmUsers users,
      Connectors connectors,
      MindingUsers minding,
      InstantSource clock,
      Executor threads,
      Duration every) {
    this.companies = companies;
    this.users = users;
    this.connectors = connectors;
    this.minding = minding;
    this.clock = clock;
    this.threads = threads;
    this.every = every;
  }

  /** To be called often. Answers how many connections begin to be looked at. */
  public int look() {
    Instant now = clock.instant();
    if (now.isBefore(lookAgain)) return 0;
    lookAgain = now.plus(soon().dividedBy(4));
    int begun = 0;
    for (CrmConnection connection : companies.connections()) {
      if (connection.isAwaiting()) continue;
      if (!busy.add(connection.id())) continue;
      Duration gap = inStep.contains(connection.id()) ? every : soon();
      if (users.begin(connection.id(), now, gap)) {
        begun++;
        threads.execute(() -> sync(connection));
      } else {
        busy.remove(connection.id());
      }
    }
    return begun;
  }

  private Duration soon() {
    return every.compareTo(SOON) < 0 ? every : SOON;
  }

  private void sync(CrmConnection connection) {
    inStep.remove(connection.id());
    try {
      ask(connection);
    } catch (StoreUnavailable away) {
      LOG.warn("connection={} waits for the database: {}", connection.id(), away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("connection={} users", connection.id(), broken);
    } finally {
      busy.remove(connection.id());
    }
  }

  private void ask(CrmConnection connection) {
    try {
      minding.listed(connection, new UserList(connectors.connector(connection.id()).users()));
      inStep.add(connection.id());
    } catch (CrmUnavailable away) {
      LOG.warn("connection={} users cannot be read: {}", connection.id(), away.getMessage());
      users.troubled(connection.id(), "The CRM could not be asked: " + away.getMessage());
    } catch (NoSuchElementException | IllegalStateException cannotBeAsked) {
      LOG.warn("connection={} has no users: {}", connection.id(), cannotBeAsked.getMessage());
      users.troubled(
          connection.id(), "The CRM cannot be asked: look at the connection's settings.");
    }
  }
}
