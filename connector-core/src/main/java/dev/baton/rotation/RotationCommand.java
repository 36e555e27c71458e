package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import dev.baton.routing.Traits;
import dev.baton.tag.TagMatch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What somebody, or the clock, wants of a lead's rotation. */
public sealed interface RotationCommand {

  /**
   * Start: the lead has come in.
   *
   * @param spam the entry of the spam list that speaks against it, where one does
   * @param owner the agent who owns it in the CRM already: then it is his
   */
  record Begin(Traits traits, Optional<String> spam, Optional<ChangeOwner> owner)
      implements RotationCommand {
    public Begin {
      // Commands recorded before leads could begin with an owner have none.
      owner = Objects.requireNonNullElse(owner, Optional.empty());
    }

    public Begin(Traits traits, Optional<String> spam) {
      this(traits, spam, Optional.empty());
    }

    public Begin(List<TagMatch> tags) {
      this(Traits.of(tags), Optional.empty());
    }
  }

  /** Somebody found that a quarantined lead is no spam. */
  record Restore(String by) implements RotationCommand {}

  /** An admin lets a held lead go on its way, whatever it waits for. */
  record Release(String by) implements RotationCommand {}

  /**
   * The operating hours are others now: a lead that is held for them goes on at another time.
   *
   * @param until empty where they never begin again
   */
  record HoldUntil(Optional<Instant> until) implements RotationCommand {}

  /** A bell has rung for a lead that follows an earlier one of the same customer. */
  record Follow() implements RotationCommand {}

  /** A bell has rung: somebody may have become free for a lead that waits for an agent. */
  record Reconsider() implements RotationCommand {}

  /** A catchall or an admin has edited the lead: it starts again, without those who declined. */
  record Resubmit(Traits traits, String by) implements RotationCommand {}

  /** The owner does not keep the lead: it starts again without him (domain §6). */
  record GiveBack(AgentId agent, Channel by) implements RotationCommand {}

  /**
   * An admin takes the lead from its owner.
   *
   * @param to who gets it; empty to start again without the owner
   */
  record Move(Optional<AgentId> to, String by) implements RotationCommand {}

  /** The agent has left the CRM or the company: his open offers are withdrawn (domain §2). */
  record Leave(AgentId agent) implements RotationCommand {}

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

  /**
   * Somebody says how far the owner has come with the lead: all of it, whatever was said before.
   *
   * @param agent the owner who says it; empty for somebody else
   * @param by who else said it; empty for the owner himself
   * @param saysMore whether there are new words with it, which the history does not keep
   */
  record GiveFeedback(Progress progress, Optional<AgentId> agent, String by, boolean saysMore)
      implements RotationCommand {}

  /** Somebody has written a comment on an owned lead; see {@link GiveFeedback}. */
  record NoteComment(Optional<AgentId> agent, String by) implements RotationCommand {}

  /** The lead needs no owner any more. */
  record End(EndReason reason) implements RotationCommand {}

  /** Why a lead needs no owner any more. */
  enum EndReason {
    /** The CRM does not have the record any more. */
    RECORD_GONE,
    /** The record was merged into another one, which is a lead of its own. */
    RECORD_MERGED,
    /** The person behind it has been forgotten, so that nobody could answer. */
    PERSON_ERASED
  }

  /** Where an agent answered. */
  enum Channel {
    /** The offer page. */
    PAGE,
    /** The task or record in the CRM. */
    CRM,
    /** Nowhere: the company lets the best match have its leads at once. */
    AT_ONCE
  }
}
