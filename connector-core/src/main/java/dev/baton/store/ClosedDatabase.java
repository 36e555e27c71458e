package dev.baton.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has the pool put away connections to an embedded database that has closed itself. The pool asks a
 * connection whether it lives only where it was idle for half a second; one under load would be
 * handed out dead for ever, and the database never opened again.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
  /** H2: the database is closed, as after it ran out of memory or its file could not be written. */
  private static final int DATABASE_IS_CLOSED = 90098;

  /** H2: the connection is broken. */
  private static final int CONNECTION_BROKEN = 90067;

  /** H2: the database was called from a process that is being shut down. */
  private static final int DATABASE_CALLED_AT_SHUTDOWN = 90121;

  @java.lang.Override
  public Override adjudicate(SQLException failed) {
    return switch (failed.getErrorCode()) {
      case DATABASE_IS_CLOSED, CONNECTION_BROKEN, DATABASE_CALLED_AT_SHUTDOWN ->
          Override.MUST_EVICT;
      default -> Override.CONTINUE_EVICT;
    };
  }
}
