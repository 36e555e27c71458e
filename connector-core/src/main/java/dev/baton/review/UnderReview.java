package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.BookDraft;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagModifiers;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A book that is looked at.
 *
 * @param from when the coming week begins
 * @param awake the same book at a moment at which everybody works who ever does, and with room for
 *     all in line: whoever is not in line there never is
 */
record UnderReview(RoutingBook book, Recent recent, Instant from, RoutingBook awake) {
  private static final WeeklyHours ALWAYS = WeeklyHours.always(ZoneOffset.UTC);

  static UnderReview of(RoutingBook book, Recent recent, Instant from) {
    BookDraft content = book.content();
    List<Agent> there = content.agents().stream().map(agent -> awake(agent, from)).toList();
    RoutingSettings settings = content.settings().withLineLimit(Math.max(1, there.size()));
    var draft = new BookDraft(content.tags(), there, content.teams(), settings);
    return new UnderReview(
        book, recent, from, new RoutingBook(book.company(), book.revision(), draft));
  }

  private static Agent awake(Agent agent, Instant from) {
    boolean never =
        agent.schedule().shift().filter(shift -> shift.nextOpening(from).isEmpty()).isPresent();
    return never ? agent : agent.working(new Schedule(Optional.of(ALWAYS), Optional.empty()));
  }

  List<Agent> activeAgents() {
    return book.content().agents().stream().filter(Agent::active).toList();
  }

  /**
   * The kinds of records that leads are: plain leads, what teams distribute, and what came lately.
   */
  Set<RecordKind> kinds() {
    var kinds = EnumSet.of(RecordKind.LEADS);
    for (Team team : book.content().teams()) kinds.add(team.kind());
    for (Recent.Arrival lead : recent.leads()) kinds.add(lead.kind());
    return kinds;
  }

  /** Everybody who could ever be in line for the lead, and why the others never are. */
  LineUp line(Traits lead) {
    return line(awake, lead);
  }

  LineUp line(RoutingBook other, Traits lead) {
    return LineUp.draw(other, lead, List.of(), Set.of(), RoutingFacts.NONE.at(from));
  }

  static Map<Reason, Integer> reasons(LineUp line) {
    var reasons = new EnumMap<Reason, Integer>(Reason.class);
    line.leftOut().values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    return reasons;
  }

  /** A lead that says these tags where they count most. */
  Traits carrying(Collection<TagName> tags, RecordKind kind) {
    return new Traits(tags.stream().map(this::match).toList(), kind, Optional.empty());
  }

  /** What a match counts at most. */
  int worth(Tag tag) {
    return modifiers().weigh(tag.weight(), match(tag.name()));
  }

  private TagMatch match(TagName tag) {
    boolean subject = modifiers().subject().compareTo(BigDecimal.ONE) >= 0;
    boolean exact = modifiers().exactCase().compareTo(BigDecimal.ONE) >= 0;
    String place = subject ? TagMatch.SUBJECT : TagMatch.BODY;
    return new TagMatch(tag, place, 0, tag.text().length(), exact);
  }

  private TagModifiers modifiers() {
    return book.settings().matching().modifiers();
  }

  /** The tags of the book that an agent holds and leads can carry, his address left aside. */
  List<Tag> carriedTags(Agent agent) {
    return book.tags(book.heldBy(agent.id())).stream()
        .filter(tag -> !isAddress(agent, tag.name()))
        .filter(tag -> Names.isCarried(tag.name().text()))
        .toList();
  }

  private static boolean isAddress(Agent agent, TagName name) {
    return name.text().equalsIgnoreCase(agent.email().strip());
  }

  static Item item(Tag tag) {
    return item(tag.name());
  }

  static Item item(TagName tag) {
    return new Item(Item.Kind.TAG, tag.key(), tag.text());
  }

  static Item item(Agent agent) {
    return new Item(Item.Kind.AGENT, agent.id().value(), agent.name());
  }

  static Item item(Team team) {
    return new Item(Item.Kind.TEAM, team.id().value(), team.name());
  }

  static Item setting(String name) {
    return new Item(Item.Kind.SETTING, name, Words.capital(name));
  }
}
