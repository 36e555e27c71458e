package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.simulation.Machinery.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of the simulated world, as two nodes use it: a node reads a lead and decides, and
 * commits at once or later. Whoever finds the lead changed since reads it and decides again; who
 * crashes before the commit has done nothing.
 */
final class SimulatedLedger {
  static final int NODES = 2;
  private static final Wish TIME_OUT = Wish.of(new TimeOut());
  private static final Refused NOTHING = new Refused(Refusal.of(Why.NOTHING_TO_DO));

  /** A decision that is not committed yet. */
  private record Pending(
      SimulatedLead lead, Wish wish, int version, Decision decision, Seen seen) {}

  /** An owner that is owed, where it is not kept with the decision. */
  private record Unkept(SimulatedLead lead, AgentId owner) {}

  private final World world;
  private final List<Optional<Pending>> nodes = new ArrayList<>(NODES);
  private final List<Unkept> unkept = new ArrayList<>(0);

  SimulatedLedger(World world) {
    this.world = world;
    for (int node = 0; node < NODES; node++) nodes.add(Optional.empty());
  }

  void timeOut(SimulatedLead lead) {
    decide(lead, TIME_OUT, lead.number % NODES);
  }

  /** Read, decided and committed in one go. */
  Decision decide(SimulatedLead lead, Wish wish, int node) {
    Pending pending = read(lead, wish, node);
    if (pending.decision instanceof Decided decided) record(lead, decided, pending.seen);
    return pending.decision;
  }

  /** Read and decided; committed when the node comes to it. A refusal needs no commit. */
  void start(SimulatedLead lead, Wish wish, int node) {
    commit(node);
    Pending pending = read(lead, wish, node);
    if (pending.decision instanceof Refused) return;
    nodes.set(node, Optional.of(pending));
    if (nodes.get(1 - node).isPresent()) world.tally.saw(Sight.BOTH_NODES_AT_WORK);
    if (world.told()) world.tell("node " + node + " has decided that, and not committed");
  }

  void commit(int node) {
    keepAll();
    world.crm.hear();
    Optional<Pending> waiting = nodes.get(node);
    if (waiting.isEmpty()) return;
    nodes.set(node, Optional.empty());
    Pending pending = waiting.get();
    boolean stale = pending.version != pending.lead.rotation.version();
    if (stale && !world.machinery.has(Flaw.RECORDS_STALE_DECISIONS)) {
      if (world.told()) world.tell("node " + node + " finds the lead changed and reads it again");
      Decision again = decide(pending.lead, pending.wish, node);
      world.tally.saw(Sight.STALE_WRITE_REFUSED);
      if (again instanceof Refused) world.tally.saw(Sight.STALE_WRITE_DECIDED_OTHERWISE);
    } else {
      if (world.told()) world.tell("node " + node + " commits");
      record(pending.lead, (Decided) pending.decision, pending.seen);
    }
  }

  void crash(int node) {
    if (nodes.get(node).isPresent()) world.tally.saw(Sight.CRASH_LOST_A_DECISION);
    nodes.set(node, Optional.empty());
    unkept.clear();
    if (world.told()) world.tell("node " + node + " crashes");
  }

  void commitAll() {
    for (int node = 0; node < NODES; node++) commit(node);
  }

  private Pending read(SimulatedLead lead, Wish wish, int node) {
    Seen seen = world.look();
    Optional<RotationCommand> command = wish.of(lead);
    if (command.isEmpty()) {
      return new Pending(lead, wish, lead.rotation.version(), NOTHING, seen);
    }
    var circumstances = new Circumstances(seen.edition().book, world.facts(), clockOf(node));
    Decision decision = world.machinery.rules().decide(lead.rotation, command.get(), circumstances);
    world.tally.decided();
    if (world.schedule.thorough()) decideAgain(lead, command.get(), circumstances, decision);
    if (world.told()) tell(lead, command.get(), decision);
    if (decision instanceof Refused refused) {
      Refusals.judge(command.get(), refused.refusal(), lead.notes, seen.now());
      lead.judge.refused(command.get(), refused.refusal().why());
    }
    return new Pending(lead, wish, lead.rotation.version(), decision, seen);
  }

  /** The ledger's clock is the one that counts; a node's own may be anything. */
  private Instant clockOf(int node) {
    if (!world.machinery.has(Flaw.DECIDES_BY_THE_NODES_CLOCK)) return world.now();
    return world.now().plus(Duration.ofHours((long) node * world.schedule.hoursOff()));
  }

  private void decideAgain(
      SimulatedLead lead, RotationCommand command, Circumstances seen, Decision decision) {
    Decision again = world.machinery.rules().decide(lead.rotation, command, seen);
    if (!again.equals(decision)) {
      throw new InvariantBroken(Invariant.SAME_AGAIN, decision + ", then " + again);
    }
  }

  private void record(SimulatedLead lead, Decided decided, Seen seen) {
    lead.judge.entered(decided.events(), seen);
    Rotation after = lead.rotation;
    for (RotationEvent event : decided.events()) {
      after = after.after(event);
      if (world.schedule.thorough()) lead.history.add(event);
      follow(lead, event, seen.now());
    }
    lead.rotation = after;
    Instant due = after.due().orElse(Notes.NEVER);
    lead.judge.leftIn(after, due);
    if (due.equals(lead.due)) return;
    lead.due = due;
    lead.bell = due;
    lead.bellLost = false;
  }

  /** What is kept with an event: who was asked last, and what is owed because of it. */
  private void follow(SimulatedLead lead, RotationEvent event, Instant at) {
    if (event instanceof LeadOffered e) world.noteOffered(e.agent(), at);
    else if (event instanceof CatchallTold e) e.agents().forEach(a -> world.noteOffered(a, at));
    else if (event instanceof OfferAccepted e) owe(lead, e.agent());
    else if (event instanceof LeadAssigned e) owe(lead, e.agent());
    else if (event instanceof OwnerChangedInCrm e) lead.knownOwner = e.crmOwner();
  }

  private void owe(SimulatedLead lead, AgentId owner) {
    if (world.machinery.has(Flaw.PROMISES_AFTER_THE_COMMIT)) unkept.add(new Unkept(lead, owner));
    else lead.owed.add(owner);
  }

  private void keepAll() {
    for (Unkept promise : unkept) promise.lead.owed.add(promise.owner);
    unkept.clear();
  }

  private void tell(SimulatedLead lead, RotationCommand command, Decision decision) {
    String outcome =
        decision instanceof Decided decided
            ? decided.events().toString()
            : "refused, " + ((Refused) decision).refusal().why();
    world.tell(lead + ": " + command + " -> " + outcome);
  }
}
