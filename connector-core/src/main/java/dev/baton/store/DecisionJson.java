package dev.baton.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Received;
import dev.baton.agent.TeamId;
import dev.baton.ledger.Grounds;
import dev.baton.rotation.Kin;
import dev.baton.routing.LineUp;
import dev.baton.routing.LineUp.Standing;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision saw and drew, as text columns: compact, because every decision is about everybody
 * and there can be very many agents.
 */
final class DecisionJson {
  private DecisionJson() {}

  /** A line-up with the agents left out under their reason: most of a company share a few. */
  private record StoredLineUp(
      List<Standing> line,
      List<AgentId> asked,
      Map<Reason, List<AgentId>> leftOut,
      @Nullable TeamId team) {}

  static String write(LineUp lineUp) {
    var byReason = new EnumMap<Reason, List<AgentId>>(Reason.class);
    lineUp
        .leftOut()
        .forEach(
            (agent, reason) -> byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(agent));
    return Json.write(
        new StoredLineUp(lineUp.line(), lineUp.asked(), byReason, lineUp.team().orElse(null)));
  }

  static LineUp readLineUp(String text) {
    StoredLineUp stored = Json.read(text, StoredLineUp.class);
    var leftOut = new LinkedHashMap<AgentId, Reason>();
    stored.leftOut().forEach((reason, agents) -> agents.forEach(a -> leftOut.put(a, reason)));
    return new LineUp(stored.line(), stored.asked(), leftOut, Optional.ofNullable(stored.team()));
  }

  /** Grounds with what is known of each agent in a word or two: there can be very many agents. */
  private record StoredGrounds(
      String kind,
      JsonNode command,
      List<Kin> kin,
      Map<AgentId, Long> offeredMicros,
      Map<AgentId, Integer> performance,
      List<AgentId> unavailable,
      Map<AgentId, List<Absence>> absences,
      Map<AgentId, StoredReceived> received,
      Map<TeamId, Map<AgentId, Long>> turns,
      Instant at,
      @Nullable Instant lastRelease) {}

  /** What an agent has got; most have nothing that anybody counts. */
  private record StoredReceived(@Nullable Instant last, List<Tally> counts, List<Tally> missed) {}

  /** How much of what is counted. */
  private record Tally(@Nullable TeamId team, Cap.Period period, @Nullable String tag, long many) {
    static Tally of(Counted counted, long many) {
      return new Tally(
          counted.team().orElse(null), counted.period(), counted.tag().orElse(null), many);
    }

    Counted counted() {
      return new Counted(Optional.ofNullable(team), period, Optional.ofNullable(tag));
    }
  }

  private static StoredReceived stored(Received received) {
    return new StoredReceived(
        received.last().orElse(null),
        received.counts().entrySet().stream().map(e -> Tally.of(e.getKey(), e.getValue())).toList(),
        received.missed().entrySet().stream()
            .map(e -> Tally.of(e.getKey(), e.getValue()))
            .toList());
  }

  private static Received read(@Nullable StoredReceived stored) {
    if (stored == null) return Received.NOTHING;
    var counts = new LinkedHashMap<Counted, Integer>();
    stored.counts().forEach(t -> counts.put(t.counted(), Math.toIntExact(t.many())));
    var missed = new LinkedHashMap<Counted, Long>();
    stored.missed().forEach(t -> missed.put(t.counted(), t.many()));
    return new Received(Optional.ofNullable(stored.last()), counts, missed);
  }

  static String write(Grounds grounds) {
    var offered = new LinkedHashMap<AgentId, Long>();
    var performance = new LinkedHashMap<AgentId, Integer>();
    var unavailable = new ArrayList<AgentId>();
    var absences = new LinkedHashMap<AgentId, List<Absence>>();
    var received = new LinkedHashMap<AgentId, StoredReceived>();
    var turns = new LinkedHashMap<TeamId, Map<AgentId, Long>>();
    grounds.facts().turns().forEach((team, credits) -> turns.put(team, credits.parts()));
    grounds
        .facts()
        .known()
        .forEach(
            (agent, fact) -> {
              fact.lastOffered()
                  .ifPresent(
                      at -> offered.put(agent, ChronoUnit.MICROS.between(Instant.EPOCH, at)));
              if (fact.performance() != RoutingFacts.STARTING_SCORE) {
                performance.put(agent, fact.performance());
              }
              if (!fact.available()) unavailable.add(agent);
              if (!fact.absences().isEmpty()) absences.put(agent, fact.absences());
              if (!fact.received().equals(Received.NOTHING)) {
                received.put(agent, stored(fact.received()));
              }
            });
    return Json.write(
        new StoredGrounds(
            Json.kind(grounds.command()),
            Json.tree(grounds.command()),
            grounds.kin(),
            offered,
            performance,
            unavailable,
            absences,
            received,
            turns,
            grounds.facts().at(),
            grounds.facts().lastRelease().orElse(null)));
  }

  static Grounds readGrounds(String text) {
    StoredGrounds stored = Json.read(text, StoredGrounds.class);
    var agents = new LinkedHashSet<AgentId>(stored.offeredMicros.keySet());
    agents.addAll(stored.performance.keySet());
    agents.addAll(stored.unavailable);
    agents.addAll(stored.absences.keySet());
    agents.addAll(stored.received.keySet());
    var known = new LinkedHashMap<AgentId, Fact>();
    for (AgentId agent : agents) {
      known.put(
          agent,
          new Fact(
              !stored.unavailable.contains(agent),
              stored.performance.getOrDefault(agent, RoutingFacts.STARTING_SCORE),
              Optional.ofNullable(stored.offeredMicros.get(agent))
                  .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)),
              stored.absences.getOrDefault(agent, List.of()),
              read(stored.received.get(agent))));
    }
    var turns = new LinkedHashMap<TeamId, Credits>();
    stored.turns.forEach((team, parts) -> turns.put(team, new Credits(parts)));
    return new Grounds(
        Json.readCommand(stored.kind, stored.command),
        new RoutingFacts(known, stored.at, Optional.ofNullable(stored.lastRelease), turns),
        stored.kin);
  }
}
