package dev.baton.routing;

import dev.baton.agent.GeoRule;
import dev.baton.tag.TagModifiers;
import java.util.Objects;

/**
 * What makes an agent fit a lead, and how well (domain §3 and §4, settings).
 *
 * @param everyAgentForAll every agent qualifies for all leads
 * @param everyAgentForUntagged every agent qualifies for leads in which no tag was found
 * @param namesAsTags agents' names are looked for in leads like tags
 * @param modifiers by how much a match counts for more or less than its tag weighs
 * @param geo what nearness is worth
 */
public record Matching(
    boolean everyAgentForAll,
    boolean everyAgentForUntagged,
    boolean namesAsTags,
    TagModifiers modifiers,
    GeoRule geo) {
  public static final Matching DEFAULT = new Matching(false, false);

  public Matching {
    // Books published before there were modifiers and geography have neither.
    modifiers = Objects.requireNonNullElse(modifiers, TagModifiers.NONE);
    geo = Objects.requireNonNullElse(geo, GeoRule.NONE);
  }

  public Matching(boolean everyAgentForAll, boolean everyAgentForUntagged) {
    this(everyAgentForAll, everyAgentForUntagged, false, TagModifiers.NONE, GeoRule.NONE);
  }

  public Matching withEveryAgentForAll(boolean on) {
    return new Matching(on, everyAgentForUntagged, namesAsTags, modifiers, geo);
  }

  public Matching withEveryAgentForUntagged(boolean on) {
    return new Matching(everyAgentForAll, on, namesAsTags, modifiers, geo);
  }

  public Matching withNamesAsTags() {
    return new Matching(everyAgentForAll, everyAgentForUntagged, true, modifiers, geo);
  }

  public Matching with(TagModifiers others) {
    return new Matching(everyAgentForAll, everyAgentForUntagged, namesAsTags, others, geo);
  }

  public Matching with(GeoRule rule) {
    return new Matching(everyAgentForAll, everyAgentForUntagged, namesAsTags, modifiers, rule);
  }
}
