package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.routing.Traits;
import dev.baton.simulation.Machinery.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The CRM of the simulated world, and Baton's two conversations with it: what a notice makes of a
 * record that is read back, and the delivery of owners that are owed, at least once.
 */
final class Crm {
  private static final Optional<RotationCommand> GONE = Optional.of(new End(EndReason.RECORD_GONE));

  private static final Optional<String> SPAM = Optional.of("a spammer");

  private final World world;
  private final List<Runnable> unheard = new ArrayList<>(0);

  Crm(World world) {
    this.world = world;
  }

  // What people do in the CRM --------------------------------------------------------------------

  void changeOwner(SimulatedLead lead, String owner) {
    if (lead.gone) return;
    if (world.told()) world.tell(lead + ": somebody makes " + owner + " its owner in the CRM");
    lead.crmOwner = owner;
    lead.ownerIsOurs = false;
    tell(lead);
  }

  void delete(SimulatedLead lead) {
    if (lead.gone) return;
    if (world.told()) world.tell(lead + ": its record is deleted in the CRM");
    lead.gone = true;
    tell(lead);
  }

  private void tell(SimulatedLead lead) {
    world.mail.post(new Message(lead, this::says, "a notice that the record has changed", true));
  }

  // What a notice comes to -----------------------------------------------------------------------

  /** The first notice of a record: an owned one is its owner's, a gone one ends. */
  Optional<RotationCommand> first(SimulatedLead lead) {
    if (lead.rotation.version() > 0) world.tally.saw(Sight.SAME_LEAD_TOLD_TWICE);
    if (lead.gone) return GONE;
    Optional<String> spam = lead.spam ? SPAM : Optional.empty();
    return Optional.of(new Begin(Traits.of(People.tags(lead.firstTags)), spam, owned(lead)));
  }

  /** An owner who is nobody in Baton does not keep a new lead from being offered. */
  private static Optional<ChangeOwner> owned(SimulatedLead lead) {
    if (lead.crmOwner.isEmpty()) return Optional.empty();
    return owning(lead.crmOwner).map(a -> new ChangeOwner(lead.crmOwner, Optional.of(a)));
  }

  /** A later notice: what the record says now, against what Baton knows and wants. */
  Optional<RotationCommand> says(SimulatedLead lead) {
    if (lead.rotation.version() == 0) return first(lead);
    if (lead.gone) return GONE;
    Optional<AgentId> agent = lead.crmOwner.isEmpty() ? Optional.empty() : owning(lead.crmOwner);
    boolean known = lead.crmOwner.isEmpty() || lead.crmOwner.equals(lead.knownOwner);
    boolean wanted = agent.isPresent() && agent.equals(lead.rotation.owner());
    if (known || wanted || isMaybeOurs(lead, agent)) {
      if (lead.ownerIsOurs) world.tally.saw(Sight.ECHO_IGNORED);
      return Optional.empty();
    }
    if (lead.ownerIsOurs && !lead.overwritten) {
      throw Invariant.OWN_WRITES_START_NOTHING.broken(lead + " " + lead.crmOwner);
    }
    return Optional.of(new ChangeOwner(lead.crmOwner, agent));
  }

  /** While an owner of ours is on its way, the owner of before may be anybody's doing. */
  boolean cannotTell(SimulatedLead lead) {
    if (world.machinery.has(Flaw.DECIDES_WHILE_IT_CANNOT_TELL)) return false;
    return lead.asking && !lead.crmOwner.isEmpty() && lead.crmOwner.equals(lead.knownOwner);
  }

  /** An owner we may have written without hearing of it says nothing new. */
  private boolean isMaybeOurs(SimulatedLead lead, Optional<AgentId> agent) {
    return !world.machinery.has(Flaw.FORGETS_WHAT_IT_MAY_HAVE_WRITTEN)
        && agent.filter(a -> (lead.unsure & People.bit(a)) != 0).isPresent();
  }

  private static Optional<AgentId> owning(String owner) {
    int agent = People.owning(owner);
    return agent < 0 ? Optional.empty() : Optional.of(People.id(agent));
  }

  // What is owed ---------------------------------------------------------------------------------

  /** How the CRM takes a write. */
  enum Answer {
    DONE,
    /** It is written, and nobody hears of it. */
    LOST,
    AWAY
  }

  /** Delivers the oldest owner owed, if any; one that is not wanted any more is dropped. */
  void deliver(SimulatedLead lead, Answer answer) {
    // One write of a lead after the other: the answer to the one before is noted by now.
    hear();
    AgentId agent = lead.owed.peekFirst();
    if (agent == null) return;
    boolean wanted = lead.rotation.owner().filter(agent::equals).isPresent();
    if (lead.gone || !wanted && !world.machinery.has(Flaw.WRITES_AN_OLDER_OWNER)) {
      lead.owed.removeFirst();
      lead.asking = false;
      world.tally.saw(Sight.OWNER_WRITE_SUPERSEDED);
      if (world.told()) world.tell(lead + ": " + agent + " need not be written any more");
      return;
    }
    if (world.told()) world.tell(lead + ": owner " + agent + " is written, answer " + answer);
    lead.unsure |= People.bit(agent);
    lead.asking = true;
    if (answer != Answer.AWAY) write(lead, People.owner(agent));
    if (answer == Answer.AWAY) world.tally.saw(Sight.CRM_AWAY);
    if (answer == Answer.LOST) world.tally.saw(Sight.CRM_ANSWER_LOST);
    boolean givesUp = world.machinery.has(Flaw.GIVES_UP_WHEN_THE_CRM_IS_AWAY);
    if (answer == Answer.DONE || answer == Answer.AWAY && givesUp) lead.owed.removeFirst();
    if (answer == Answer.DONE) written(lead, People.owner(agent), lead.knownOwner);
  }

  /** The answer comes later; what was heard of the record meanwhile is newer than it. */
  private void written(SimulatedLead lead, String owner, String knownBefore) {
    boolean flaw = world.machinery.has(Flaw.NOTES_LATE_WHAT_IT_WROTE);
    boolean blind = world.machinery.has(Flaw.TAKES_ONE_SET_AGAIN_FOR_ONE_WHO_STAYED);
    int heardBefore = lead.ownersHeard;
    int settled = lead.unsure;
    unheard.add(
        () -> {
          boolean same = lead.knownOwner.equals(knownBefore);
          boolean stayed = same && (blind || lead.ownersHeard == heardBefore);
          if (flaw || stayed) lead.knownOwner = owner;
          lead.unsure &= ~settled;
          lead.asking = false;
        });
  }

  /** The answers that were on their way come. */
  void hear() {
    unheard.forEach(Runnable::run);
    unheard.clear();
  }

  private void write(SimulatedLead lead, String owner) {
    boolean changed = !lead.crmOwner.equals(owner);
    lead.crmOwner = owner;
    lead.ownerIsOurs = true;
    if (changed) tell(lead);
  }

  /** Whether the CRM and Baton name the same owner; a record that is gone names nobody. */
  boolean agrees(SimulatedLead lead) {
    if (lead.gone || !lead.rotation.owned()) return true;
    String owner = lead.rotation.owner().map(People::owner).orElse(lead.rotation.crmOwner());
    return owner.equals(lead.crmOwner);
  }
}
