package dev.baton.server.book;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.ledger.FirstStep;
import dev.baton.rotation.Stage;
import dev.baton.routing.Explanation;
import dev.baton.routing.Explanation.Part;
import dev.baton.routing.Explanation.Verdict;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import dev.baton.server.words.Words;
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
  private final Words words;

  WhyMoved(RoutingBook before, RoutingBook after, Function<AgentId, String> names, Words words) {
    this.before = before;
    this.after = after;
    this.names = names;
    this.words = words;
  }

  /** At least one sentence. */
  List<String> told(FirstStep was, FirstStep would) {
    var why = new ArrayList<String>();
    if (was.waited() != would.waited()) {
      why.add(words.say(would.waited() ? "book.why.held" : "book.why.not-held"));
    }
    if (would.stage() == Stage.QUARANTINED) why.add(words.say("book.why.spam"));
    if (was.stage() == Stage.QUARANTINED) why.add(words.say("book.why.no-spam"));
    String team = team(after, would);
    if (!team.equals(team(before, was))) why.add(team);
    if (!was.agent().equals(would.agent())) {
      was.agent().ifPresent(agent -> agent(agent, was, would).ifPresent(why::add));
      would.agent().ifPresent(agent -> agent(agent, was, would).ifPresent(why::add));
    }
    if (why.isEmpty()) why.add(words.say("book.why.order"));
    return why;
  }

  /** Whose lead it is. */
  private String team(RoutingBook book, FirstStep step) {
    return step.line()
        .flatMap(line -> line.team())
        .flatMap(book::team)
        .map(t -> words.say("book.why.team", t.name(), method(t.distribution().method())))
        .orElseGet(() -> words.say("book.why.no-team"));
  }

  private String method(Distribution.Method method) {
    return words.say("book.why.method." + method.name());
  }

  /** What would be otherwise with one of them; empty where it is all the same. */
  private Optional<String> agent(AgentId id, FirstStep was, FirstStep would) {
    String name = names.apply(id);
    Optional<Agent> now = after.agent(id);
    if (now.isEmpty()) return Optional.of(words.say("book.why.gone", name));
    if (!now.get().active()) return Optional.of(words.say("book.why.left", name));
    Optional<Verdict> then = verdict(before, was, id);
    Optional<Verdict> next = verdict(after, would, id);
    if (next.isEmpty()) return Optional.empty();
    Optional<Reason> out = next.get().reason();
    if (out.isPresent()) {
      return Optional.of(words.say("book.why.out", name, told(out.get())));
    }
    if (then.isEmpty()) {
      return before.agent(id).isEmpty()
          ? Optional.of(words.say("book.why.new", name))
          : Optional.empty();
    }
    Optional<Reason> wasOut = then.get().reason();
    return wasOut.isPresent()
        ? Optional.of(words.say("book.why.in", name, told(wasOut.get(), id)))
        : score(name, then.get(), next.get());
  }

  private String told(Reason reason, AgentId id) {
    boolean gone = before.agent(id).filter(Agent::active).isEmpty();
    return gone ? words.say("book.why.reason.has-left") : told(reason);
  }

  private String told(Reason reason) {
    return words.say("book.why.reason." + reason.name());
  }

  private static Optional<Verdict> verdict(RoutingBook book, FirstStep step, AgentId agent) {
    return step.line().stream()
        .flatMap(line -> Explanation.of(book, step.lead(), line, step.facts()).agents().stream())
        .filter(v -> v.agent().equals(agent))
        .findFirst();
  }

  private Optional<String> score(String name, Verdict then, Verdict next) {
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
        words.say(
            "book.why.score",
            name,
            String.valueOf(next.score()),
            String.valueOf(then.score()),
            parts));
  }
}
