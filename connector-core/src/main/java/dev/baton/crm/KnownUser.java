package dev.baton.crm;

import dev.baton.agent.AgentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user of a CRM account as he was when the account was last looked at. One whom the account lists
 * no more is kept as one who is not active.
 *
 * @param agent who that is in Baton; empty for somebody who answers no leads
 * @param seenSince when he was first seen
 * @param changedAt since when he is active, or is not, as far as it was seen
 */
public record KnownUser(
    CrmUser user, Optional<AgentId> agent, Instant seenSince, Instant changedAt) {

  static KnownUser first(CrmUser user, Optional<AgentId> agent, Instant now) {
    return new KnownUser(user, agent, now, now);
  }

  /** The same user at a later look. */
  KnownUser seen(CrmUser later, Optional<AgentId> is, Instant now) {
    boolean same = later.active() == user.active();
    return new KnownUser(later, is, seenSince, same ? changedAt : now);
  }
}
