package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.simulation.Machinery.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simulated world: one true clock, people who come and go, a company that changes its mind, and
 * bells that may be lost. Everything in it happens because an {@link Action} says so.
 */
final class World {
  private static final Instant BEGINNING = Instant.parse("2026-11-23T09:00:00Z");
  private static final int EVERYBODY = (1 << People.COUNT) - 1;

  final Machinery machinery;
  final Schedule schedule;
  final Tally tally;
  final SimulatedLedger ledger = new SimulatedLedger(this);
  final Mail mail = new Mail(this);
  final Crm crm = new Crm(this);
  final List<SimulatedLead> leads = new ArrayList<>(Schedule.MOST_LEADS);
  private final Optional<Story> story;
  private final Instant[] lastOffered = new Instant[People.COUNT];
  private final Map<AgentId, Fact> facts = new HashMap<>(16);
  private Edition edition;
  private int available = EVERYBODY;
  private Instant now = BEGINNING;

  World(Machinery machinery, Schedule schedule, Tally tally, Optional<Story> story) {
    this.machinery = machinery;
    this.schedule = schedule;
    this.tally = tally;
    this.story = story;
    this.edition = Edition.ALL.get(schedule.edition());
    for (int agent = 0; agent < People.COUNT; agent++) lastOffered[agent] = Instant.MIN;
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

  /** The record with that number in the CRM, made now if there is none. */
  SimulatedLead record(int number, int tags) {
    for (SimulatedLead lead : leads) if (lead.number == number) return lead;
    var lead = new SimulatedLead(number, tags, new Lookout(tally));
    leads.add(lead);
    return lead;
  }

  // What a decision sees -------------------------------------------------------------------------

  Instant now() {
    return now;
  }

  Seen look() {
    return new Seen(edition, available, lastOffered.clone(), now);
  }

  RoutingFacts facts() {
    return new RoutingFacts(facts);
  }

  void noteOffered(AgentId agent, Instant at) {
    lastOffered[People.of(agent)] = at;
    noteFact(People.of(agent));
  }

  private void noteFact(int agent) {
    Instant last = lastOffered[agent];
    Optional<Instant> known = last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last);
    boolean there = (available >> agent & 1) != 0;
    facts.put(People.id(agent), new Fact(there, RoutingFacts.STARTING_SCORE, known));
  }

  // People and configuration ---------------------------------------------------------------------

  void toggle(int agent) {
    available ^= 1 << agent;
    noteFact(agent);
    if (anyHeld()) tally.saw(Sight.TOGGLED_DURING_AN_OFFER);
    if (told()) {
      String state = (available >> agent & 1) != 0 ? " is available" : " is not available";
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
      ledger.timeOut(lead);
    }
  }

  void pass(Duration time, boolean bellsRing) {
    passTo(now.plus(time), bellsRing);
  }
}
