package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import java.time.Instant;
import java.util.Optional;

/**
 * An earlier lead of the same customer: the same e-mail address or phone number (domain §5,
 * coalesce).
 *
 * @param owner who owns it
 * @param ownedAt since when somebody owns it
 * @param onItsWay whether an owner is still being looked for
 * @param by the field that both have in common, where it is not the customer; empty for the
 *     customer
 */
public record Kin(
    LeadId lead, Optional<AgentId> owner, Optional<Instant> ownedAt, boolean onItsWay, String by) {
  /** Of the same customer. */
  public Kin(LeadId lead, Optional<AgentId> owner, Optional<Instant> ownedAt, boolean onItsWay) {
    this(lead, owner, ownedAt, onItsWay, "");
  }

  boolean ofCustomer() {
    return by.isEmpty();
  }
}
