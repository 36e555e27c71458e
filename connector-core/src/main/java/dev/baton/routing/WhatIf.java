package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.Received;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The smallest change that would have put an agent first in a line. Each is tried by drawing the
 * line again with the change made, so what is told here is what would have happened.
 */
public final class WhatIf {
  private static final int HIGHEST_WEIGHT = 10_000;
  private static final Schedule ALWAYS =
      new Schedule(Optional.of(WeeklyHours.always(ZoneOffset.UTC)), Optional.empty());

  private final RoutingBook book;
  private final Traits lead;
  private final Optional<Team> team;
  private final List<AgentId> asked;
  private final Set<AgentId> out;
  private final RoutingFacts facts;

  /** The line as it was drawn: see {@link LineUp#draw}. */
  public WhatIf(
      RoutingBook book, Traits lead, List<AgentId> asked, Set<AgentId> out, RoutingFacts facts) {
    this.book = book;
    this.lead = lead;
    this.team = book.teamOf(lead);
    this.asked = asked;
    this.out = out;
    this.facts = facts;
  }

  /** One thing that would have to be otherwise. */
  public sealed interface Change {
    /** The change in plain English, after "if". */
    String words();

    /** The agent's toggle. */
    record MakeAvailable(AgentId agent) implements Change {
      @Override
      public String words() {
        return "he had been available";
      }
    }

    /** The team whose lead it is. */
    record JoinTeam(AgentId agent, Team team) implements Change {
      @Override
      public String words() {
        return "he had been in the team " + team.name();
      }
    }

    /** The most leads he may have, by his own tags or his team's caps. */
    record LiftLimit(AgentId agent) implements Change {
      @Override
      public String words() {
        return "he had not had as many leads as he may";
      }
    }

    /** Where he works. */
    record ComeNear(AgentId agent) implements Change {
      @Override
      public String words() {
        return "the lead had been within his radius";
      }
    }

    /** A tag of the lead that the agent does not hold. */
    record HoldTag(AgentId agent, TagName tag) implements Change {
      @Override
      public String words() {
        return "he had held the tag " + tag;
      }
    }

    /** The weight of a tag that lead and agent have in common. */
    record RaiseWeight(TagName tag, int from, int to) implements Change {
      @Override
      public String words() {
        return "the tag " + tag + " had weighed " + to + " instead of " + from;
      }
    }
  }

  /**
   * What would have put him first: as few changes as possible, a tag before a weight. Empty for who
   * was first anyway, who was asked before, who declined, who has left, and where nothing of this
   * kind would have done it.
   */
  public List<Change> toBeFirst(AgentId agent) {
    Optional<Agent> known = book.agent(agent).filter(Agent::active);
    if (known.isEmpty() || asked.contains(agent) || out.contains(agent)) return List.of();
    if (isFirst(agent, List.of())) return List.of();
    for (List<Change> needed : neededAnyway(agent)) {
      if (isFirst(agent, needed)) return needed;
      Optional<List<Change>> more = withTag(agent, needed).or(() -> withWeight(agent, needed));
      if (more.isPresent()) return more.get();
    }
    return List.of();
  }

  /**
   * Availability, all required tags, and one of the exclusive ones: without these, nothing helps.
   */
  private List<List<Change>> neededAnyway(AgentId agent) {
    var needed = new ArrayList<Change>();
    Agent known = book.agent(agent).orElseThrow();
    if (book.availability(known, team, facts) != Availability.State.AVAILABLE) {
      needed.add(new Change.MakeAvailable(agent));
    }
    if (team.filter(t -> !hasMember(t, agent)).isPresent()) {
      needed.add(new Change.JoinTeam(agent, team.get()));
    }
    if (new Matches(book, lead).geo(known).isEmpty()) needed.add(new Change.ComeNear(agent));
    if (hasEnough(agent)) needed.add(new Change.LiftLimit(agent));
    Set<TagName> held = book.heldBy(agent);
    List<Tag> tags = book.tags(lead.tagNames());
    tags.stream()
        .filter(t -> t.rule() == TagRule.REQUIRED && !held.contains(t.name()))
        .forEach(t -> needed.add(new Change.HoldTag(agent, t.name())));
    List<Tag> exclusive = tags.stream().filter(t -> t.rule() == TagRule.EXCLUSIVE).toList();
    if (exclusive.isEmpty() || exclusive.stream().anyMatch(t -> held.contains(t.name()))) {
      return List.of(needed);
    }
    return exclusive.stream()
        .sorted(Comparator.comparingInt(Tag::weight).reversed())
        .map(t -> plus(needed, new Change.HoldTag(agent, t.name())))
        .toList();
  }

  private Optional<List<Change>> withTag(AgentId agent, List<Change> needed) {
    Set<TagName> held = new HashSet<>(book.heldBy(agent));
    for (Change change : needed) if (change instanceof Change.HoldTag tag) held.add(tag.tag());
    return book.tags(lead.tagNames()).stream()
        .filter(t -> !held.contains(t.name()))
        .sorted(Comparator.comparingInt(Tag::weight))
        .map(t -> plus(needed, new Change.HoldTag(agent, t.name())))
        .filter(changes -> isFirst(agent, changes))
        .findFirst();
  }

  private Optional<List<Change>> withWeight(AgentId agent, List<Change> needed) {
    Set<TagName> held = book.heldBy(agent);
    return book.tags(lead.tagNames()).stream()
        .filter(t -> held.contains(t.name()))
        .flatMap(t -> raised(agent, needed, t).stream())
        .min(Comparator.comparingInt(r -> r.to() - r.from()))
        .map(raise -> plus(needed, raise));
  }

  /** More weight never puts the holder of a tag further back, so the least can be searched for. */
  private Optional<Change.RaiseWeight> raised(AgentId agent, List<Change> needed, Tag tag) {
    if (!isFirst(agent, plus(needed, raise(tag, HIGHEST_WEIGHT)))) return Optional.empty();
    int low = tag.weight();
    int high = HIGHEST_WEIGHT;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (isFirst(agent, plus(needed, raise(tag, middle)))) high = middle;
      else low = middle;
    }
    return Optional.of(raise(tag, high));
  }

  private static Change.RaiseWeight raise(Tag tag, int to) {
    return new Change.RaiseWeight(tag.name(), tag.weight(), to);
  }

  private static List<Change> plus(List<Change> changes, Change one) {
    var more = new ArrayList<>(changes);
    more.add(one);
    return List.copyOf(more);
  }

  /** Draws the line again, with the changes made. */
  private boolean isFirst(AgentId agent, List<Change> changes) {
    RoutingBook otherBook = book;
    var known = new HashMap<>(facts.known());
    for (Change change : changes) {
      switch (change) {
        case Change.MakeAvailable back -> {
          known.put(back.agent(), known.getOrDefault(back.agent(), Fact.UNKNOWN).present());
          otherBook = changing(otherBook, back.agent(), a -> a.working(ALWAYS));
        }
        case Change.JoinTeam join -> otherBook = joining(otherBook, join);
        case Change.LiftLimit lift ->
            known.put(lift.agent(), known.getOrDefault(lift.agent(), Fact.UNKNOWN).unlimited());
        case Change.ComeNear near ->
            otherBook = changing(otherBook, near.agent(), a -> a.at(List.of()));
        case Change.HoldTag hold -> otherBook = holding(otherBook, hold);
        case Change.RaiseWeight raise -> otherBook = weighing(otherBook, raise);
      }
    }
    LineUp line = LineUp.draw(otherBook, lead, asked, out, facts.with(known));
    return !line.line().isEmpty() && line.line().getFirst().agent().equals(agent);
  }

  private static boolean hasMember(Team team, AgentId agent) {
    return team.members().stream().anyMatch(m -> m.agent().equals(agent));
  }

  private boolean hasEnough(AgentId agent) {
    Received received = facts.of(agent).received();
    return Limits.most(book.mostsOf(agent), received).isPresent()
        || team.flatMap(t -> Limits.cap(t, Set.copyOf(lead.tagNames()), received)).isPresent();
  }

  private static RoutingBook joining(RoutingBook book, Change.JoinTeam join) {
    BookDraft was = book.content();
    List<Team> teams =
        was.teams().stream()
            .map(t -> t.id().equals(join.team().id()) ? with(t, join.agent()) : t)
            .toList();
    return changed(book, new BookDraft(was.tags(), was.agents(), teams, was.settings()));
  }

  private static Team with(Team team, AgentId agent) {
    var members = new ArrayList<>(team.members());
    members.add(Team.Member.of(agent));
    return team.having(members);
  }

  private static RoutingBook holding(RoutingBook book, Change.HoldTag hold) {
    return changing(book, hold.agent(), a -> with(a, hold.tag()));
  }

  private static RoutingBook changing(RoutingBook book, AgentId id, UnaryOperator<Agent> change) {
    List<Agent> agents =
        book.content().agents().stream().map(a -> a.id().equals(id) ? change.apply(a) : a).toList();
    return changed(book, book.content().staffed(agents));
  }

  private static Agent with(Agent agent, TagName tag) {
    var tags = new LinkedHashSet<>(agent.tags());
    tags.add(tag.text());
    return agent.holding(tags);
  }

  private static RoutingBook weighing(RoutingBook book, Change.RaiseWeight raise) {
    BookDraft was = book.content();
    List<Tag> tags =
        was.tags().stream()
            .map(t -> t.name().equals(raise.tag()) ? t.weighing(raise.to()) : t)
            .toList();
    return changed(book, was.with(tags));
  }

  private static RoutingBook changed(RoutingBook book, BookDraft draft) {
    return new RoutingBook(book.company(), book.revision(), draft);
  }
}
