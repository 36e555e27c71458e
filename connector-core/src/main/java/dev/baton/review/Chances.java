package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.Cap;
import dev.baton.agent.Location;
import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.routing.Traits;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leads made for one agent, each as good for him as a lead can be: if he is not in line for any of
 * them, there is none for which he is. They differ in whose lead they are, for each team has leads
 * of its own, and in which conditions they put; of tags that come to the same, one is tried.
 */
final class Chances {
  private final UnderReview review;
  private final Agent agent;
  private final Map<TagName, Tag> held = new LinkedHashMap<>();
  private final Map<TagName, Long> points = new HashMap<>();
  private final Optional<Place> place;
  private final Set<Traits> leads = new LinkedHashSet<>();

  private Chances(UnderReview review, Agent agent) {
    this.review = review;
    this.agent = agent;
    for (Tag tag : review.carriedTags(agent)) held.put(tag.name(), tag);
    for (SpecialTag.Points each : Names.points(agent.tags())) {
      each.onlyWith().ifPresent(tag -> points.merge(tag, (long) each.points(), Long::sum));
    }
    place = nearest();
  }

  static Collection<Traits> of(UnderReview review, Agent agent) {
    var chances = new Chances(review, agent);
    for (RecordKind kind : review.kinds()) chances.of(kind);
    return chances.leads;
  }

  /** Those of one team. */
  static Collection<Traits> of(UnderReview review, Agent agent, Team team) {
    var chances = new Chances(review, agent);
    var taken = new HashSet<TagName>();
    for (Team each : review.book().content().teams()) {
      if (each.id().equals(team.id())) break;
      if (each.kind() != team.kind()) continue;
      if (each.tags().isEmpty()) return List.of();
      taken.addAll(names(each));
    }
    chances.of(team.kind(), Optional.of(team), taken);
    return chances.leads;
  }

  /** The same lead, but with the tag that the cap counts. */
  static Traits with(Traits lead, Cap cap) {
    Optional<TagName> counted = cap.tag().map(TagName::of);
    if (counted.filter(tag -> !lead.tagNames().contains(tag)).isEmpty()) return lead;
    var tags = new ArrayList<>(lead.tags());
    tags.add(TagMatch.given(counted.get()));
    return new Traits(tags, lead.kind(), lead.place());
  }

  private Optional<Place> nearest() {
    if (review.book().settings().matching().geo().weight().isEmpty()) return Optional.empty();
    return agent.locations().stream()
        .filter(location -> location.radiusKm().isPresent())
        .findFirst()
        .or(() -> agent.locations().stream().findFirst())
        .map(Location::place);
  }

  /** A lead is of the first team that takes it, so none of the tags of those before is on it. */
  private void of(RecordKind kind) {
    var taken = new HashSet<TagName>();
    for (Team team : review.book().content().teams()) {
      if (team.kind() != kind) continue;
      of(kind, Optional.of(team), taken);
      if (team.tags().isEmpty()) return;
      taken.addAll(names(team));
    }
    of(kind, Optional.empty(), taken);
  }

  private void of(RecordKind kind, Optional<Team> team, Set<TagName> taken) {
    Set<TagName> wanted = wanted(taken);
    Set<TagName> takes = team.map(Chances::names).orElse(Set.of());
    if (takes.isEmpty()) add(kind, Set.of());
    for (Set<TagName> tags : List.of(wanted, without(wanted, capped(team)))) {
      if (takes.isEmpty() || tags.stream().anyMatch(takes::contains)) conditions(kind, tags, taken);
      for (TagName entry : alternatives(takes, taken)) {
        conditions(kind, with(tags, entry), taken);
      }
    }
    for (TagName tag : held.keySet()) {
      if (!taken.contains(tag) && (takes.isEmpty() || takes.contains(tag))) add(kind, Set.of(tag));
    }
  }

  /** All that adds to his score and puts no condition that he does not fulfil. */
  private Set<TagName> wanted(Set<TagName> taken) {
    var wanted = new LinkedHashSet<TagName>();
    for (TagName tag : known()) {
      boolean fits = held.containsKey(tag) || rule(tag) == TagRule.PREFERENTIAL;
      if (fits && gain(tag) > 0 && !taken.contains(tag)) wanted.add(tag);
    }
    return wanted;
  }

  /** The lead as it is, and with exclusive tags of which he holds one and gains by others. */
  private void conditions(RecordKind kind, Set<TagName> tags, Set<TagName> taken) {
    add(kind, tags);
    var others = new LinkedHashSet<TagName>();
    for (TagName tag : points.keySet()) {
      boolean exclusive = !held.containsKey(tag) && rule(tag) == TagRule.EXCLUSIVE;
      if (exclusive && gain(tag) > 0 && !taken.contains(tag)) others.add(tag);
    }
    for (TagName tag : held.keySet()) {
      if (rule(tag) != TagRule.EXCLUSIVE || taken.contains(tag)) continue;
      add(kind, with(tags, tag));
      if (!others.isEmpty()) {
        var all = new LinkedHashSet<>(with(tags, tag));
        all.addAll(others);
        add(kind, all);
      }
    }
  }

  /** The tags that make it a lead of the team, one of those that are worth the same to him. */
  private Collection<TagName> alternatives(Set<TagName> takes, Set<TagName> taken) {
    var kinds = new LinkedHashMap<List<Object>, TagName>();
    for (TagName tag : takes) {
      if (taken.contains(tag)) continue;
      kinds.putIfAbsent(List.of(held.containsKey(tag), rule(tag), gain(tag)), tag);
    }
    return kinds.values();
  }

  private static Set<TagName> capped(Optional<Team> team) {
    var capped = new HashSet<TagName>();
    for (Cap cap : team.map(Team::caps).orElse(List.of())) {
      if (cap.most() == 0) cap.tag().map(TagName::of).ifPresent(capped::add);
    }
    return capped;
  }

  private Set<TagName> known() {
    var known = new LinkedHashSet<>(held.keySet());
    for (Tag tag : review.book().tags(points.keySet())) known.add(tag.name());
    return known;
  }

  private TagRule rule(TagName tag) {
    return review.book().tags(List.of(tag)).stream()
        .findFirst()
        .map(Tag::rule)
        .orElse(TagRule.PREFERENTIAL);
  }

  private long gain(TagName tag) {
    long worth = Optional.ofNullable(held.get(tag)).map(review::worth).orElse(0);
    return worth + points.getOrDefault(tag, 0L);
  }

  private void add(RecordKind kind, Collection<TagName> tags) {
    leads.add(new Traits(review.carrying(tags, kind).tags(), kind, place));
  }

  private static Set<TagName> names(Team team) {
    var names = new LinkedHashSet<TagName>();
    team.tags().stream().sorted().forEach(name -> names.add(TagName.of(name)));
    return names;
  }

  private static Set<TagName> with(Set<TagName> tags, TagName one) {
    var more = new LinkedHashSet<>(tags);
    more.add(one);
    return more;
  }

  private static Set<TagName> without(Set<TagName> tags, Set<TagName> some) {
    var fewer = new LinkedHashSet<>(tags);
    fewer.removeAll(some);
    return fewer;
  }
}
