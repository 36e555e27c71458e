package dev.baton.rotation;

import dev.baton.agent.AgentId;
import java.util.Optional;

/**
 * A "no" with its reason.
 *
 * @param owner who has the lead, where that is the reason: the loser of a race sees who won
 */
public record Refusal(Why why, Optional<AgentId> owner) {

  /** Why a command was refused. */
  public enum Why {
    /** There is no such offer, or it is somebody else's. */
    NOT_YOURS,
    /** The same agent already owns the lead: pressing twice does no harm. */
    ALREADY_YOURS,
    /** Somebody else owns the lead. */
    ALREADY_TAKEN,
    /** The window of the offer is over. */
    EXPIRED,
    /** The agent declined this lead, which is for good. */
    DECLINED_BEFORE,
    /** The offer was taken back. */
    WITHDRAWN,
    /** Another chance was asked for this expired offer before. */
    ASKED_BEFORE,
    /** The agent has this lead to himself right now. */
    ALREADY_HOLDING,
    /** The offer is not over, so there is nothing to have another chance at. */
    NOT_MISSED,
    /** The catchall assigns or accepts; there is nobody to decline to. */
    CATCHALL_CANNOT_DECLINE,
    /** The lead needs no owner any more. */
    LEAD_ENDED,
    /** The lead is kept apart as spam: restore it first. */
    QUARANTINED,
    /** Nobody owns the lead, so nobody can give it back. */
    NOT_OWNED,
    /** No such agent, or one who has left. */
    UNKNOWN_AGENT,
    /** Nothing is due yet. */
    NOT_DUE,
    /** It is so already. */
    NOTHING_TO_DO
  }

  public static Refusal of(Why why) {
    return new Refusal(why, Optional.empty());
  }
}
