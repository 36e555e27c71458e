package dev.baton.simulation;

import dev.baton.rotation.Hold;
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

  private static final int MOST_STEPS = 400;
  private static final int MOST_ROUNDS = 20;

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
    for (int round = 0; round < MOST_ROUNDS; round++) {
      settling.quiet();
      settling.untilNothingIsDue();
      if (settling.isQuiet()) break;
    }
    for (SimulatedLead lead : world.leads) settling.judge(lead);
  }

  private boolean isQuiet() {
    return world.mail.isEmpty() && world.leads.stream().allMatch(lead -> lead.owed.isEmpty());
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
      if (next.equals(Notes.NEVER) && !somebodyComesToWork()) return;
      if (!next.equals(Notes.NEVER)) {
        Instant from = next.isBefore(world.now()) ? world.now() : next;
        world.passTo(from.plus(SWEEP), true);
      }
      world.sweep();
      world.lookForWaiting();
      for (SimulatedLead lead : world.leads) {
        if (!lead.notes.due().isAfter(world.now().minus(SWEEP))) {
          throw Invariant.NOBODY_STUCK.broken(lead + " since " + lead.notes.due());
        }
      }
    }
    throw Invariant.NOBODY_STUCK.broken("no end after " + MOST_STEPS + " steps");
  }

  /** Where somebody can be asked by now, or when the company opens: then it is that time. */
  private boolean somebodyComesToWork() {
    if (world.leads.stream().noneMatch(lead -> lead.notes.stage().waits())) return false;
    world.untilTheCompanyOpens();
    return world.leads.stream()
        .anyMatch(l -> l.notes.stage().waits() && l.judge.offers().somebodyIsFree(world.look(l)));
  }

  private void judge(SimulatedLead lead) {
    if (!rests(lead)) throw Invariant.NOBODY_LOST.broken(lead + " ends as " + lead.rotation);
    if (lead.notes.stage().waits()) {
      boolean free = lead.judge.offers().somebodyIsFree(world.look(lead));
      Invariant.FREE_AT_ONCE.check(!free, "waits still", lead);
    }
    if (!world.crm.agrees(lead)) {
      throw Invariant.CRM_AGREES.broken(
          lead + " is of " + lead.crmOwner + ", here: " + lead.rotation);
    }
    if (world.schedule.thorough()) lead.judge.addsUp(lead.history, lead.rotation);
  }

  /** Whether a lead may stay as it is until somebody does something. */
  private boolean rests(SimulatedLead lead) {
    return switch (lead.notes.stage()) {
      case OWNED, ENDED, DELINQUENT, QUARANTINED -> true;
      case HELD -> lead.notes.keptWhy == Hold.Why.MANUAL_INTERCEPT;
      case FOLLOWING -> rests(world.record(lead.notes.following));
      case NEW, OFFERED, SHARK_TANK, CATCHALL -> false;
    };
  }
}
