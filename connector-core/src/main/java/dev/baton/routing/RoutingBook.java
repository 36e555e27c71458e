package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.tag.Tag;
import dev.baton.tag.TagIndex;
import dev.baton.tag.TagName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One published revision of a company's routing configuration: a value that never changes. Every
 * decision names the revision it was made under, so that it can be made again.
 */
public final class RoutingBook {
  private final CompanyId company;
  private final int revision;
  private final BookDraft content;
  private final Map<TagName, Tag> tags = new LinkedHashMap<>();
  private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  private final Map<AgentId, Set<TagName>> held = new HashMap<>();
  private volatile @Nullable TagIndex index;

  public RoutingBook(CompanyId company, int revision, BookDraft content) {
    this.company = company;
    this.revision = revision;
    this.content = content;
    for (Tag tag : content.tags()) tags.put(tag.name(), tag);
    for (Agent agent : content.agents()) {
      agents.put(agent.id(), agent);
      var names = new HashSet<TagName>();
      for (String name : agent.tags()) names.add(TagName.of(name));
      held.put(agent.id(), names);
    }
  }

  public CompanyId company() {
    return company;
  }

  /** Counts from 1 with each publication of the company. */
  public int revision() {
    return revision;
  }

  public BookDraft content() {
    return content;
  }

  public RoutingSettings settings() {
    return content.settings();
  }

  /** Compiled when it is first asked for: a book that is only tried out needs none. */
  public TagIndex tagIndex() {
    TagIndex known = index;
    if (known == null) {
      known = TagIndex.of(tags.keySet());
      index = known;
    }
    return known;
  }

  public Collection<Agent> agents() {
    return agents.values();
  }

  public Optional<Agent> agent(AgentId id) {
    return Optional.ofNullable(agents.get(id));
  }

  /** The agent who is that owner in the CRM account. */
  public Optional<Agent> agentOwning(ConnectionId connection, String owner) {
    return content.agents().stream()
        .filter(a -> a.in(connection).filter(crm -> crm.owner().equals(owner)).isPresent())
        .findFirst();
  }

  /** The catchalls who are still with the company, in the order of the book. */
  public List<Agent> catchalls() {
    return content.agents().stream().filter(a -> a.active() && a.catchall()).toList();
  }

  /** The tags with those names that this revision knows. */
  public List<Tag> tags(Collection<TagName> names) {
    return names.stream().map(tags::get).filter(t -> t != null).toList();
  }

  public Set<TagName> heldBy(AgentId agent) {
    return held.getOrDefault(agent, Set.of());
  }
}
