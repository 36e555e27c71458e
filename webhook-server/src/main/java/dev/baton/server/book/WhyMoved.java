package dev.baton.server.book;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.ledger.FirstStep;
import dev.baton.rotation.Stage;
import dev.baton.routing.Explanation;
import dev.baton.routing.Explanation.Part;
import dev.baton.routing.Explanation.Verdict;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a lead would have gone first to somebody else: what is said otherwise of the two. */
final class WhyMoved {
  private final RoutingBook before;
  private final RoutingBook after;
  private final Function<AgentId, String> names;

  WhyMoved(RoutingBook before, RoutingBook after, Function<AgentId, String> names) {
    this.before = before;
    this.after = after;
    this.names = names;
  }

  /** At least one sentence. */
  List<String> told(FirstStep was, FirstStep would) {
    var why = new ArrayList<String>();
    if (was.waited() != would.waited()) {
      why.add(would.waited() ? "It would be held first." : "It would not be held any more.");
    }
    if (would.stage() == Stage.QUARANTINED) why.add("The spam list would keep it apart.");
    if (was.stage() == Stage.QUARANTINED) why.add("The spam list would let it through.");
    String team = team(after, would);
    if (!team.equals(team(before, was))) {
      why.add(
          team.isEmpty() ? "It would be no team's lead." : "It would be a lead of " + team + ".");
    }
    if (!was.agent().equals(would.agent())) {
      was.agent().ifPresent(agent -> agent(agent, was, would).ifPresent(why::add));
      would.agent().ifPresent(agent -> agent(agent, was, would).ifPresent(why::add));
    }
    if (why.isEmpty())
      why.add("Nothing is said otherwise of the two: it is the order that differs.");
    return why;
  }

  private static String team(RoutingBook book, FirstStep step) {
    return step.line()
        .flatMap(line -> line.team())
        .flatMap(book::team)
        .map(t -> "the team " + t.name() + " (" + t.distribution().method().words() + ")")
        .orElse("");
  }

  /** What would be otherwise with one of them; empty where it is all the same. */
  private Optional<String> agent(AgentId id, FirstStep was, FirstStep would) {
    String name = names.apply(id);
    Optional<Agent> now = after.agent(id);
    if (now.isEmpty()) return Optional.of(name + " would be gone.");
    if (!now.get().active()) return Optional.of(name + " would have left.");
    Optional<Verdict> then = verdict(before, was, id);
    Optional<Verdict> next = verdict(after, would, id);
    if (next.isEmpty()) return Optional.empty();
    Optional<Reason> out = next.get().reason();
    if (out.isPresent()) {
      return Optional.of("With your changes, " + name + " " + out.get().words() + ".");
    }
    if (then.isEmpty()) {
      return before.agent(id).isEmpty() ? Optional.of(name + " is new.") : Optional.empty();
    }
    Optional<Reason> wasOut = then.get().reason();
    return wasOut.isPresent()
        ? Optional.of(name + ", who so far " + words(wasOut.get(), id) + ", would be in line.")
        : score(name, then.get(), next.get());
  }

  private String words(Reason reason, AgentId id) {
    boolean gone = before.agent(id).filter(Agent::active).isEmpty();
    return gone ? "has left" : reason.words();
  }

  private static Optional<Verdict> verdict(RoutingBook book, FirstStep step, AgentId agent) {
    return step.line().stream()
        .flatMap(line -> Explanation.of(book, step.lead(), line, step.facts()).agents().stream())
        .filter(v -> v.agent().equals(agent))
        .findFirst();
  }

  private static Optional<String> score(String name, Verdict then, Verdict next) {
    if (then.score() == next.score()) return Optional.empty();
    Map<String, Integer> more = new LinkedHashMap<>();
    for (Part part : next.parts()) more.merge(part.what(), part.points(), Integer::sum);
    for (Part part : then.parts()) more.merge(part.what(), -part.points(), Integer::sum);
    String parts =
        more.entrySet().stream()
            .filter(e -> e.getValue() != 0)
            .map(e -> e.getKey() + (e.getValue() > 0 ? " +" : " −") + Math.abs(e.getValue()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        name
            + " would score "
            + next.score()
            + " instead of "
            + then.score()
            + " ("
            + parts
            + ").");
  }
}
