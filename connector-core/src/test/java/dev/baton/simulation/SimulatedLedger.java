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
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.routing.RoutingFacts;
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
      Message message,
      int version,
      String knownOwner,
      String crmOwner,
      Decision decision,
      Seen seen,
      RoutingFacts facts) {
    SimulatedLead lead() {
      return message.lead();
    }

    /**
     * Whether something has happened to the lead since: what the CRM said then may be over, for our
     * own write may have come between.
     */
    boolean isStale(Machinery machinery) {
      boolean another =
          !knownOwner.equals(lead().knownOwner)
              && !machinery.has(Flaw.READS_BACK_LONG_BEFORE_DECIDING);
      return version != lead().rotation.version() || another;
    }
  }

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
    Pending pending = read(Message.now(lead, wish), node);
    if (pending.decision instanceof Decided decided) {
      Optional<Ledgers> ledgers = world.schedule.thorough() ? notes(pending) : Optional.empty();
      record(pending, decided);
      ledgers.ifPresent(theirs -> theirs.compare(world.accounts, lead, pending.seen));
    }
    return pending.decision;
  }

  private static Optional<Ledgers> notes(Pending pending) {
    return Optional.of(
        Ledgers.after(pending.lead(), (Decided) pending.decision, pending.seen, pending.facts));
  }

  /** Read and decided; committed when the node comes to it. A refusal needs no commit. */
  void start(SimulatedLead lead, Wish wish, int node) {
    start(Message.now(lead, wish), node);
  }

  void start(Message message, int node) {
    commit(node);
    Pending pending = read(message, node);
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
    if (pending.isStale(world.machinery) && !world.machinery.has(Flaw.RECORDS_STALE_DECISIONS)) {
      if (world.told()) world.tell("node " + node + " finds the lead changed and reads it again");
      Decision again = decide(pending.lead(), pending.message.wish(), node);
      world.tally.saw(Sight.STALE_WRITE_REFUSED);
      if (again instanceof Refused) world.tally.saw(Sight.STALE_WRITE_DECIDED_OTHERWISE);
    } else {
      if (world.told()) world.tell("node " + node + " commits");
      record(pending, (Decided) pending.decision);
    }
  }

  void crash(int node) {
    if (nodes.get(node).isPresent()) world.tally.saw(Sight.CRASH_LOST_A_DECISION);
    nodes.get(node).ifPresent(lost -> world.mail.comesAgain(lost.message));
    nodes.set(node, Optional.empty());
    unkept.clear();
    if (world.told()) world.tell("node " + node + " crashes");
  }

  void commitAll() {
    for (int node = 0; node < NODES; node++) commit(node);
  }

  private Pending read(Message message, int node) {
    SimulatedLead lead = message.lead();
    Seen seen = world.look(lead);
    RoutingFacts facts = world.accounts.facts(seen);
    Optional<RotationCommand> command = message.wish().of(lead);
    Decision decision =
        command.isEmpty() ? NOTHING : decide(lead, command.get(), seen, facts, node);
    return new Pending(
        message, lead.rotation.version(), lead.knownOwner, lead.crmOwner, decision, seen, facts);
  }

  private Decision decide(
      SimulatedLead lead, RotationCommand command, Seen seen, RoutingFacts facts, int node) {
    var circumstances =
        new Circumstances(seen.edition().book, facts, clockOf(node), seen.kinAsTold());
    Decision decision = world.machinery.rules().decide(lead.rotation, command, circumstances);
    world.tally.decided();
    if (world.schedule.thorough()) decideAgain(lead, command, circumstances, decision);
    if (world.told()) tell(lead, command, decision);
    if (decision instanceof Refused refused) {
      Refusals.judge(command, refused.refusal(), lead, seen);
      lead.judge.refused(command, refused.refusal().why());
    }
    return decision;
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

  private void record(Pending pending, Decided decided) {
    SimulatedLead lead = pending.lead();
    Seen seen = pending.seen;
    String known = lead.knownOwner;
    Rotation after = lead.rotation;
    for (RotationEvent event : decided.events()) {
      world.accounts.follow(lead.notes, event, seen);
      lead.judge.entered(event, seen);
      after = after.after(event);
      if (world.schedule.thorough()) lead.history.add(event);
      follow(pending, event);
    }
    lead.rotation = after;
    Instant due = after.due().orElse(Notes.NEVER);
    lead.judge.leftIn(after, due, seen);
    if (!due.equals(lead.due)) {
      lead.due = due;
      lead.bell = due;
      lead.bellLost = false;
    }
    // A write of ours may have landed while this was decided, and its notice may be through.
    boolean heard = pending.message.notice() && !known.equals(lead.knownOwner);
    if (heard && world.machinery.looksAgain()) decide(lead, world.crm::says, 0);
  }

  /** What is kept with an event: what is owed because of it, and what the CRM is known to say. */
  private void follow(Pending pending, RotationEvent event) {
    SimulatedLead lead = pending.lead();
    if (event instanceof RotationBegun) lead.hears(pending.crmOwner);
    else if (event instanceof OfferAccepted e) owe(lead, e.agent());
    else if (event instanceof LeadAssigned e) owe(lead, e.agent());
    else if (event instanceof LeadCoalesced e) owe(lead, e.agent());
    else if (event instanceof OwnerChangedInCrm e) lead.hears(e.crmOwner());
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
