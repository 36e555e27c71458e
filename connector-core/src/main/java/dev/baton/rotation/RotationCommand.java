package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.tag.TagMatch;
import java.util.List;
import java.util.Optional;

/** What somebody, or the clock, wants of a lead's rotation. */
public sealed interface RotationCommand {

  /** Start: offer the lead to the first in line. */
  record Begin(List<TagMatch> tags) implements RotationCommand {
    public Begin {
      tags = List.copyOf(tags);
    }
  }

  /** An agent takes the lead he was offered. */
  record Accept(int offer, AgentId agent, Channel by) implements RotationCommand {}

  /** An agent does not want the lead, now or ever. */
  record Decline(int offer, AgentId agent, Channel by) implements RotationCommand {}

  /** A bell has rung: settle whatever is due. Ringing early, late or twice does no harm. */
  record TimeOut() implements RotationCommand {}

  /** An agent who missed an offer asks to be asked again. */
  record GiveAnotherChance(int offer, AgentId agent, Channel by) implements RotationCommand {}

  /** An admin or a catchall gives the lead to somebody. */
  record Assign(AgentId agent, String by) implements RotationCommand {}

  /**
   * Somebody changed the owner in the CRM by hand. The CRM wins (domain §5).
   *
   * @param agent who that owner is in Baton, empty for an outsider
   */
  record ChangeOwner(String crmOwner, Optional<AgentId> agent) implements RotationCommand {}

  /** The lead needs no owner any more. */
  record End(EndReason reason) implements RotationCommand {}

  /** Why a lead needs no owner any more. */
  enum EndReason {
    /** The CRM does not have the record any more. */
    RECORD_GONE,
    /** The record was merged into another one, which is a lead of its own. */
    RECORD_MERGED
  }

  /** Where an agent answered. */
  enum Channel {
    /** The offer page. */
    PAGE,
    /** The task or record in the CRM. */
    CRM
  }
}
