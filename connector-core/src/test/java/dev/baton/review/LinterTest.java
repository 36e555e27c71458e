package dev.baton.review;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.GeoRule;
import dev.baton.agent.Location;
import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.review.Finding.Kind;
import dev.baton.review.Finding.Severity;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.TestBook;
import dev.baton.tag.Price;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be published and is probably not meant. */
class LinterTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static List<Finding> look(TestBook book, Recent recent) {
    return Linter.look(book.build(), recent, NOW);
  }

  private static List<Finding> of(Kind kind, TestBook book) {
    return of(kind, book, Recent.NONE);
  }

  private static List<Finding> of(Kind kind, TestBook book, Recent recent) {
    return look(book, recent).stream().filter(f -> f.kind() == kind).toList();
  }

  private static List<String> about(Kind kind, TestBook book) {
    return of(kind, book).stream().map(f -> f.about().kind() + " " + f.about().key()).toList();
  }

  /** A book with nothing to find. */
  private static TestBook sound() {
    return TestBook.with(Tag.preferential("Harbour"), Tag.exclusive("Villa"))
        .agent("ann", "Harbour", "Villa")
        .catchall("bob", "Harbour")
        .settings(s -> s.withEveryAgentForUntagged(true));
  }

  private static Recent saying(String... bodies) {
    return new Recent(
        IntStream.range(0, bodies.length)
            .mapToObj(
                i ->
                    new Recent.Arrival(
                        new LeadId(new UUID(0, i)),
                        NOW.minusSeconds(bodies.length - i),
                        new LeadContent(
                            new LeadText("", bodies[i], Map.of()), Contact.UNKNOWN, Set.of(), ""),
                        RecordKind.LEADS,
                        Optional.empty()))
            .toList());
  }

  private static String words(Kind kind, TestBook book) {
    return of(kind, book).getFirst().witness().words();
  }

  @Test
  void a_sound_book_has_no_findings() {
    assertThat(look(sound(), saying("in the harbour", "a villa"))).isEmpty();
  }

  @Test
  void warnings_come_before_notes_and_each_says_what_to_do() {
    var book =
        TestBook.with(Tag.exclusive("Villa"), Tag.preferential("Harbour"), Tag.required("R"))
            .agent("ann", "R")
            .agent("cat");

    List<Finding> findings = look(book, Recent.NONE);

    assertThat(findings).extracting(Finding::severity).isSorted().contains(Severity.NOTE);
    assertThat(findings)
        .allSatisfy(f -> assertThat(f.sentence()).endsWith(".").contains(". "))
        .allSatisfy(f -> assertThat(f.witness().words()).isNotBlank());
  }

  @Test
  void an_exclusive_tag_nobody_holds() {
    TestBook book = sound();
    assertThat(about(Kind.NOBODY_REACHED, book)).isEmpty();

    book =
        TestBook.with(Tag.exclusive("Villa"))
            .catchall("bob")
            .settings(s -> s.withEveryAgentForAll(true));

    assertThat(of(Kind.NOBODY_REACHED, book))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(
            f ->
                assertThat(f.sentence())
                    .isEqualTo(
                        "Leads with Villa would reach nobody. Give Villa to somebody, or make it"
                            + " preferential."))
        .satisfies(
            f ->
                assertThat(f.witness().words())
                    .isEqualTo("a lead with Villa: 1 × holds none of the lead's exclusive tags"));
    assertThat(about(Kind.HELD_BY_NOBODY, book)).isEmpty();
  }

  @Test
  void required_tags_that_no_single_agent_holds_together() {
    Tag[] tags = {Tag.required("Spanish"), Tag.required("French"), Tag.exclusive("Villa")};
    TestBook apart =
        TestBook.with(tags)
            .agent("ann", "Spanish", "Villa")
            .agent("cat", "French")
            .catchall("bob", "French");

    assertThat(of(Kind.NOBODY_REACHED, apart).stream().map(Finding::sentence))
        .contains(
            "A lead with both Spanish and French would reach nobody, for no agent holds both. Give"
                + " Spanish, French to one and the same agent, or make it preferential.",
            "A lead with both French and Villa would reach nobody, for no agent holds both. Give"
                + " French to one and the same agent, or make it preferential.");

    TestBook together =
        TestBook.with(tags).agent("ann", "Spanish", "Villa", "French").catchall("bob");
    assertThat(about(Kind.NOBODY_REACHED, together))
        .containsExactly("SETTING " + SettingFields.UNTAGGED);
  }

  @Test
  void two_exclusive_tags_need_not_be_held_together() {
    TestBook book =
        TestBook.with(Tag.exclusive("A"), Tag.exclusive("B"))
            .agent("ann", "A")
            .catchall("bob", "B");

    assertThat(about(Kind.NOBODY_REACHED, book))
        .containsExactly("SETTING " + SettingFields.UNTAGGED);
  }

  @Test
  void leads_without_a_tag() {
    TestBook book = TestBook.with(Tag.preferential("A")).agent("ann", "A");

    assertThat(of(Kind.NOBODY_REACHED, book))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(f -> assertThat(f.about().key()).isEqualTo(SettingFields.UNTAGGED));
    assertThat(of(Kind.NOBODY_REACHED, book.catchall("bob", "A")))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE));
    assertThat(of(Kind.NOBODY_REACHED, book.settings(s -> s.withEveryAgentForUntagged(true))))
        .isEmpty();
  }

  @Test
  void leads_of_a_team_whose_members_do_not_hold_its_tag() {
    Team north =
        Team.of("north", Distribution.BY_SCORE, List.of(Team.Member.of(id("ann"))))
            .taking(Set.of("Harbour"));
    TestBook book =
        TestBook.with(Tag.preferential("Harbour"), Tag.preferential("B"))
            .agent("ann", "B")
            .catchall("bob", "Harbour", "B")
            .settings(s -> s.withEveryAgentForUntagged(true));

    assertThat(about(Kind.NOBODY_REACHED, book)).isEmpty();
    assertThat(about(Kind.NOBODY_REACHED, book.team(north))).containsExactly("TEAM north");
  }

  @Test
  void leads_that_came_and_would_reach_nobody() {
    TestBook book =
        TestBook.with(Tag.required("Spanish"), Tag.required("French"))
            .agent("ann", "Spanish")
            .catchall("bob", "French")
            .settings(s -> s.withEveryAgentForUntagged(true));
    Recent recent = saying("spanish and french", "nothing", "french, spanish", "french");

    assertThat(of(Kind.NOBODY_REACHED, book, recent))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(
            f ->
                assertThat(f.sentence())
                    .startsWith(
                        "2 of the last 4 leads would reach nobody, such as one with French,"
                            + " Spanish."))
        .satisfies(
            f ->
                assertThat(((Witness.Unreached) f.witness()).lead())
                    .contains(new LeadId(new UUID(0, 2))));
    assertThat(of(Kind.NOBODY_REACHED, book, saying("french", "none")))
        .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE));
  }

  @Test
  void hours_do_not_count_for_whom_a_lead_reaches() {
    TestBook book =
        sound().working(new Schedule(Optional.of(Drafts.week(9, 10)), Optional.of("DE")));

    assertThat(about(Kind.NOBODY_REACHED, book)).isEmpty();
  }

  @Test
  void a_tag_held_by_nobody() {
    TestBook book = sound();
    assertThat(about(Kind.HELD_BY_NOBODY, book)).isEmpty();

    book =
        TestBook.with(Tag.preferential("Marina"), Tag.preferential("A"))
            .catchall("bob", "A")
            .gone("dan", "Marina");
    assertThat(about(Kind.HELD_BY_NOBODY, book)).containsExactly("TAG marina");
    assertThat(words(Kind.HELD_BY_NOBODY, book))
        .isEqualTo(
            "a lead with Marina: 1 × is switched to unavailable, 1 × holds none of the lead's tags");
  }

  @Test
  void a_tag_that_chooses_a_team_or_has_a_price_is_not_in_vain() {
    Team north =
        Team.of(
                "north",
                Distribution.of(Distribution.Method.ROUND_ROBIN),
                List.of(Team.Member.of(id("bob"))))
            .taking(Set.of("Marina"));
    TestBook book =
        TestBook.with(
                Tag.preferential("Marina"), Tag.preferential("Gold").costing(Price.of("5", "EUR")))
            .catchall("bob")
            .settings(s -> s.withEveryAgentForAll(true));

    assertThat(about(Kind.HELD_BY_NOBODY, book)).containsExactly("TAG marina");
    assertThat(about(Kind.HELD_BY_NOBODY, book.team(north))).isEmpty();
  }

  @Test
  void a_tag_not_found_in_any_of_fifty_leads() {
    String[] fifty = Stream.generate(() -> "a villa").limit(50).toArray(String[]::new);
    String[] fewer = Stream.generate(() -> "a villa").limit(49).toArray(String[]::new);

    assertThat(of(Kind.NOT_FOUND_LATELY, sound(), saying(fifty)))
        .singleElement()
        .satisfies(f -> assertThat(f.about().label()).isEqualTo("Harbour"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE))
        .satisfies(
            f ->
                assertThat(f.witness().words())
                    .isEqualTo("none of 50 leads since 2026-11-25T09:59:10Z"));
    assertThat(of(Kind.NOT_FOUND_LATELY, sound(), saying(fewer))).isEmpty();
    fifty[7] = "the HARBOUR";
    assertThat(of(Kind.NOT_FOUND_LATELY, sound(), saying(fifty))).isEmpty();
  }

  @Test
  void a_tag_whose_form_belongs_to_agents() {
    TestBook book =
        TestBook.with(
            Tag.preferential("PK_100"),
            Tag.preferential("Zip: 90200-90299"),
            Tag.preferential("-A-"));

    assertThat(about(Kind.NEVER_FOUND, book)).containsExactly("TAG pk 100");
    assertThat(words(Kind.NEVER_FOUND, book))
        .isEqualTo("a lead that says “PK_100” carries no tags");
  }

  @Test
  void tags_that_look_alike() {
    assertThat(
            about(
                Kind.TAGS_ALIKE,
                TestBook.with(Tag.preferential("New York"), Tag.preferential("New  York"))))
        .containsExactly("TAG new  york");
    assertThat(
            about(
                Kind.TAGS_ALIKE,
                TestBook.with(Tag.preferential("Café"), Tag.preferential("Cafe\u0301"))))
        .hasSize(1);
    assertThat(
            about(
                Kind.TAGS_ALIKE,
                TestBook.with(Tag.preferential("New York"), Tag.preferential("NewYork"))))
        .isEmpty();
    TestBook twice = TestBook.with(Tag.preferential("New York"), Tag.exclusive("new_york"));
    assertThat(of(Kind.TAGS_ALIKE, twice).getFirst().sentence())
        .isEqualTo(
            "New York and new_york are the same name, and only one of them counts. Remove the other.");
  }

  @Test
  void an_agent_without_tags() {
    assertThat(about(Kind.NEVER_CHOSEN, sound().agent("cat", "Harbour"))).isEmpty();
    assertThat(about(Kind.NEVER_CHOSEN, sound().agent("cat"))).isEmpty();

    TestBook book = sound().agent("cat").settings(s -> s.withEveryAgentForUntagged(false));
    assertThat(about(Kind.NEVER_CHOSEN, book)).containsExactly("AGENT cat");
    assertThat(words(Kind.NEVER_CHOSEN, book))
        .isEqualTo("a lead with no tags: he holds none of the lead's tags");
    assertThat(about(Kind.NEVER_CHOSEN, book.settings(s -> s.withEveryAgentForAll(true))))
        .isEmpty();
  }

  @Test
  void a_catchall_or_somebody_who_left_may_have_no_tags() {
    TestBook book =
        TestBook.with(Tag.preferential("A")).agent("ann", "A").catchall("bob").gone("dan");

    assertThat(about(Kind.NEVER_CHOSEN, book)).isEmpty();
  }

  @Test
  void points_and_places_are_ways_to_score() {
    TestBook book =
        TestBook.with(Tag.preferential("A"), Tag.exclusive("E"))
            .agent("ann", "A", "E")
            .agent("points", "PK_5")
            .agent("with", "PK_5_A")
            .agent("near")
            .at(new Location("office", new Place(48, 11), OptionalDouble.of(20)))
            .settings(s -> s.with(s.matching().with(new GeoRule(OptionalInt.of(40)))));

    assertThat(about(Kind.NEVER_CHOSEN, book)).isEmpty();
    assertThat(
            about(Kind.NEVER_CHOSEN, book.settings(s -> s.with(s.matching().with(GeoRule.NONE)))))
        .containsExactly("AGENT near");
  }

  @Test
  void an_agent_always_below_zero() {
    TestBook book =
        TestBook.with(Tag.preferential("A"), Tag.preferential("B"))
            .agent("ann", "A", "B", "PK_-101");

    assertThat(of(Kind.NEVER_CHOSEN, book))
        .singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains("below zero"))
        .satisfies(
            f ->
                assertThat(((Witness.LeftOut) f.witness()).verdicts())
                    .extracting(Witness.LeftOut.Verdict::reason)
                    .containsOnly(Reason.NEGATIVE_SCORE));
    assertThat(
            about(
                Kind.NEVER_CHOSEN,
                TestBook.with(Tag.preferential("A"), Tag.preferential("B"))
                    .agent("ann", "A", "B", "PK_-100")))
        .as("two tags make up for it")
        .isEmpty();
  }

  @Test
  void an_agent_whose_shift_has_no_hours() {
    var none =
        new Schedule(Optional.of(new WeeklyHours(ZoneOffset.UTC, Map.of())), Optional.empty());
    TestBook book = TestBook.with(Tag.preferential("A")).agent("ann", "A");

    assertThat(about(Kind.NEVER_CHOSEN, book)).isEmpty();
    assertThat(of(Kind.NEVER_CHOSEN, book.working(none)))
        .singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains("his shift has no hours"));
  }

  @Test
  void an_agent_in_no_team_where_all_leads_belong_to_teams() {
    TestBook book = TestBook.with(Tag.preferential("A")).agent("ann", "A").agent("cat", "A");
    Team all = Team.of("all", Distribution.BY_SCORE, List.of(Team.Member.of(id("ann"))));

    assertThat(about(Kind.NEVER_CHOSEN, book)).isEmpty();
    assertThat(of(Kind.NEVER_CHOSEN, book.team(all)))
        .singleElement()
        .satisfies(f -> assertThat(f.about().key()).isEqualTo("cat"))
        .satisfies(f -> assertThat(f.sentence()).contains("he is in no team"));
  }

  @Test
  void a_most_of_none_is_not_published_at_all() {
    assertThat(SpecialTag.read("MAX_0_DAY")).isInstanceOf(SpecialTag.Reading.Wrong.class);
  }

  @Test
  void nobody_is_a_catchall() {
    TestBook book = TestBook.with(Tag.preferential("A")).agent("ann", "A");

    assertThat(about(Kind.NO_CATCHALL, book)).containsExactly("SETTING catchall");
    assertThat(words(Kind.NO_CATCHALL, book))
        .isEqualTo("a lead with no tags: 1 × holds none of the lead's tags");
    assertThat(about(Kind.NO_CATCHALL, book.catchall("bob", "A"))).isEmpty();
  }

  @Test
  void a_catchall_who_has_left() {
    RoutingBook was = sound().build();
    Agent gone = new Agent(new AgentId("dan"), "Dan", "", Set.of(), false, true, Map.of());
    var agents = Stream.concat(was.content().agents().stream(), Stream.of(gone)).toList();
    var book = new RoutingBook(was.company(), 1, was.content().staffed(agents));

    assertThat(Linter.look(book, Recent.NONE, NOW))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.NO_CATCHALL))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE))
        .satisfies(f -> assertThat(f.about().key()).isEqualTo("dan"));
  }

  @Test
  void an_offer_window_longer_than_that_of_the_catchalls() {
    TestBook book = sound().settings(s -> s.withCatchallWindow(Duration.ofHours(1)));

    assertThat(about(Kind.LONG_WINDOW, book.settings(s -> s.withWindow(Duration.ofHours(1)))))
        .isEmpty();
    book.settings(s -> s.withWindow(Duration.ofMinutes(61)));
    assertThat(words(Kind.LONG_WINDOW, book))
        .isEqualTo("offer window 1 h 1 min, catchall window 1 h");
  }

  @Test
  void a_cap_of_none() {
    TestBook book = TestBook.with(Tag.preferential("A")).catchall("ann", "A");
    Team team = Team.of("north", Distribution.BY_SCORE, List.of(Team.Member.of(id("ann"))));

    assertThat(
            about(
                Kind.NOTHING_ALLOWED,
                TestBook.with(Tag.preferential("A"))
                    .catchall("ann", "A")
                    .team(team.capped(new Cap(Cap.Period.DAY, 1, Optional.empty())))))
        .isEmpty();
    book.team(team.capped(new Cap(Cap.Period.DAY, 0, Optional.empty())));
    assertThat(about(Kind.NOTHING_ALLOWED, book)).containsExactly("TEAM north");
    assertThat(words(Kind.NOTHING_ALLOWED, book))
        .isEqualTo("a lead with A: 1 × has reached a cap for this period");
  }

  @Test
  void locations_that_count_for_nothing() {
    TestBook book =
        sound()
            .agent("cat", "Harbour")
            .at(new Location("office", new Place(48, 11), OptionalDouble.empty()));

    assertThat(words(Kind.NO_NEARNESS, book)).isEqualTo("cat at office");
    book.settings(s -> s.with(s.matching().with(new GeoRule(OptionalInt.of(10)))));
    assertThat(about(Kind.NO_NEARNESS, book)).isEmpty();
  }

  @Test
  void a_book_without_agents_is_looked_at_too() {
    var book = new RoutingBook(sound().build().company(), 0, BookDraft.EMPTY);

    assertThat(Linter.look(book, saying("villa"), NOW))
        .extracting(Finding::kind)
        .containsExactly(Kind.NO_CATCHALL);
  }
}
