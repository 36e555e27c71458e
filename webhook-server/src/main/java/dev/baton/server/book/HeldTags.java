package dev.baton.server.book;

import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.tag.TagName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags as agents hold them: by names that an admin wrote, in whatever case. */
public final class HeldTags {
  private HeldTags() {}

  /** Whether an agent holds that tag. */
  public static boolean holds(Agent agent, TagName name) {
    return agent.tags().stream().anyMatch(held -> isNamed(held, name));
  }

  static boolean isNamed(String held, TagName name) {
    return named(held).filter(name::equals).isPresent();
  }

  /** What somebody wrote as a tag's name; empty where it can be none. */
  public static Optional<TagName> named(String written) {
    try {
      return Optional.of(TagName.of(written));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  /** The agent without those tags; the same agent where he holds none of them. */
  public static Agent without(Agent agent, Collection<TagName> names) {
    Set<String> left =
        agent.tags().stream()
            .filter(held -> named(held).filter(names::contains).isEmpty())
            .collect(Collectors.toSet());
    return left.size() == agent.tags().size() ? agent : agent.holding(left);
  }

  static Agent renamed(Agent agent, TagName old, TagName now) {
    if (!holds(agent, old)) return agent;
    return agent.holding(
        agent.tags().stream()
            .map(held -> isNamed(held, old) ? now.text() : held)
            .collect(Collectors.toSet()));
  }

  /** The book without those tags, neither created nor held. */
  static BookDraft without(BookDraft book, Collection<TagName> names) {
    return book.with(book.tags().stream().filter(tag -> !names.contains(tag.name())).toList())
        .staffed(book.agents().stream().map(agent -> without(agent, names)).toList());
  }
}
