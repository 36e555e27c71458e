package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.Block;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.review.Change.What;
import dev.baton.review.Difference.Edited;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.Intake;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one draft says otherwise than another. */
class BookChangesTest {
  private static final BookDraft FULL = Drafts.full();

  private static List<String> told(BookDraft before, BookDraft after) {
    return BookChanges.between(before, after).stream()
        .map(
            c ->
                "%s %s %s %s"
                    .formatted(
                        c.what(),
                        c.item().kind(),
                        c.item().label(),
                        c.differences().stream().map(d -> d.field() + ": " + d.words()).toList()))
        .toList();
  }

  private static List<String> after(UnaryOperator<RoutingSettings> change) {
    return told(
        FULL,
        new BookDraft(FULL.tags(), FULL.agents(), FULL.teams(), change.apply(FULL.settings())));
  }

  private static BookDraft withFirst(UnaryOperator<Agent> change) {
    List<Agent> agents = FULL.agents();
    return FULL.staffed(List.of(change.apply(agents.get(0)), agents.get(1), agents.get(2)));
  }

  @Test
  void a_draft_compared_with_itself_has_no_changes() {
    assertThat(BookChanges.between(FULL, Drafts.full())).isEmpty();
    assertThat(BookChanges.between(BookDraft.EMPTY, BookDraft.EMPTY)).isEmpty();
  }

  /** Keeps a field that is added later from being forgotten: it is walked like the others. */
  @Test
  void whatever_differs_between_two_drafts_is_told() {
    assertThat(Variations.empties(FULL, "draft")).as("left out of the full draft").isEmpty();

    var all = Variations.of(FULL);
    assertThat(all).hasSizeGreaterThan(200);
    for (var varied : all) {
      assertThat(BookChanges.between(FULL, varied.value())).as(varied.path()).isNotEmpty();
      assertThat(BookChanges.between(varied.value(), FULL)).as(varied.path()).isNotEmpty();
    }
  }

  @Test
  void each_change_says_something_and_names_an_item_of_its_own() {
    Random random = new Random(20261125);
    for (int run = 0; run < 60; run++) {
      List<Change> changes = BookChanges.between(FULL, Drafts.varied(FULL, 4, random));
      assertThat(changes.stream().map(c -> c.item().kind() + " " + c.item().key()))
          .doesNotHaveDuplicates();
      for (Change change : changes) {
        assertThat(change.item().label()).isNotBlank();
        assertThat(change.differences().stream().map(Difference::words))
            .allSatisfy(words -> assertThat(words).isNotBlank());
        if (change.what() == What.CHANGED) assertThat(change.differences()).isNotEmpty();
      }
    }
  }

  @Test
  void a_tag_that_weighs_more() {
    Tag harbour = FULL.tags().getFirst();
    BookDraft after =
        FULL.with(
            Stream.concat(Stream.of(harbour.weighing(100)), FULL.tags().stream().skip(1)).toList());

    assertThat(told(FULL, after)).containsExactly("CHANGED TAG Harbour [weight: 50 → 100]");
  }

  @Test
  void tags_that_came_and_went() {
    BookDraft before = FULL.with(List.of(Tag.preferential("A"), Tag.exclusive("B")));
    BookDraft after = FULL.with(List.of(Tag.exclusive("B"), Tag.required("C").weighing(70)));

    assertThat(told(before, after))
        .containsExactly(
            "REMOVED TAG A [name: A → none, rule: preferential → none, weight: 50 → none]",
            "ADDED TAG C [name: none → C, rule: none → required, weight: none → 70]");
  }

  @Test
  void another_spelling_is_a_change_of_the_same_tag() {
    BookDraft before = FULL.with(List.of(Tag.preferential("new york")));

    assertThat(told(before, FULL.with(List.of(Tag.preferential("New_York")))))
        .containsExactly("CHANGED TAG New_York [name: new york → New_York]");
  }

  @Test
  void an_agent_with_other_tags() {
    BookDraft after = withFirst(a -> a.holding(Set.of("Harbour", "Spanish")));

    List<Change> changes = BookChanges.between(FULL, after);

    assertThat(told(FULL, after)).containsExactly("CHANGED AGENT ann [tags: +Spanish, −Villa]");
    assertThat(changes.getFirst().item().key()).isEqualTo("ann");
    assertThat(changes.getFirst().differences())
        .containsExactly(new Edited("tags", List.of("Spanish"), List.of("Villa"), false));
  }

  @Test
  void an_agent_with_other_hours() {
    BookDraft after =
        withFirst(
            a -> a.working(new Schedule(Optional.of(Drafts.week(10, 16)), a.schedule().region())));

    assertThat(told(FULL, after))
        .containsExactly(
            "CHANGED AGENT ann [shift: Mon–Tue 09:00–17:00 (Europe/Berlin) → Mon–Tue 10:00–16:00"
                + " (Europe/Berlin)]");
  }

  @Test
  void members_and_order_of_teams() {
    Team north = FULL.teams().get(0);
    Team south = FULL.teams().get(1);
    BookDraft after =
        new BookDraft(
            FULL.tags(),
            FULL.agents(),
            List.of(south, north.having(List.of(north.members().getFirst()))),
            FULL.settings());

    assertThat(told(FULL, after))
        .containsExactly(
            "CHANGED TEAM north [members: −bob]",
            "CHANGED ORDER Order of teams [order: north, south → south, north]");
  }

  @Test
  void each_setting_is_a_change_of_its_own() {
    assertThat(after(s -> s.withWindow(Duration.ofMinutes(10)).withEveryAgentForAll(true)))
        .containsExactly(
            "CHANGED SETTING Offer window [offer window: 5 min → 10 min]",
            "CHANGED SETTING Every agent qualifies for all leads [every agent qualifies for all"
                + " leads: no → yes]");
  }

  @Test
  void entries_of_the_spam_lists_and_holidays_one_by_one() {
    assertThat(
            after(
                s -> {
                  Intake i = s.intake();
                  Calendar c = s.calendar();
                  var spam = new SpamList(i.spam().allowed(), List.of("poker", "lottery"));
                  return s.with(new Intake(true, false, i.coalesceWithin(), spam))
                      .with(new Calendar(c.zone(), c.hours(), c.holidays().subList(0, 1)));
                }))
        .containsExactly(
            "REMOVED HOLIDAY DE-BY 2027-01-06 [name: Epiphany → none]",
            "REMOVED SPAM casino is blocked []",
            "ADDED SPAM lottery is blocked []");
  }

  @Test
  void operating_hours_day_by_day() {
    assertThat(
            after(
                s -> {
                  Calendar c = s.calendar();
                  OperatingHours h = c.hours().orElseThrow();
                  var long24th =
                      Map.of(
                          LocalDate.of(2026, 12, 24),
                          List.of(new Block(LocalTime.of(9, 0), LocalTime.of(14, 0))));
                  var other =
                      new OperatingHours(
                          Drafts.week(9, 20), long24th, h.adminOverride(), h.releaseGap());
                  return s.with(new Calendar(c.zone(), Optional.of(other), c.holidays()));
                }))
        .containsExactly(
            "CHANGED HOURS Monday [Monday: 08:00–20:00 → 09:00–20:00]",
            "CHANGED HOURS Tuesday [Tuesday: 08:00–20:00 → 09:00–20:00]",
            "CHANGED HOURS 2026-12-24 [2026-12-24: 09:00–12:00 → 09:00–14:00]",
            "CHANGED HOURS 2026-12-25 [2026-12-25: closed → none]");
  }

  @Test
  void no_more_operating_hours() {
    assertThat(
            after(
                s ->
                    s.with(new Calendar(Drafts.BERLIN, Optional.empty(), s.calendar().holidays()))))
        .singleElement()
        .asString()
        .startsWith("REMOVED HOURS Operating hours [");
  }
}
