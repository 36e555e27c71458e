package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Received;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.AgentEvents;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.routing.Turns;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a company's agents while decisions are made one after the other: each decision
 * sees what the ones before it changed, as if it had been made alone (domain §12).
 */
public final class AgentNotes {
  private final RoutingBook book;
  private final Map<AgentId, Fact> known;
  private final Map<TeamId, Credits> turns;
  private final Set<Counted> counted;

  /**
   * @param facts as they are before the first decision
   */
  public AgentNotes(RoutingBook book, RoutingFacts facts) {
    this.book = book;
    this.known = new HashMap<>(facts.known());
    this.turns = new HashMap<>(facts.turns());
    this.counted = book.counted();
  }

  /** What the next decision sees. It is a view: use it before the decision after it. */
  public RoutingFacts facts(Instant now, Optional<Instant> lastRelease) {
    return new RoutingFacts(known, now, lastRelease, turns);
  }

  /**
   * What a decision changes for agents.
   *
   * @param team whose lead it is
   * @param events what happened to agents
   * @param owed what members are owed more than before, or less, in {@link Credits#LEAD}ths
   * @param missed what members who are away would have got, in the same parts
   * @param asked agents who got an offer
   * @param switchedOff agents who are made unavailable
   */
  public record Noted(
      Optional<TeamId> team,
      List<AgentEvent> events,
      Map<AgentId, Long> owed,
      Map<AgentId, Long> missed,
      List<AgentId> asked,
      List<AgentId> switchedOff) {}

  /** Takes note of a decision. */
  public Noted after(Sheet sheet, Decided decided) {
    var events = new ArrayList<AgentEvent>();
    var owed = new TreeMap<AgentId, Long>();
    var missed = new TreeMap<AgentId, Long>();
    var asked = new ArrayList<AgentId>();
    var switchedOff = new ArrayList<AgentId>();
    Rotation lead = sheet.rotation();
    Instant now = sheet.circumstances().now();
    for (RotationEvent event : decided.events()) {
      List<AgentEvent> ofAgents = AgentEvents.of(lead, event);
      lead = lead.after(event);
      Optional<Team> team = book.teamOf(lead.traits());
      events.addAll(ofAgents);
      for (AgentEvent each : ofAgents) {
        if (each.kind().received()) received(each, lead, team, now, missed);
      }
      switch (event) {
        case LeadOffered e -> {
          if (e.kind() == Offer.Kind.LINE) turn(decided, e.agent(), now, owed);
          asked.add(e.agent());
        }
        case CatchallTold e -> asked.addAll(e.agents());
        case SharkTankOpened e -> asked.addAll(e.agents());
        case SlaMissed e when e.expectation().sla().switchOff() && !e.contested() -> {
          switchedOff.add(e.agent());
          known.put(e.agent(), of(e.agent()).absent());
        }
        default -> {}
      }
    }
    for (AgentId agent : asked) known.put(agent, of(agent).offered(now));
    Optional<TeamId> team = book.teamOf(lead.traits()).map(Team::id);
    return new Noted(team, events, owed, missed, asked, switchedOff);
  }

  private Fact of(AgentId agent) {
    return known.getOrDefault(agent, RoutingFacts.NONE.of(agent));
  }

  private void turn(Decided decided, AgentId agent, Instant now, Map<AgentId, Long> owed) {
    RoutingFacts facts = facts(now, Optional.empty());
    decided
        .lineUp()
        .flatMap(line -> Turns.after(book, line, agent, facts).map(after -> Map.entry(line, after)))
        .ifPresent(
            entry -> {
              TeamId team = entry.getKey().team().orElseThrow();
              Credits before = facts.turnsIn(team);
              Credits after = entry.getValue();
              turns.put(team, after);
              var agents = new HashSet<>(before.parts().keySet());
              agents.addAll(after.parts().keySet());
              for (AgentId each : agents) {
                long difference = after.of(each) - before.of(each);
                if (difference != 0) owed.merge(each, difference, Long::sum);
              }
            });
  }

  private void received(
      AgentEvent event,
      Rotation lead,
      Optional<Team> team,
      Instant now,
      Map<AgentId, Long> missed) {
    var counts = new HashSet<Counted>();
    Set<TagName> tags = Set.copyOf(lead.tagNames());
    for (Counted each : counted) if (counts(each, team, tags)) counts.add(each);
    known.put(event.agent(), of(event.agent()).having(plus(event.agent(), counts, now)));
    if (team.isEmpty()) return;
    Map<AgentId, Long> away =
        Turns.missed(book, team.get(), event.agent(), facts(now, Optional.empty()));
    Counted load = Counted.of(team.get().id(), team.get().distribution().balancedBy());
    away.forEach(
        (agent, parts) -> {
          missed.merge(agent, parts, Long::sum);
          known.put(agent, of(agent).having(of(agent).received().missing(load, parts)));
        });
  }

  private Received plus(AgentId agent, Set<Counted> counts, Instant now) {
    return of(agent).received().plus(counts, now);
  }

  private static boolean counts(Counted counted, Optional<Team> team, Set<TagName> tags) {
    boolean sameTeam = counted.team().isEmpty() || counted.team().equals(team.map(Team::id));
    return sameTeam && counted.tag().map(TagName::of).map(tags::contains).orElse(true);
  }
}
