package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Notice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Takes kept notices up and gives each connection's to somebody of its own: an account that hangs
 * keeps no other waiting. Of a connection that is being worked on nothing more is taken up
 * meanwhile.
 */
public final class WorkingOffInbox {
  private static final int AT_ONCE = 100;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Inbox inbox;
  private final WorkingOnNotices working;
  private final InstantSource clock;
  private final Executor threads;
  private final Bell intakeBell;
  private final Set<ConnectionId> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param threads each connection's notices are worked on by one
   * @param intakeBell rung when a connection's notices are done, because more of it may wait
   */
  public WorkingOffInbox(
      Inbox inbox,
      WorkingOnNotices working,
      InstantSource clock,
      Executor threads,
      Bell intakeBell) {
    this.inbox = inbox;
    this.working = working;
    this.clock = clock;
    this.threads = threads;
    this.intakeBell = intakeBell;
  }

  /** Sets work on what waits going; answers how many notices were taken up. */
  public int work() {
    List<Notice> notices = inbox.claim(AT_ONCE, Set.copyOf(busy), clock.instant(), LEASE);
    var byConnection = new LinkedHashMap<ConnectionId, List<Notice>>();
    for (Notice notice : notices) {
      byConnection.computeIfAbsent(notice.connection(), c -> new ArrayList<>()).add(notice);
    }
    // All are busy before the first begins: who is rung meanwhile leaves them alone.
    busy.addAll(byConnection.keySet());
    byConnection.forEach((connection, its) -> threads.execute(() -> workOn(connection, its)));
    return notices.size();
  }

  private void workOn(ConnectionId connection, List<Notice> notices) {
    try {
      working.workOn(connection, notices);
    } finally {
      busy.remove(connection);
      intakeBell.ring();
    }
  }
}
