package dev.baton.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What must come about in the end: once the noise has stopped and time passes, every lead is owned,
 * ended or delinquent, was never stuck on the way, and the CRM says the same.
 */
final class Settling {
  /** How often everything due is looked for; nothing may be later than that. */
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private static final int MOST_STEPS = 100;

  private static final List<Consumer<World>> QUIET =
      List.of(
          world -> world.ledger.commitAll(),
          world -> world.mail.arriveAll(),
          Settling::takeInAll,
          Settling::deliverAll,
          world -> world.mail.arriveAll());

  private final World world;

  private Settling(World world) {
    this.world = world;
  }

  static void settle(World world) {
    if (world.told()) world.tell("the noise stops");
    var settling = new Settling(world);
    settling.quiet();
    settling.untilNothingIsDue();
    settling.quiet();
    for (SimulatedLead lead : world.leads) settling.judge(lead);
  }

  /** Everything on its way arrives, and everything owed is delivered. */
  private void quiet() {
    for (Consumer<World> step : QUIET) step.accept(world);
  }

  private static void takeInAll(World world) {
    for (SimulatedLead lead : world.leads) {
      if (lead.rotation.version() == 0) world.ledger.decide(lead, world.crm::first, 0);
    }
  }

  private static void deliverAll(World world) {
    for (SimulatedLead lead : world.leads) {
      while (!lead.owed.isEmpty()) world.crm.deliver(lead, Crm.Answer.DONE);
    }
  }

  private void untilNothingIsDue() {
    for (int step = 0; step < MOST_STEPS; step++) {
      Instant next = Notes.NEVER;
      for (SimulatedLead lead : world.leads) {
        Instant due = lead.notes.due();
        if (due.isBefore(next)) next = due;
      }
      if (next.equals(Notes.NEVER)) return;
      Instant from = next.isBefore(world.now()) ? world.now() : next;
      world.passTo(from.plus(SWEEP), true);
      world.sweep();
      for (SimulatedLead lead : world.leads) {
        if (!lead.notes.due().isAfter(world.now().minus(SWEEP))) {
          throw new InvariantBroken(Invariant.NOBODY_STUCK, lead + " since " + lead.notes.due());
        }
      }
    }
    throw new InvariantBroken(Invariant.NOBODY_STUCK, "no end after " + MOST_STEPS + " steps");
  }

  private void judge(SimulatedLead lead) {
    if (!Judge.AT_REST.contains(lead.rotation.stage().name())) {
      throw new InvariantBroken(Invariant.NOBODY_LOST, lead + " ends as " + lead.rotation);
    }
    if (!world.crm.agrees(lead)) {
      throw new InvariantBroken(
          Invariant.CRM_AGREES, lead + " is of " + lead.crmOwner + ", here: " + lead.rotation);
    }
    if (world.schedule.thorough()) lead.judge.addsUp(lead.history, lead.rotation);
  }
}
