package dev.baton.simulation;

import dev.baton.rotation.Hold;
import dev.baton.rotation.RotationCommand.Follow;
import dev.baton.rotation.RotationCommand.HoldUntil;
import dev.baton.rotation.RotationCommand.Leave;
import dev.baton.rotation.RotationCommand.Reconsider;
import dev.baton.rotation.Stage;
import dev.baton.simulation.Machinery.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated world: one true clock, people who come and go, a company that changes its mind, and
 * bells that may be lost. Everything in it happens because an {@link Action} says so.
 */
final class World {
  private static final Instant BEGINNING = Instant.parse("2026-11-23T09:00:00Z");

  private static final Wish RECONSIDER = Wish.of(new Reconsider());
  private static final Wish FOLLOW = Wish.of(new Follow());

  final Machinery machinery;
  final Schedule schedule;
  final Tally tally;
  final SimulatedLedger ledger = new SimulatedLedger(this);
  final Mail mail = new Mail(this);
  final Crm crm = new Crm(this);
  final List<SimulatedLead> leads = new ArrayList<>(Schedule.MOST_LEADS);
  final Accounts accounts;
  private final Optional<Story> story;
  private Edition edition;
  private Instant now = BEGINNING;

  World(Machinery machinery, Schedule schedule, Tally tally, Optional<Story> story) {
    this.machinery = machinery;
    this.schedule = schedule;
    this.tally = tally;
    this.story = story;
    this.edition = Edition.ALL.get(schedule.edition());
    this.accounts = new Accounts(leads, schedule.seed());
    if (schedule.hoursOff() != 0) tally.saw(Sight.NODE_CLOCK_AN_HOUR_OFF);
    if (told()) tell(edition.toString());
  }

  // Telling --------------------------------------------------------------------------------------

  /** Whether anybody listens: asked before words are put together, for speed. */
  boolean told() {
    return story.isPresent();
  }

  void tell(String what) {
    story.ifPresent(s -> s.tell(now, what));
  }

  // Leads ----------------------------------------------------------------------------------------

  /** The lead with that number, where it has been taken in. */
  Optional<SimulatedLead> lead(int number) {
    for (SimulatedLead lead : leads) {
      if (lead.number == number) {
        return lead.rotation.version() > 0 ? Optional.of(lead) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean knows(int number) {
    return leads.stream().anyMatch(lead -> lead.number == number);
  }

  /** The record in the CRM. */
  SimulatedLead record(int number) {
    for (SimulatedLead lead : leads) if (lead.number == number) return lead;
    throw new IllegalArgumentException("No record " + number);
  }

  // What a decision sees -------------------------------------------------------------------------

  Instant now() {
    return now;
  }

  Seen look(SimulatedLead lead) {
    return accounts.look(lead, edition, now);
  }

  // People and configuration ---------------------------------------------------------------------

  void toggle(int agent) {
    accounts.available ^= 1 << agent;
    if (anyHeld()) tally.saw(Sight.TOGGLED_DURING_AN_OFFER);
    if (told()) {
      String state = accounts.isAvailable(agent) ? " is available" : " is not available";
      tell(People.id(agent) + state);
    }
  }

  void publish(Edition next) {
    if (next != edition && anyHeld()) tally.saw(Sight.REVISION_CHANGED_DURING_AN_OFFER);
    edition = next;
    if (told()) tell(edition.toString());
  }

  private boolean anyHeld() {
    for (SimulatedLead lead : leads) if (lead.notes.held > 0) return true;
    return false;
  }

  // Time and bells -------------------------------------------------------------------------------

  void passTo(Instant then, boolean bellsRing) {
    if (then.isBefore(now)) return;
    if (bellsRing) ringUntil(then);
    else loseBellsUntil(then);
    now = then;
  }

  private void ringUntil(Instant then) {
    while (true) {
      SimulatedLead next = leads.getFirst();
      for (SimulatedLead lead : leads) if (lead.bell.isBefore(next.bell)) next = lead;
      if (!next.bell.isBefore(then)) return;
      if (now.isBefore(next.bell)) now = next.bell;
      next.bell = Notes.NEVER;
      ledger.timeOut(next);
    }
  }

  private void loseBellsUntil(Instant then) {
    for (SimulatedLead lead : leads) {
      if (!lead.bell.isBefore(then)) continue;
      lead.bell = Notes.NEVER;
      lead.bellLost = true;
      if (told()) tell("the bell for " + lead + " is lost");
    }
  }

  /** The agent is no user of the CRM any more. */
  void leave(int agent) {
    if (accounts.isAvailable(agent)) toggle(agent);
    Wish leave = Wish.of(new Leave(People.id(agent)));
    for (SimulatedLead lead : leads) {
      boolean asked =
          lead.notes.offers.stream().anyMatch(o -> o.open() && People.of(o.agent) == agent);
      if (asked) ledger.decide(lead, leave, 0);
    }
  }

  /** Leads that wait are offered where somebody has become free, oldest first. */
  void lookForWaiting() {
    if (machinery.has(Flaw.NEVER_LOOKS_FOR_WAITING)) return;
    for (SimulatedLead lead : leads) {
      if (lead.notes.stage().waits()) ledger.decide(lead, RECONSIDER, 0);
    }
  }

  /** Leads that are kept for the company's hours go on when they now begin, oldest first. */
  void keepHours() {
    Instant last = Instant.MIN;
    for (SimulatedLead lead : leads) {
      boolean waits = lead.notes.stage() == Stage.HELD;
      if (!waits || lead.notes.keptWhy != Hold.Why.OUT_OF_HOURS) continue;
      last = edition.customs.release(now, last);
      ledger.decide(lead, Wish.of(new HoldUntil(Optional.of(last))), 0);
    }
  }

  /** Somebody rings, whether something is due or not. */
  void ring(SimulatedLead lead) {
    Instant due = lead.notes.due();
    if (now.isBefore(due)) tally.saw(Sight.BELL_RANG_EARLY);
    else if (due.isBefore(now)) tally.saw(Sight.BELL_RANG_LATE);
    ledger.timeOut(lead);
  }

  /** What makes up for lost bells: everything due is looked for and settled. */
  void sweep() {
    if (machinery.has(Flaw.NEVER_SWEEPS)) return;
    for (SimulatedLead lead : leads) {
      if (now.isBefore(lead.due)) continue;
      if (lead.bellLost) tally.saw(Sight.BELL_LOST_AND_HEALED);
      settle(lead);
    }
    for (SimulatedLead lead : leads) if (isLeftBehind(lead)) ledger.decide(lead, FOLLOW, 0);
  }

  /** Several steps may be due by now, one after the other. */
  private void settle(SimulatedLead lead) {
    int before;
    do {
      before = lead.rotation.version();
      ledger.timeOut(lead);
    } while (!now.isBefore(lead.due) && lead.rotation.version() > before);
  }

  /** Passes to the next opening, where the company is closed. */
  void untilTheCompanyOpens() {
    passTo(edition.customs.release(now, Instant.MIN), true);
  }

  /** Whether the lead it waits for is not on its way any more. */
  private boolean isLeftBehind(SimulatedLead lead) {
    return lead.notes.stage() == Stage.FOLLOWING
        && !record(lead.notes.following).notes.stage().onItsWay();
  }

  void pass(Duration time, boolean bellsRing) {
    passTo(now.plus(time), bellsRing);
  }
}
