package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the numbers of a company. The same question about the past has the same answer for ever.
 */
public interface Reports {

  Tally tally(CompanyId company, Span span, Filter filter);

  /** The numbers per value of something that leads are told apart by; scores are left out. */
  Map<String, Tally> by(CompanyId company, Span span, Dimension dimension);

  /**
   * The leads behind a number, latest first, each with what it adds to it.
   *
   * @param figure an agent's measure without an agent is that of all agents together
   */
  List<Behind> behind(CompanyId company, Span span, Filter filter, Figure figure, int limit);

  /** Leads that were accepted, with how long that took, longest first. */
  List<Responded> responses(CompanyId company, Span span, Filter filter, int limit);

  /** What the agent's performance score is made of, oldest first. */
  List<Scored> scored(CompanyId company, AgentId agent, Span span);

  /**
   * A period, as it was known at a moment.
   *
   * @param to exclusive
   * @param asOf what was recorded before it counts; empty for all that is known
   */
  record Span(Instant from, Instant to, Optional<Instant> asOf) {
    public Span {
      if (to.isBefore(from)) throw new IllegalArgumentException("A period ends after it begins");
    }

    public Span(Instant from, Instant to) {
      this(from, to, Optional.empty());
    }

    public boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean knows(Instant recorded) {
      return asOf.filter(moment -> !recorded.isBefore(moment)).isEmpty();
    }
  }

  /**
   * Which leads are counted: all that are of the team, of the tag and of the source, where given.
   */
  record Filter(Optional<TeamId> team, Optional<TagName> tag, Optional<String> source) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean takes(Facets facets) {
      return (team.isEmpty() || team.equals(facets.team()))
          && (source.isEmpty() || source.get().equals(facets.source()))
          && (tag.isEmpty() || facets.tags().contains(tag.get()));
    }
  }

  /** Something leads are told apart by. */
  enum Dimension {
    TEAM,
    SOURCE,
    TAG
  }

  /** One number of a report: the company's, an agent's, or all agents'. */
  record Figure(Optional<AgentId> agent, Measure measure) {}

  /** A lead and how long it waited for its first acceptance, in whole seconds. */
  record Responded(LeadId lead, Instant receivedAt, int seconds) {}

  /** A lead behind a number. */
  record Behind(LeadId lead, Instant at, long amount) {}

  /**
   * An event that counts for an agent's score.
   *
   * @param counts whether it does already: feedback counts once the agent has had another lead
   */
  record Scored(LeadId lead, AgentEvent event, boolean counts) {}
}
