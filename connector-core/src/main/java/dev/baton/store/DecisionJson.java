package dev.baton.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
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
      List<Standing> line, List<AgentId> asked, Map<Reason, List<AgentId>> leftOut) {}

  static String write(LineUp lineUp) {
    var byReason = new EnumMap<Reason, List<AgentId>>(Reason.class);
    lineUp
        .leftOut()
        .forEach(
            (agent, reason) -> byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(agent));
    return Json.write(new StoredLineUp(lineUp.line(), lineUp.asked(), byReason));
  }

  static LineUp readLineUp(String text) {
    StoredLineUp stored = Json.read(text, StoredLineUp.class);
    var leftOut = new LinkedHashMap<AgentId, Reason>();
    stored.leftOut().forEach((reason, agents) -> agents.forEach(a -> leftOut.put(a, reason)));
    return new LineUp(stored.line(), stored.asked(), leftOut);
  }

  /** Grounds with what is known of each agent in a word or two: there can be very many agents. */
  private record StoredGrounds(
      String kind,
      JsonNode command,
      @Nullable Kin kin,
      Map<AgentId, Long> offeredMicros,
      Map<AgentId, Integer> performance,
      List<AgentId> unavailable,
      Map<AgentId, List<Absence>> absences,
      Instant at,
      @Nullable Instant lastRelease) {}

  static String write(Grounds grounds) {
    var offered = new LinkedHashMap<AgentId, Long>();
    var performance = new LinkedHashMap<AgentId, Integer>();
    var unavailable = new ArrayList<AgentId>();
    var absences = new LinkedHashMap<AgentId, List<Absence>>();
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
            });
    return Json.write(
        new StoredGrounds(
            Json.kind(grounds.command()),
            Json.tree(grounds.command()),
            grounds.kin().orElse(null),
            offered,
            performance,
            unavailable,
            absences,
            grounds.facts().at(),
            grounds.facts().lastRelease().orElse(null)));
  }

  static Grounds readGrounds(String text) {
    StoredGrounds stored = Json.read(text, StoredGrounds.class);
    var agents = new LinkedHashSet<AgentId>(stored.offeredMicros.keySet());
    agents.addAll(stored.performance.keySet());
    agents.addAll(stored.unavailable);
    agents.addAll(stored.absences.keySet());
    var known = new LinkedHashMap<AgentId, Fact>();
    for (AgentId agent : agents) {
      known.put(
          agent,
          new Fact(
              !stored.unavailable.contains(agent),
              stored.performance.getOrDefault(agent, RoutingFacts.STARTING_SCORE),
              Optional.ofNullable(stored.offeredMicros.get(agent))
                  .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)),
              stored.absences.getOrDefault(agent, List.of())));
    }
    return new Grounds(
        Json.readCommand(stored.kind, stored.command),
        new RoutingFacts(known, stored.at, Optional.ofNullable(stored.lastRelease)),
        Optional.ofNullable(stored.kin));
  }
}
