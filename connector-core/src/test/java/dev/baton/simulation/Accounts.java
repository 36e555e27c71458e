package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Received;
import dev.baton.agent.TeamId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the world has noted of each agent: who is there, whose turn was when, who got how much, who
 * is owed what. Added up by domain §8 and not by the ledger's own notes.
 */
final class Accounts {
  private static final int[] NO_LIMITS = {};
  private static final int HALF_HOUR = 1800;

  /** A lead that somebody got. */
  private record Got(int agent, Instant at, boolean ofTeam, int tags) {}

  /** A part of a lead that went to somebody else while he was away. */
  private record Missed(int agent, Instant at, long parts) {}

  int available = People.EVERYBODY;
  private final int[] performance = new int[People.COUNT];
  private final Instant[] lastOffered = new Instant[People.COUNT];
  private final Instant[] lastGot = new Instant[People.COUNT];
  private final Instant[] lastTurn = new Instant[People.COUNT];
  private final long[] credits = new long[People.COUNT];
  private final List<Got> got = new ArrayList<>(4);
  private final List<Missed> missed = new ArrayList<>(0);
  private final List<SimulatedLead> leads;

  /**
   * @param bits decide how well each agent does
   */
  Accounts(List<SimulatedLead> leads, long bits) {
    this.leads = leads;
    Arrays.fill(lastOffered, Instant.MIN);
    Arrays.fill(lastGot, Instant.MIN);
    Arrays.fill(lastTurn, Instant.MIN);
    for (int agent = 0; agent < People.COUNT; agent++) {
      performance[agent] = RoutingFacts.STARTING_SCORE + (int) (bits >>> agent & 1);
    }
  }

  boolean isAvailable(int agent) {
    return (available >> agent & 1) != 0;
  }

  // What a decision sees -------------------------------------------------------------------------

  Seen look(SimulatedLead lead, Edition edition, Instant now) {
    var akin = new Family(leads, lead, edition);
    return new Seen(
        edition,
        available,
        performance,
        lastTurn.clone(),
        reached(edition, now),
        load(edition, now),
        credits.clone(),
        lastRelease(),
        akin.ofCustomer(),
        akin.stuck(),
        now);
  }

  private Instant lastRelease() {
    Instant last = Instant.MIN;
    for (SimulatedLead lead : leads) {
      Notes notes = lead.notes;
      boolean waits = notes.kept && !notes.keptUntil.equals(Notes.NEVER);
      if (waits && notes.keptUntil.isAfter(last)) last = notes.keptUntil;
    }
    return last;
  }

  private int[] reached(Edition edition, Instant now) {
    if (edition.crew.isEmpty() || edition.crew.get().limits().isEmpty()) return NO_LIMITS;
    Crew crew = edition.crew.get();
    int[] reached = new int[crew.limits().size()];
    for (int i = 0; i < reached.length; i++) {
      Crew.Limit limit = crew.limits().get(i);
      for (int agent = 0; agent < People.COUNT; agent++) {
        if (count(agent, crew, limit, now) >= limit.most()) reached[i] |= 1 << agent;
      }
    }
    return reached;
  }

  private long[] load(Edition edition, Instant now) {
    long[] load = new long[People.COUNT];
    if (edition.crew.filter(Crew::balances).isEmpty()) return load;
    Crew crew = edition.crew.get();
    for (int agent = 0; agent < People.COUNT; agent++) {
      load[agent] =
          count(agent, crew, all(crew), now) * Credits.LEAD + missed(agent, crew.balancedBy(), now);
    }
    return load;
  }

  private static Crew.Limit all(Crew crew) {
    return new Crew.Limit(crew.balancedBy(), 0, -1);
  }

  private int count(int agent, Crew crew, Crew.Limit limit, Instant now) {
    int count = 0;
    if (limit.period() == Cap.Period.ACTIVE) {
      for (SimulatedLead lead : leads) {
        Notes notes = lead.notes;
        if (notes.owner == agent && !notes.closed && crew.counts(limit, notes.tags)) count++;
      }
      return count;
    }
    for (Got each : got) {
      boolean counts =
          each.agent == agent
              && each.ofTeam
              && (limit.tag() < 0 || (each.tags >> limit.tag() & 1) != 0)
              && inPeriod(each.at, limit.period(), now);
      if (counts) count++;
    }
    return count;
  }

  private long missed(int agent, Cap.Period period, Instant now) {
    long parts = 0;
    if (period == Cap.Period.ACTIVE) return parts;
    for (Missed each : missed) {
      if (each.agent == agent && inPeriod(each.at, period, now)) parts += each.parts;
    }
    return parts;
  }

  /** By the clock of UTC; what is not asked for here never was. */
  private static boolean inPeriod(Instant at, Cap.Period period, Instant now) {
    long length =
        switch (period) {
          case HALF_HOUR -> HALF_HOUR;
          case HOUR -> 2 * HALF_HOUR;
          case DAY -> 48 * HALF_HOUR;
          case TOTAL -> Long.MAX_VALUE;
          case WEEK, MONTH, ACTIVE -> throw new IllegalArgumentException(period.name());
        };
    return at.getEpochSecond() / length >= now.getEpochSecond() / length;
  }

  /** The same for the code under test. */
  RoutingFacts facts(Seen seen) {
    var known = new HashMap<AgentId, Fact>(16);
    for (int agent = 0; agent < People.COUNT; agent++)
      known.put(People.id(agent), fact(agent, seen));
    Optional<Instant> release =
        seen.lastRelease().equals(Instant.MIN) ? Optional.empty() : Optional.of(seen.lastRelease());
    return new RoutingFacts(known, seen.now(), release, turns());
  }

  private Fact fact(int agent, Seen seen) {
    var fact = new Fact(isAvailable(agent), performance[agent], known(lastOffered[agent]));
    boolean nothing = lastGot[agent].equals(Instant.MIN) && missed.isEmpty();
    return nothing ? fact : fact.having(received(agent, seen));
  }

  private static Optional<Instant> known(Instant at) {
    return at.equals(Instant.MIN) ? Optional.empty() : Optional.of(at);
  }

  private Received received(int agent, Seen seen) {
    Optional<Instant> last = known(lastGot[agent]);
    Optional<Crew> crew = seen.edition().crew;
    if (crew.isEmpty()) return new Received(last, Map.of(), Map.of());
    var counts = new HashMap<Counted, Integer>();
    var parts = new HashMap<Counted, Long>();
    for (Crew.Limit limit : crew.get().limits()) {
      int count = count(agent, crew.get(), limit, seen.now());
      if (count > 0) counts.put(counted(limit), count);
    }
    if (crew.get().balances()) {
      Counted load = Counted.of(Crew.ID, crew.get().balancedBy());
      int count = count(agent, crew.get(), all(crew.get()), seen.now());
      if (count > 0) counts.put(load, count);
      long missing = missed(agent, crew.get().balancedBy(), seen.now());
      if (missing > 0) parts.put(load, missing);
    }
    return new Received(last, counts, parts);
  }

  private static Counted counted(Crew.Limit limit) {
    Optional<String> tag =
        limit.tag() < 0 ? Optional.empty() : Optional.of(People.TAGS[limit.tag()]);
    return new Counted(Optional.of(Crew.ID), limit.period(), tag);
  }

  private Map<TeamId, Credits> turns() {
    var parts = new HashMap<AgentId, Long>();
    for (int agent = 0; agent < People.COUNT; agent++) {
      if (credits[agent] != 0) parts.put(People.id(agent), credits[agent]);
    }
    return parts.isEmpty() ? Map.of() : Map.of(Crew.ID, new Credits(parts));
  }

  // What an event changes ------------------------------------------------------------------------

  /**
   * Takes note of what happens to a lead.
   *
   * @param lead as it is before the event
   */
  void follow(Notes lead, RotationEvent event, Seen seen) {
    switch (event) {
      case LeadOffered e -> {
        if (e.kind() == Kind.LINE) turn(People.of(e.agent()), lead, seen);
        offered(e.agent(), seen.now());
      }
      case CatchallTold e -> e.agents().forEach(a -> offered(a, seen.now()));
      case SharkTankOpened e -> e.agents().forEach(a -> offered(a, seen.now()));
      case OfferAccepted e -> got(People.of(e.agent()), lead, seen);
      case LeadAssigned e -> got(People.of(e.agent()), lead, seen);
      case LeadCoalesced e -> got(People.of(e.agent()), lead, seen);
      case OwnerChangedInCrm e -> e.agent().ifPresent(a -> got(People.of(a), lead, seen));
      case SlaMissed e -> {
        if (e.expectation().sla().switchOff() && !e.contested())
          available &= ~People.bit(e.agent());
      }
      default -> {}
    }
  }

  private void offered(AgentId agent, Instant at) {
    latest(lastOffered, People.of(agent), at);
    latest(lastTurn, People.of(agent), at);
  }

  /** A decision that was committed late does not bring back an earlier time. */
  private static void latest(Instant[] times, int agent, Instant at) {
    if (times[agent].isBefore(at)) times[agent] = at;
  }

  /** Everybody who could have been asked gets his share; who is asked pays for it. */
  private void turn(int asked, Notes lead, Seen seen) {
    Optional<Crew> crew = seen.edition().crewOf(lead.tags).filter(Crew::weighs);
    int present = seen.eligible(lead) & ~lead.asked;
    if (crew.isEmpty() || (present >> asked & 1) == 0) return;
    for (int agent = 0; agent < People.COUNT; agent++) {
      if ((present >> agent & 1) == 0) continue;
      long share = crew.get().share(agent, present);
      credits[agent] += share;
      credits[asked] -= share;
    }
  }

  private void got(int agent, Notes lead, Seen seen) {
    Optional<Crew> crew = seen.edition().crewOf(lead.tags);
    got.add(new Got(agent, seen.now(), crew.isPresent(), lead.tags));
    latest(lastGot, agent, seen.now());
    latest(lastTurn, agent, seen.now());
    boolean balances =
        crew.filter(c -> c.balances() && c.balancedBy() != Cap.Period.ACTIVE).isPresent();
    if (balances) missedBy(agent, crew.get().members(), seen);
  }

  /** Who is away would have got his equal part of the lead. */
  private void missedBy(int agent, int members, Seen seen) {
    int there = members & (seen.there() & available | 1 << agent);
    long part = Credits.LEAD / Math.max(1, Integer.bitCount(there));
    for (int other = 0; other < People.COUNT; other++) {
      if (((members & ~there) >> other & 1) != 0) missed.add(new Missed(other, seen.now(), part));
    }
  }
}
