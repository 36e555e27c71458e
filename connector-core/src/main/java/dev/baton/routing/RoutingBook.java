package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.Holidays;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.LeadContent;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading;
import dev.baton.tag.Tag;
import dev.baton.tag.TagIndex;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Map<TagName, Tag> personal = new HashMap<>();
  private final Map<TeamId, Staff> staff = new LinkedHashMap<>();
  private final Roster roster;
  private final Holidays holidays;
  private volatile @Nullable TagIndex index;

  public RoutingBook(CompanyId company, int revision, BookDraft content) {
    this.company = company;
    this.revision = revision;
    this.content = content;
    for (Tag tag : content.tags()) tags.put(tag.name(), tag);
    var names = new PersonalTags(content);
    names.found().forEach(name -> tags.putIfAbsent(name, Tag.preferential(name.text())));
    names.asked().forEach(name -> personal.put(name, PersonalTags.first(name)));
    this.roster = new Roster(content.agents(), names.byAgent());
    for (Agent agent : content.agents()) {
      for (String name : agent.tags()) {
        if (isCarried(name)) tags.putIfAbsent(TagName.of(name), Tag.preferential(name));
      }
    }
    for (Team team : content.teams()) staff.putIfAbsent(team.id(), new Staff(team, roster));
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

  /** Compiles the index from that of the revision before, which costs only the difference. */
  public void indexAfter(RoutingBook before) {
    if (index == null) index = before.tagIndex().changedTo(tags.keySet());
  }

  /** The tags a lead carries: found in its words, or given with it, agents' addresses included. */
  public List<TagMatch> tagsOf(LeadContent lead) {
    List<TagMatch> found = tagIndex().find(lead);
    if (lead.givenTags().isEmpty() || personal.isEmpty()) return found;
    var all = new ArrayList<>(found);
    for (String given : lead.givenTags()) {
      PersonalTags.named(given)
          .filter(personal::containsKey)
          .ifPresent(name -> all.add(TagMatch.given(name)));
    }
    return all;
  }

  public Collection<Agent> agents() {
    return roster.agents();
  }

  public Optional<Agent> agent(AgentId id) {
    return roster.position(id).map(roster::agent);
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

  /** The team a lead belongs to; empty for one that is everybody's. */
  public Optional<Team> teamOf(Traits lead) {
    return staffOf(lead).map(Staff::team);
  }

  Optional<Staff> staffOf(Traits lead) {
    for (Staff each : staff.values()) if (each.takes(lead)) return Optional.of(each);
    return Optional.empty();
  }

  public Optional<Team> team(TeamId id) {
    return Optional.ofNullable(staff.get(id)).map(Staff::team);
  }

  Collection<Staff> staff() {
    return staff.values();
  }

  /** The fields by which some team has its leads stick to an agent. */
  public Set<String> stickyFields() {
    return staff.values().stream()
        .flatMap(s -> s.team().sticky().stream())
        .map(Sticky::field)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether some team shares by weight, so that what is owed matters. */
  public boolean sharesByWeight() {
    return staff.values().stream()
        .anyMatch(s -> s.team().distribution().method() == Method.WEIGHTED_ROUND_ROBIN);
  }

  /** What decisions under this book need to know of the leads that agents have got. */
  public Set<Counted> counted() {
    var counted = new HashSet<Counted>();
    for (Staff each : staff.values()) {
      Team team = each.team();
      for (Cap cap : team.caps()) counted.add(Counted.by(team.id(), cap));
      if (team.distribution().method() == Method.LOAD_BALANCE) {
        counted.add(Counted.of(team.id(), team.distribution().balancedBy()));
      }
    }
    if (roster.anyMosts()) {
      for (Agent agent : roster.agents()) {
        for (SpecialTag.Most most : mostsOf(agent.id())) counted.add(Limits.counted(most));
      }
    }
    return counted;
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

  Roster roster() {
    return roster;
  }

  Holidays holidays() {
    return holidays;
  }

  /** The points an agent's own tags give him, each for all leads or for those of one tag. */
  List<SpecialTag.Points> pointsOf(AgentId agent) {
    return roster
        .position(agent)
        .map(p -> roster.points().getOrDefault(p, List.of()))
        .orElse(List.of());
  }

  /** The most leads an agent may have, by his own tags. */
  List<SpecialTag.Most> mostsOf(AgentId agent) {
    return roster.position(agent).map(roster::mosts).orElse(List.of());
  }

  /**
   * Whether and why not the agent can be asked, as far as his time goes.
   *
   * @param team whose lead it is, and whose hours count for who has no shift of his own
   */
  public Availability.State availability(Agent agent, Optional<Team> team, RoutingFacts facts) {
    return settings()
        .calendar()
        .availability(agent, team, facts.of(agent.id()), holidays, facts.at())
        .at(facts.at());
  }

  /** The tags with those names that this revision knows, agents' addresses included. */
  public List<Tag> tags(Collection<TagName> names) {
    return names.stream().flatMap(name -> tag(name).stream()).toList();
  }

  Optional<Tag> tag(TagName name) {
    Tag known = tags.get(name);
    return Optional.ofNullable(known == null ? personal.get(name) : known);
  }

  public Set<TagName> heldBy(AgentId agent) {
    return roster.position(agent).map(roster::held).orElse(Set.of());
  }
}
