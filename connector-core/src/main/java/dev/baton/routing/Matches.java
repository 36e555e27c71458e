package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.GeoRule;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the tags and the place of a lead come to for each agent (domain §4). Only agents who share
 * something with the lead are looked at, so that the cost grows with them and not with the company.
 */
final class Matches {
  private final RoutingBook book;
  private final Traits lead;
  private final Set<TagName> names;
  private final int[] tagScore;
  private final int[] points;
  private final int[] requiredHeld;
  private final boolean[] exclusiveHeld;
  private boolean exclusive;
  private int required;

  Matches(RoutingBook book, Traits lead) {
    this.book = book;
    this.lead = lead;
    Roster roster = book.roster();
    int size = roster.size();
    this.names = new HashSet<>();
    this.tagScore = new int[size];
    this.points = new int[size];
    this.requiredHeld = new int[size];
    this.exclusiveHeld = new boolean[size];
    for (TagMatch match : lead.tags()) {
      // Names differ only in spelling: a tag counts once.
      if (names.add(match.tag())) book.tag(match.tag()).ifPresent(tag -> add(tag, match));
    }
    roster.points().forEach(this::addPoints);
  }

  private void add(Tag tag, TagMatch match) {
    int worth = worth(book, tag, match);
    if (tag.rule() == TagRule.EXCLUSIVE) exclusive = true;
    if (tag.rule() == TagRule.REQUIRED) required++;
    for (int position : book.roster().holders(tag.name())) {
      tagScore[position] = Math.clamp((long) tagScore[position] + worth, Integer.MIN_VALUE, MOST);
      if (tag.rule() == TagRule.EXCLUSIVE) exclusiveHeld[position] = true;
      if (tag.rule() == TagRule.REQUIRED) requiredHeld[position]++;
    }
  }

  private static final int MOST = Integer.MAX_VALUE / 2;

  /** What a match adds to the score of who holds the tag. */
  static int worth(RoutingBook book, Tag tag, TagMatch match) {
    return book.settings().matching().modifiers().weigh(tag.weight(), match);
  }

  private void addPoints(int position, List<SpecialTag.Points> own) {
    for (SpecialTag.Points each : own) {
      if (each.onlyWith().map(names::contains).orElse(true)) points[position] += each.points();
    }
  }

  /** The tags of the lead, whether or not the book knows them. */
  Set<TagName> names() {
    return names;
  }

  boolean missesExclusive(int position) {
    return exclusive && !exclusiveHeld[position];
  }

  boolean missesRequired(int position) {
    return requiredHeld[position] < required;
  }

  /** What nearness adds; empty for who is too far away. */
  OptionalInt geo(Agent agent) {
    GeoRule rule = book.settings().matching().geo();
    if (lead.place().isEmpty() || agent.locations().isEmpty()) return OptionalInt.of(0);
    return rule.score(agent.locations(), lead.place().get());
  }

  Score score(int position, Agent agent) {
    return new Score(tagScore[position], geo(agent).orElse(0), points[position]);
  }
}
