package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
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

  /**
   * What adds to a score.
   *
   * @param what a tag of the lead that the agent holds, or his own points
   */
  public record Part(String what, int points) {}

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
    var parts = new ArrayList<Part>();
    for (Tag tag : tags) {
      if (held.contains(tag.name())) parts.add(new Part(tag.name().text(), tag.weight()));
    }
    for (SpecialTag.Points own : book.pointsOf(agent)) {
      Optional<TagName> only = own.onlyWith();
      if (only.isEmpty()) parts.add(new Part("own points", own.points()));
      else if (tags.stream().anyMatch(tag -> tag.name().equals(only.get()))) {
        parts.add(new Part("own points for " + only.get(), own.points()));
      }
    }
    return new Verdict(
        agent,
        place,
        line.asked().contains(agent),
        Optional.ofNullable(line.leftOut().get(agent)),
        parts,
        parts.stream().mapToInt(Part::points).sum());
  }
}
