package dev.baton.performance;

import dev.baton.agent.TeamId;
import dev.baton.performance.Reports.Dimension;
import dev.baton.tag.TagName;
import java.util.List;
import java.util.Optional;

/**
 * By what reports can be narrowed down: whose a lead is, where it came from and what it is about.
 *
 * @param source as it came with the lead; empty where it did not say
 * @param tags each once, in no particular order
 */
public record Facets(Optional<TeamId> team, String source, List<TagName> tags) {
  public static final Facets NONE = new Facets(Optional.empty(), "", List.of());

  public Facets {
    tags = tags.stream().distinct().sorted((a, b) -> a.key().compareTo(b.key())).toList();
  }

  /** Under what a lead is told in a dimension: the team's id, the source, the keys of the tags. */
  public List<String> in(Dimension dimension) {
    return switch (dimension) {
      case TEAM -> team.map(t -> List.of(t.value())).orElse(List.of());
      case SOURCE -> List.of(source);
      case TAG -> tags.stream().map(TagName::key).toList();
    };
  }
}
