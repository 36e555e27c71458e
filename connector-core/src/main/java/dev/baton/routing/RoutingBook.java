package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.Holidays;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Map<AgentId, List<SpecialTag.Points>> points = new HashMap<>();
  private final Holidays holidays;
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
      List<SpecialTag.Points> own = agent.tags().stream().flatMap(RoutingBook::points).toList();
      if (!own.isEmpty()) points.put(agent.id(), own);
    }
    for (Agent agent : content.agents()) {
      for (String name : agent.tags()) {
        if (isCarried(name)) tags.putIfAbsent(TagName.of(name), Tag.preferential(name));
      }
    }
    this.holidays = Holidays.of(content.settings().calendar().holidays());
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

  /** Ranges and zip codes need not be created: holding one is enough, with the usual weight. */
  private static boolean isCarried(String held) {
    return SpecialTag.read(held) instanceof Reading.Special special
        && switch (special.tag()) {
          case SpecialTag.MoneyRange unused -> true;
          case SpecialTag.NumberRange unused -> true;
          case SpecialTag.ZipRange unused -> true;
          case SpecialTag.Points unused -> false;
          case SpecialTag.Most unused -> false;
        };
  }

  private static Stream<SpecialTag.Points> points(String held) {
    return SpecialTag.read(held) instanceof Reading.Special special
            && special.tag() instanceof SpecialTag.Points points
        ? Stream.of(points)
        : Stream.empty();
  }

  /** The points an agent's own tags give him, each for all leads or for those of one tag. */
  List<SpecialTag.Points> pointsOf(AgentId agent) {
    return points.getOrDefault(agent, List.of());
  }

  /** Whether and why not the agent can be asked, as far as his time goes. */
  public Availability.State availability(Agent agent, RoutingFacts facts) {
    return settings().calendar().availability(agent, facts.of(agent.id()), holidays).at(facts.at());
  }

  /** Everybody who could be asked at that moment, were there a lead for him. */
  public Set<AgentId> available(RoutingFacts facts) {
    return agents.values().stream()
        .filter(a -> a.active() && availability(a, facts) == Availability.State.AVAILABLE)
        .map(Agent::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The tags with those names that this revision knows. */
  public List<Tag> tags(Collection<TagName> names) {
    return names.stream().map(tags::get).filter(t -> t != null).toList();
  }

  public Set<TagName> heldBy(AgentId agent) {
    return held.getOrDefault(agent, Set.of());
  }
}
