package dev.baton.crm;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where it is kept who the users of connected CRM accounts were at the last look, so that the next
 * look sees who has left and who has come back.
 */
public interface CrmUsers {

  /**
   * Begins a look at the users of a connection. Of several nodes one may.
   *
   * @param gap how long ago the last look has to have begun
   * @return false where another look was begun since
   */
  boolean begin(ConnectionId connection, Instant now, Duration gap);

  /** Everybody who was ever seen there, by owner id. */
  List<KnownUser> of(ConnectionId connection);

  /** What is known of a company's agents in all its connections. */
  List<Known> ofAgents(CompanyId company);

  /** Keeps what a look has seen, and that nothing was wrong with it. */
  void keep(CrmConnection connection, List<KnownUser> seen, Instant at);

  /** Keeps why a look was of no use, in an admin's words; what was known before stays known. */
  void troubled(ConnectionId connection, String trouble);

  /** How the last look ended; empty where there was none yet. */
  Optional<Look> last(ConnectionId connection);

  /** A user and where he was seen. */
  record Known(ConnectionId connection, KnownUser user) {}

  /**
   * How a look ended.
   *
   * @param good when the last one ended that was of use
   * @param trouble why the last one was of no use; empty where it was
   */
  record Look(Optional<Instant> good, String trouble) {}
}
