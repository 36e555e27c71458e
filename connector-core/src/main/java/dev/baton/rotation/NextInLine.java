package dev.baton.rotation;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.routing.LineUp;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked next when nobody holds the lead: those waiting for another chance, then the line,
 * then all catchalls, then nobody (domain §5).
 */
final class NextInLine {
  private NextInLine() {}

  static Decision ask(Happening happening, Circumstances seen) {
    Rotation lead = happening.lead();
    Optional<AgentId> waiting =
        lead.chances().stream().filter(a -> mayBeAsked(a, lead, seen)).findFirst();
    LineUp line =
        LineUp.draw(seen.book(), lead.tagNames(), lead.asked(), lead.declined(), seen.facts());
    happening.lookedAt(line);
    if (waiting.isPresent()) {
      offer(happening, waiting.get(), Kind.ANOTHER_CHANCE, seen);
    } else if (lead.catchallUntil().isPresent()) {
      afterTheCatchall(happening, seen.now());
    } else if (!line.line().isEmpty()) {
      offer(happening, line.line().getFirst().agent(), Kind.LINE, seen);
    } else {
      tellCatchalls(happening, seen);
    }
    return happening.decided();
  }

  private static boolean mayBeAsked(AgentId agent, Rotation lead, Circumstances seen) {
    return LineUp.against(seen.book(), lead.tagNames(), agent, lead.declined(), seen.facts())
        .isEmpty();
  }

  private static void offer(Happening happening, AgentId agent, Kind kind, Circumstances seen) {
    int number = happening.lead().offers().size() + 1;
    Instant end = seen.book().settings().window().endOf(seen.now());
    happening.add(new LeadOffered(seen.now(), number, agent, kind, end));
  }

  /** The catchalls have been told before: they still have the lead, or their time is over. */
  private static void afterTheCatchall(Happening happening, Instant now) {
    Rotation lead = happening.lead();
    if (!lead.delinquent() && !now.isBefore(lead.catchallUntil().orElseThrow())) {
      happening.add(new LeadBecameDelinquent(now));
    }
  }

  private static void tellCatchalls(Happening happening, Circumstances seen) {
    RoutingFacts facts = seen.facts();
    List<AgentId> catchalls =
        seen.book().catchalls().stream()
            .map(Agent::id)
            .filter(a -> facts.of(a).available())
            .filter(a -> !happening.lead().declined().contains(a))
            .toList();
    if (catchalls.isEmpty()) {
      happening.add(new LeadBecameDelinquent(seen.now()));
    } else {
      int first = happening.lead().offers().size() + 1;
      Instant until = seen.now().plus(seen.book().settings().catchallWindow());
      happening.add(new CatchallTold(seen.now(), first, catchalls, until));
    }
  }
}
