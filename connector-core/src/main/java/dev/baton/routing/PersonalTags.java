package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tags that agents are themselves (domain §3). An agent's e-mail address, given with a lead, sends
 * it to him first; where the company wants it, his name is looked for in leads like any tag.
 */
final class PersonalTags {
  /** More than all that tags, places and points can come to, so that who is asked for is first. */
  private static final int FIRST = 1_000_000_000;

  private final Set<TagName> asked = new HashSet<>();
  private final Set<TagName> found = new HashSet<>();
  private final Map<AgentId, List<TagName>> byAgent = new HashMap<>();

  PersonalTags(BookDraft content) {
    for (Agent agent : content.agents()) {
      if (!agent.active()) continue;
      var names = new ArrayList<TagName>();
      named(agent.email())
          .filter(name -> agent.email().indexOf('@') > 0)
          .ifPresent(
              address -> {
                asked.add(address);
                names.add(address);
              });
      if (content.settings().matching().namesAsTags()) {
        named(agent.name())
            .ifPresent(
                name -> {
                  found.add(name);
                  names.add(name);
                });
      }
      byAgent.put(agent.id(), names);
    }
  }

  /** The name as a tag; empty for what cannot be one. */
  static Optional<TagName> named(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(TagName.of(name));
    } catch (IllegalArgumentException noTag) {
      return Optional.empty();
    }
  }

  /** The tag of an agent's address. */
  static Tag first(TagName address) {
    return new Tag(address, TagRule.PREFERENTIAL, FIRST);
  }

  /** Whether a score contains the weight of an agent's address. */
  static boolean isAskedFor(long score) {
    return score >= FIRST / 2;
  }

  /** Names that count only where they are given with a lead. */
  Set<TagName> asked() {
    return asked;
  }

  /** Names that are looked for in the words of a lead. */
  Set<TagName> found() {
    return found;
  }

  Map<AgentId, List<TagName>> byAgent() {
    return byAgent;
  }
}
