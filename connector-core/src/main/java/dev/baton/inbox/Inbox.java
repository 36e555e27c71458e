package dev.baton.inbox;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where notices are kept from the moment they are received until they have an outcome. */
public interface Inbox {

  /** Keeps notices in one transaction; a notice kept before is left as it is. */
  void keep(List<Incoming> notices);

  /**
   * Takes up waiting notices, oldest first. Nobody else gets them until the lease ends, after which
   * they are waiting again: so a node that dies loses none.
   *
   * @param busy connections whose notices are left where they are
   */
  List<Notice> claim(int atMost, Set<ConnectionId> busy, Instant now, Duration lease);

  default List<Notice> claim(int atMost, Instant now, Duration lease) {
    return claim(atMost, Set.of(), now, lease);
  }

  void settle(long notice, NoticeOutcome outcome, Instant at);

  /**
   * The connection answers again: what waits for the next try is due now, and that is no try of its
   * own.
   */
  void wake(ConnectionId connection, Instant at);

  /** The latest notices, newest first, for people to look at. */
  List<Kept> latest(CompanyId company, int limit);

  /** The notices of one connection that were received at that time or later, oldest first. */
  List<Kept> since(ConnectionId connection, Instant receivedAt, int limit);

  /** When the CRM of a connection told us of anything last; our own findings do not count. */
  Optional<Instant> lastTold(CrmConnection connection);

  /** How many notices wait for an outcome, of all companies. */
  long waiting();

  /** When the oldest notice that waits was received. */
  Optional<Instant> oldest();

  /** Forgets notices with an outcome that were received before then. */
  int forget(Instant receivedBefore);

  /**
   * A notice as people look at it.
   *
   * @param state NEW, DONE, SKIPPED or FAILED
   */
  record Kept(
      long id, Instant receivedAt, String state, String note, int attempts, String payload) {}
}
