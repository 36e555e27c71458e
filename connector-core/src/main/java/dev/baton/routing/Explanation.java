package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a line was drawn as it was: every agent of the company with exactly one verdict and the
 * arithmetic of his score.
 *
 * @param agents those in line in their order, then those asked before, then everybody else in the
 *     order of the book
 */
public record Explanation(List<Verdict> agents) {
  public Explanation {
    agents = List.copyOf(agents);
  }

  /**
   * What was found of an agent.
   *
   * @param place in the line, from 1; empty for who does not stand in it
   * @param reason why he does not; empty also for who was asked before
   * @param parts what his score is made of
   */
  public record Verdict(
      AgentId agent,
      Optional<Integer> place,
      boolean asked,
      Optional<Reason> reason,
      List<Part> parts,
      int score) {
    public Verdict {
      parts = List.copyOf(parts);
    }
  }

  /** A tag of the lead that the agent holds, and what it adds. */
  public record Part(TagName tag, TagRule rule, int points) {}

  /**
   * Explains a line.
   *
   * @param book the revision it was drawn under
   * @param tagsOfLead the tags found in the lead
   */
  public static Explanation of(RoutingBook book, List<TagName> tagsOfLead, LineUp line) {
    List<Tag> tags = book.tags(tagsOfLead);
    var verdicts = new ArrayList<Verdict>();
    Set<AgentId> told = new HashSet<>();
    int place = line.asked().size();
    for (LineUp.Standing standing : line.line()) {
      verdicts.add(verdict(book, tags, standing.agent(), Optional.of(++place), line));
      told.add(standing.agent());
    }
    for (AgentId asked : line.asked()) {
      if (told.add(asked)) verdicts.add(verdict(book, tags, asked, Optional.empty(), line));
    }
    for (Agent agent : book.agents()) {
      if (told.add(agent.id())) {
        verdicts.add(verdict(book, tags, agent.id(), Optional.empty(), line));
      }
    }
    return new Explanation(verdicts);
  }

  private static Verdict verdict(
      RoutingBook book, List<Tag> tags, AgentId agent, Optional<Integer> place, LineUp line) {
    Set<TagName> held = book.heldBy(agent);
    List<Part> parts =
        tags.stream()
            .filter(tag -> held.contains(tag.name()))
            .map(tag -> new Part(tag.name(), tag.rule(), tag.weight()))
            .toList();
    return new Verdict(
        agent,
        place,
        line.asked().contains(agent),
        Optional.ofNullable(line.leftOut().get(agent)),
        parts,
        parts.stream().mapToInt(Part::points).sum());
  }
}
