package dev.baton.store;

import dev.baton.performance.Facets;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Of which leads a slice tells: all, or those of one team, source or tag.
 *
 * @param member the team's id, the source as it came, the key of the tag; empty for all leads
 */
record SliceKey(String dimension, String member) {
  static final SliceKey ALL = new SliceKey("ALL", "");

  static SliceKey of(Dimension dimension, String member) {
    return new SliceKey(dimension.name(), member);
  }

  /** The slice that answers a filter; none where it takes two of them together. */
  static Optional<SliceKey> of(Filter filter) {
    var keys = new ArrayList<SliceKey>();
    filter.team().ifPresent(team -> keys.add(of(Dimension.TEAM, team.value())));
    filter.source().ifPresent(source -> keys.add(of(Dimension.SOURCE, source)));
    filter.tag().ifPresent(tag -> keys.add(of(Dimension.TAG, tag.key())));
    if (keys.isEmpty()) return Optional.of(ALL);
    return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
  }

  /** All slices the facts of a lead belong to. */
  static List<SliceKey> of(Facets facets) {
    var keys = new ArrayList<SliceKey>();
    keys.add(ALL);
    for (Dimension dimension : Dimension.values()) {
      for (String member : facets.in(dimension)) keys.add(of(dimension, member));
    }
    return keys;
  }
}
