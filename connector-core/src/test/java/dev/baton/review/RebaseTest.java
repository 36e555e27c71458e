package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.Distribution;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Team;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.tag.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Two drafts that began as one, made one again. */
class RebaseTest {
  private static final BookDraft BASE = Drafts.full();

  private static BookDraft tag(BookDraft draft, int which, UnaryOperator<Tag> change) {
    var tags = new ArrayList<>(draft.tags());
    tags.set(which, change.apply(tags.get(which)));
    return draft.with(tags);
  }

  private static BookDraft agent(BookDraft draft, int which, UnaryOperator<Agent> change) {
    var agents = new ArrayList<>(draft.agents());
    agents.set(which, change.apply(agents.get(which)));
    return draft.staffed(agents);
  }

  private static BookDraft team(BookDraft draft, int which, UnaryOperator<Team> change) {
    var teams = new ArrayList<>(draft.teams());
    teams.set(which, change.apply(teams.get(which)));
    return new BookDraft(draft.tags(), draft.agents(), teams, draft.settings());
  }

  private static BookDraft window(BookDraft draft, int minutes) {
    return new BookDraft(
        draft.tags(),
        draft.agents(),
        draft.teams(),
        draft.settings().withWindow(Duration.ofMinutes(minutes)));
  }

  private static List<String> told(Rebase rebase) {
    return rebase.conflicts().stream()
        .map(
            c ->
                "%s %s: %s | %s | %s"
                    .formatted(c.item().label(), c.field(), c.base(), c.mine(), c.theirs()))
        .toList();
  }

  private static void assertSame(BookDraft draft, BookDraft expected) {
    assertThat(BookChanges.between(expected, draft)).isEmpty();
    assertThat(draft).isEqualTo(expected);
  }

  @Test
  void what_only_one_of_them_changed_is_as_he_changed_it() {
    BookDraft mine = tag(window(BASE, 10), 0, t -> t.weighing(100));
    BookDraft theirs = tag(BASE, 1, t -> t.weighing(20));

    Rebase rebase = Rebase.of(BASE, mine, theirs);

    assertSame(rebase.draft(), tag(mine, 1, t -> t.weighing(20)));
    assertThat(rebase.conflicts()).isEmpty();
  }

  @Test
  void what_both_changed_alike_is_no_conflict() {
    Rebase rebase = Rebase.of(BASE, window(BASE, 10), window(BASE, 10));

    assertSame(rebase.draft(), window(BASE, 10));
    assertThat(rebase.conflicts()).isEmpty();
  }

  @Test
  void what_both_changed_differently_stays_mine_and_theirs_is_told() {
    Rebase rebase = Rebase.of(BASE, window(BASE, 10), window(BASE, 20));

    assertSame(rebase.draft(), window(BASE, 10));
    assertThat(told(rebase)).containsExactly("Offer window offer window: 5 min | 10 min | 20 min");
  }

  @Test
  void two_fields_of_one_tag_go_together() {
    Rebase rebase =
        Rebase.of(BASE, tag(BASE, 0, t -> t.weighing(100)), tag(BASE, 0, t -> t.in("Towns")));

    assertSame(rebase.draft(), tag(BASE, 0, t -> t.weighing(100).in("Towns")));
    assertThat(rebase.conflicts()).isEmpty();
  }

  @Test
  void the_same_field_of_one_tag_does_not() {
    Rebase rebase =
        Rebase.of(
            BASE,
            tag(BASE, 0, t -> t.weighing(100).in("Towns")),
            tag(BASE, 0, t -> t.weighing(70)));

    assertSame(rebase.draft(), tag(BASE, 0, t -> t.weighing(100).in("Towns")));
    assertThat(told(rebase)).containsExactly("Harbour weight: 50 | 100 | 70");
  }

  @Test
  void tags_of_an_agent_go_together_one_by_one() {
    Rebase rebase =
        Rebase.of(
            BASE,
            agent(BASE, 0, a -> a.holding(Set.of("Harbour", "Villa", "Spanish"))),
            agent(BASE, 0, a -> a.holding(Set.of("Harbour"))));

    assertSame(rebase.draft(), agent(BASE, 0, a -> a.holding(Set.of("Harbour", "Spanish"))));
    assertThat(rebase.conflicts()).isEmpty();
  }

  @Test
  void shares_of_a_member_do_not() {
    UnaryOperator<Team> two = t -> weighing(t, BigDecimal.TWO);
    UnaryOperator<Team> ten = t -> weighing(t, BigDecimal.TEN);

    Rebase rebase = Rebase.of(BASE, team(BASE, 0, two), team(BASE, 0, ten));

    assertSame(rebase.draft(), team(BASE, 0, two));
    assertThat(told(rebase))
        .containsExactly("north members: ann | ann (weight 2) | ann (weight 10)");
  }

  private static Team weighing(Team team, BigDecimal weight) {
    var members = new ArrayList<>(team.members());
    members.set(0, new Team.Member(members.getFirst().agent(), weight));
    return team.having(members);
  }

  @Test
  void one_removed_what_the_other_changed() {
    BookDraft removed = BASE.with(BASE.tags().subList(0, 2));
    BookDraft changed = tag(BASE, 2, t -> t.weighing(60));

    Rebase mineRemoved = Rebase.of(BASE, removed, changed);
    Rebase theirsRemoved = Rebase.of(BASE, changed, removed);

    assertSame(mineRemoved.draft(), removed);
    assertThat(told(mineRemoved)).containsExactly("Spanish :  | removed | weight 50 → 60");
    assertSame(theirsRemoved.draft(), changed);
    assertThat(told(theirsRemoved)).containsExactly("Spanish :  | weight 50 → 60 | removed");
  }

  @Test
  void one_removed_what_the_other_left_alone() {
    BookDraft removed = BASE.with(BASE.tags().subList(0, 2));

    assertSame(Rebase.of(BASE, removed, window(BASE, 9)).draft(), window(removed, 9));
    assertSame(Rebase.of(BASE, window(BASE, 9), removed).draft(), window(removed, 9));
  }

  @Test
  void both_added_the_same_name() {
    BookDraft mine = adding(Tag.preferential("Marina"));
    BookDraft theirs = adding(Tag.exclusive("marina"));

    Rebase rebase = Rebase.of(BASE, mine, theirs);

    assertSame(rebase.draft(), mine);
    assertThat(told(rebase))
        .containsExactly(
            "Marina name:  | Marina | marina", "Marina rule:  | preferential | exclusive");
    assertThat(Rebase.of(BASE, mine, mine).conflicts()).isEmpty();
  }

  @Test
  void both_added_something_else() {
    BookDraft mine = adding(Tag.preferential("Marina"));
    BookDraft theirs = adding(Tag.exclusive("Castle"));

    Rebase rebase = Rebase.of(BASE, mine, theirs);

    assertThat(rebase.draft().tags())
        .hasSize(5)
        .containsAll(mine.tags())
        .containsAll(theirs.tags());
    assertThat(rebase.conflicts()).isEmpty();
  }

  private static BookDraft adding(Tag tag) {
    var tags = new ArrayList<>(BASE.tags());
    tags.add(tag);
    return BASE.with(tags);
  }

  @Test
  void both_turned_the_order_of_teams_differently() {
    BookDraft three = teams(List.of("a", "b", "c"));
    Rebase rebase = Rebase.of(three, teams(List.of("b", "a", "c")), teams(List.of("c", "a", "b")));

    assertSame(rebase.draft(), teams(List.of("b", "a", "c")));
    assertThat(told(rebase)).containsExactly("Order of teams order: a, b, c | b, a, c | c, a, b");
    assertSame(
        Rebase.of(three, teams(List.of("a", "b", "c", "d")), teams(List.of("c", "a", "b"))).draft(),
        teams(List.of("c", "d", "a", "b")));
  }

  private static BookDraft teams(List<String> names) {
    return new BookDraft(
        BASE.tags(),
        BASE.agents(),
        names.stream().map(n -> Team.of(n, Distribution.BY_SCORE, List.of())).toList(),
        BASE.settings());
  }

  @Test
  void hours_that_one_removed_and_the_other_changed_are_mine() {
    Calendar was = BASE.settings().calendar();
    BookDraft removed = hours(new Calendar(was.zone(), Optional.empty(), was.holidays()));
    var later = was.hours().map(h -> OperatingHours.of(Drafts.week(10, 20)));
    BookDraft changed = hours(new Calendar(was.zone(), later, was.holidays()));

    assertSame(Rebase.of(BASE, removed, changed).draft(), removed);
    assertSame(Rebase.of(BASE, changed, removed).draft(), changed);
    assertThat(Rebase.of(BASE, changed, removed).conflicts()).hasSize(1);
  }

  private static BookDraft hours(Calendar calendar) {
    return new BookDraft(BASE.tags(), BASE.agents(), BASE.teams(), BASE.settings().with(calendar));
  }

  @Test
  void each_single_difference_is_carried_over_whole() {
    for (var varied : Variations.of(BASE)) {
      assertThat(Rebase.of(BASE, varied.value(), BASE).draft())
          .as(varied.path())
          .isEqualTo(varied.value());
      assertThat(Rebase.of(BASE, BASE, varied.value()).draft())
          .as(varied.path())
          .isEqualTo(varied.value());
    }
  }

  @Test
  void what_only_one_of_them_did_comes_out_whole_however_odd_the_drafts() {
    Random random = new Random(20261125);
    for (int run = 0; run < 40; run++) {
      BookDraft base = Drafts.varied(BASE, random.nextInt(4), random);
      BookDraft mine = Drafts.varied(base, random.nextInt(6), random);

      assertUnchanged(Rebase.of(base, base, mine), mine);
      assertUnchanged(Rebase.of(base, mine, base), mine);
      assertUnchanged(Rebase.of(base, mine, mine), mine);
    }
  }

  @Test
  void merging_once_more_changes_nothing() {
    Random random = new Random(20261126);
    int conflicts = 0;
    for (int run = 0; run < 60; run++) {
      BookDraft base = Drafts.tidy(BASE, random.nextInt(3), random);
      BookDraft mine = Drafts.tidy(base, random.nextInt(7), random);
      BookDraft theirs = Drafts.tidy(base, random.nextInt(7), random);

      Rebase once = Rebase.of(base, mine, theirs);

      assertSame(Rebase.of(base, once.draft(), theirs).draft(), once.draft());
      assertUnchanged(Rebase.of(theirs, once.draft(), theirs), once.draft());
      conflicts += once.conflicts().size();
    }
    assertThat(conflicts).as("conflicts that came up").isGreaterThan(5);
  }

  private static void assertUnchanged(Rebase rebase, BookDraft expected) {
    assertSame(rebase.draft(), expected);
    assertThat(rebase.conflicts()).isEmpty();
  }
}
