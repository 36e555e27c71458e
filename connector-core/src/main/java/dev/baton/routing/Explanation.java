package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
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
 * @param team whose lead it is; empty for one that is everybody's
 * @param agents those in line in their order, then those asked before, then everybody else in the
 *     order of the book
 */
public record Explanation(Optional<Team> team, List<Verdict> agents) {
  public Explanation {
    agents = List.copyOf(agents);
  }

  /**
   * What was found of an agent.
   *
   * @param place in the line, from 1; empty for who does not stand in it
   * @param reason why he does not; empty also for who was asked before
   * @param parts what his score is made of
   * @param detail more of the reason or the place, in plain English; often empty
   */
  public record Verdict(
      AgentId agent,
      Optional<Integer> place,
      boolean asked,
      Optional<Reason> reason,
      List<Part> parts,
      int score,
      String detail) {
    public Verdict {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What adds to a score.
   *
   * @param what a tag of the lead that the agent holds, his nearness, or his own points
   */
  public record Part(String what, int points) {}

  /**
   * Explains a line.
   *
   * @param book the revision it was drawn under
   * @param lead what the line was drawn for
   * @param facts what was known of the agents then
   */
  public static Explanation of(RoutingBook book, Traits lead, LineUp line, RoutingFacts facts) {
    var explaining = new Explaining(book, lead, line, facts);
    var verdicts = new ArrayList<Verdict>();
    Set<AgentId> told = new HashSet<>();
    int place = line.asked().size();
    for (LineUp.Standing standing : line.line()) {
      verdicts.add(explaining.verdict(standing.agent(), Optional.of(++place)));
      told.add(standing.agent());
    }
    for (AgentId asked : line.asked()) {
      if (told.add(asked)) verdicts.add(explaining.verdict(asked, Optional.empty()));
    }
    for (Agent agent : book.agents()) {
      if (told.add(agent.id())) verdicts.add(explaining.verdict(agent.id(), Optional.empty()));
    }
    return new Explanation(line.team().flatMap(book::team), verdicts);
  }

  /** One line being explained. */
  private static final class Explaining {
    private final RoutingBook book;
    private final Traits lead;
    private final LineUp line;
    private final Details details;
    private final Set<TagName> names;

    Explaining(RoutingBook book, Traits lead, LineUp line, RoutingFacts facts) {
      this.book = book;
      this.lead = lead;
      this.line = line;
      this.details = new Details(book, lead, line, facts);
      this.names = Set.copyOf(lead.tagNames());
    }

    Verdict verdict(AgentId agent, Optional<Integer> place) {
      List<Part> parts = parts(agent);
      Optional<Reason> reason = Optional.ofNullable(line.leftOut().get(agent));
      return new Verdict(
          agent,
          place,
          line.asked().contains(agent),
          reason,
          parts,
          parts.stream().mapToInt(Part::points).sum(),
          details.of(agent, reason, place));
    }

    private List<Part> parts(AgentId agent) {
      Set<TagName> held = book.heldBy(agent);
      var parts = new ArrayList<Part>();
      var told = new HashSet<TagName>();
      for (TagMatch match : lead.tags()) {
        Optional<Tag> tag = book.tag(match.tag());
        if (tag.isPresent() && held.contains(match.tag()) && told.add(match.tag())) {
          int worth = Matches.worth(book, tag.get(), match);
          parts.add(new Part(tag.get().name().text(), worth));
        }
      }
      book.agent(agent)
          .filter(a -> lead.place().isPresent())
          .map(a -> book.settings().matching().geo().score(a.locations(), lead.place().get()))
          .filter(near -> near.orElse(0) != 0)
          .ifPresent(near -> parts.add(new Part("nearness", near.getAsInt())));
      for (SpecialTag.Points own : book.pointsOf(agent)) {
        Optional<TagName> only = own.onlyWith();
        if (only.isEmpty()) parts.add(new Part("own points", own.points()));
        else if (names.contains(only.get())) {
          parts.add(new Part("own points for " + only.get(), own.points()));
        }
      }
      return parts;
    }
  }
}
