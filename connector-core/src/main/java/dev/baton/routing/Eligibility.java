package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an agent may be offered a lead now, and what the match is worth (domain §4). */
final class Eligibility {
  private final RoutingBook book;
  private final RoutingFacts facts;
  private final Set<AgentId> declined;
  private final List<Tag> tags;
  private final Set<TagName> names;
  private final boolean exclusive;

  Eligibility(
      RoutingBook book, List<TagName> tagsOfLead, Set<AgentId> declined, RoutingFacts facts) {
    this.book = book;
    this.facts = facts;
    this.declined = declined;
    this.tags = book.tags(tagsOfLead);
    this.names = Set.copyOf(tagsOfLead);
    this.exclusive = tags.stream().anyMatch(t -> t.rule() == TagRule.EXCLUSIVE);
  }

  Score score(Agent agent) {
    Set<TagName> held = book.heldBy(agent.id());
    int sum = 0;
    for (Tag tag : tags) if (held.contains(tag.name())) sum += tag.weight();
    return new Score(sum, 0, points(agent));
  }

  /** Why not, in the order of {@link Reason}; empty for an agent who may be offered the lead. */
  Optional<Reason> against(Agent agent, Score score) {
    if (!agent.active()) return Optional.of(Reason.NOT_AVAILABLE);
    Optional<Reason> away = away(agent);
    if (away.isPresent()) return away;
    Set<TagName> held = book.heldBy(agent.id());
    if (exclusive && tags.stream().noneMatch(t -> is(t, TagRule.EXCLUSIVE, held))) {
      return Optional.of(Reason.EXCLUSIVE_MISS);
    }
    if (tags.stream().anyMatch(t -> t.rule() == TagRule.REQUIRED && !held.contains(t.name()))) {
      return Optional.of(Reason.REQUIRED_MISS);
    }
    RoutingSettings settings = book.settings();
    boolean qualifiesAnyway =
        settings.matching().everyAgentForAll()
            || (tags.isEmpty() && settings.matching().everyAgentForUntagged());
    if (!score.matches() && !qualifiesAnyway) {
      return Optional.of(
          score.total() < 0 && hasScored(score) ? Reason.NEGATIVE_SCORE : Reason.NO_MATCH);
    }
    if (score.total() < 0 && !settings.matching().everyAgentForAll()) {
      return Optional.of(Reason.NEGATIVE_SCORE);
    }
    if (declined.contains(agent.id())) return Optional.of(Reason.DECLINED_BEFORE);
    return Optional.empty();
  }

  private int points(Agent agent) {
    int sum = 0;
    for (SpecialTag.Points own : book.pointsOf(agent.id())) {
      if (own.onlyWith().map(names::contains).orElse(true)) sum += own.points();
    }
    return sum;
  }

  private Optional<Reason> away(Agent agent) {
    return switch (book.availability(agent, facts)) {
      case AVAILABLE -> Optional.empty();
      case NOT_AVAILABLE -> Optional.of(Reason.NOT_AVAILABLE);
      case OUT_OF_HOURS -> Optional.of(Reason.OUT_OF_HOURS);
      case OUT_OF_OFFICE -> Optional.of(Reason.OUT_OF_OFFICE);
      case HOLIDAY -> Optional.of(Reason.HOLIDAY);
    };
  }

  private static boolean is(Tag tag, TagRule rule, Set<TagName> held) {
    return tag.rule() == rule && held.contains(tag.name());
  }

  private static boolean hasScored(Score score) {
    return score.tags() != 0 || score.geo() != 0 || score.points() != 0;
  }
}
