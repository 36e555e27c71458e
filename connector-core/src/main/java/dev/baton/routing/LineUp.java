package dev.baton.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands in line for a lead at one moment, best first, and why the others do not (domain §4).
 * Drawn anew for each offer, so that eligibility is looked at again each time.
 *
 * @param line who can be asked now, in order
 * @param asked who was asked before, in the order of asking
 * @param leftOut everybody else of the company, each with exactly one reason
 */
public record LineUp(List<Standing> line, List<AgentId> asked, Map<AgentId, Reason> leftOut) {

  /** Score, then performance, then least recently offered, then id: never a tie. */
  private static final Comparator<Standing> ORDER =
      comparingInt((Standing s) -> s.score().total())
          .reversed()
          .thenComparing(comparingInt(Standing::performance).reversed())
          .thenComparing(s -> s.lastOffered().orElse(Instant.MIN))
          .thenComparing(comparing(Standing::agent));

  /**
   * An agent in line.
   *
   * @param lastOffered when this agent was last offered a lead, of any kind
   */
  public record Standing(
      AgentId agent, Score score, int performance, Optional<Instant> lastOffered) {}

  /**
   * Draws the line.
   *
   * @param tagsOfLead the tags found in the lead; those the book no longer knows count for nothing
   * @param asked distinct agents this lead was offered to in this run, in order
   */
  public static LineUp draw(
      RoutingBook book,
      List<TagName> tagsOfLead,
      List<AgentId> asked,
      Set<AgentId> declined,
      RoutingFacts facts) {
    var eligibility = new Eligibility(book, tagsOfLead, declined, facts);
    var standings = new ArrayList<Standing>();
    var leftOut = new LinkedHashMap<AgentId, Reason>();
    for (Agent agent : book.agents()) {
      if (asked.contains(agent.id()) && !declined.contains(agent.id())) continue;
      Score score = eligibility.score(agent);
      eligibility
          .against(agent, score)
          .ifPresentOrElse(
              reason -> leftOut.put(agent.id(), reason),
              () -> standings.add(standing(agent, score, facts)));
    }
    standings.sort(ORDER);
    int places = Math.max(0, book.settings().lineLimit() - asked.size());
    int last = Math.min(places, standings.size());
    for (Standing beyond : standings.subList(last, standings.size())) {
      leftOut.put(beyond.agent(), Reason.BEYOND_OFFER_LIMIT);
    }
    return new LineUp(List.copyOf(standings.subList(0, last)), List.copyOf(asked), leftOut);
  }

  /** Why an agent may not be offered the lead again, looked at on its own. */
  public static Optional<Reason> against(
      RoutingBook book,
      List<TagName> tagsOfLead,
      AgentId agent,
      Set<AgentId> declined,
      RoutingFacts facts) {
    var eligibility = new Eligibility(book, tagsOfLead, declined, facts);
    return book.agent(agent)
        .map(known -> eligibility.against(known, eligibility.score(known)))
        .orElse(Optional.of(Reason.NOT_AVAILABLE));
  }

  private static Standing standing(Agent agent, Score score, RoutingFacts facts) {
    RoutingFacts.Fact fact = facts.of(agent.id());
    return new Standing(agent.id(), score, fact.performance(), fact.lastOffered());
  }
}
