package dev.baton.routing;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.Received;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Domain §8: teams, methods of distribution and caps, clause by clause. */
class TeamsTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final TeamId SALES = new TeamId("sales");

  private final TestBook book =
      TestBook.with(Tag.preferential("P"), Tag.exclusive("E"))
          .agent("ann", "P")
          .agent("bob", "P", "E")
          .agent("cat")
          .agent("dan", "P");
  private final Map<AgentId, Fact> facts = new HashMap<>();
  private Map<TeamId, Credits> turns = Map.of();

  private static Team team(Distribution distribution, String... members) {
    return Team.of(
        "sales", distribution, Arrays.stream(members).map(m -> Team.Member.of(id(m))).toList());
  }

  private static Team weighted(Map<String, String> weights) {
    return Team.of(
        "sales",
        Distribution.of(Method.WEIGHTED_ROUND_ROBIN),
        weights.entrySet().stream()
            .map(e -> new Team.Member(id(e.getKey()), new BigDecimal(e.getValue())))
            .toList());
  }

  private LineUp draw(Traits lead) {
    var known = new RoutingFacts(facts, TEN, Optional.empty(), turns);
    return LineUp.draw(book.build(), lead, List.of(), Set.of(), known);
  }

  private static Traits lead(String... tags) {
    return Traits.given(Stream.of(tags).map(TagName::of).toList());
  }

  private static List<String> names(LineUp line) {
    return line.line().stream().map(s -> s.agent().value()).toList();
  }

  private Fact fact(String agent) {
    return facts.getOrDefault(id(agent), Fact.UNKNOWN);
  }

  private void lastTurn(String agent, int minute) {
    facts.put(id(agent), fact(agent).offered(TEN.minusSeconds(3600).plusSeconds(60L * minute)));
  }

  private void has(String agent, Counted what, int count) {
    var counts = new HashMap<>(fact(agent).received().counts());
    counts.put(what, count);
    facts.put(id(agent), fact(agent).having(new Received(Optional.empty(), counts, Map.of())));
  }

  // Whose lead it is -----------------------------------------------------------------------------

  @Test
  void a_lead_of_a_team_is_offered_to_its_members_alone() {
    book.team(team(Distribution.BY_SCORE, "ann", "bob"));

    LineUp line = draw(lead("P"));

    assertThat(line.team()).contains(SALES);
    assertThat(names(line)).containsExactly("ann", "bob");
    assertThat(line.leftOut()).containsEntry(id("dan"), Reason.NO_MATCH);
  }

  @Test
  void a_team_that_names_tags_takes_only_leads_with_one_of_them() {
    book.team(team(Distribution.BY_SCORE, "bob").taking(Set.of("E")));

    assertThat(draw(lead("P")).team()).isEmpty();
    assertThat(names(draw(lead("P")))).containsExactly("ann", "bob", "dan");
    assertThat(names(draw(lead("P", "E")))).containsExactly("bob");
  }

  @Test
  void a_lead_belongs_to_the_first_team_that_takes_it() {
    book.team(team(Distribution.BY_SCORE, "dan").taking(Set.of("P")));
    book.team(Team.of("others", Distribution.BY_SCORE, List.of(Team.Member.of(id("ann")))));

    assertThat(names(draw(lead("P")))).containsExactly("dan");
  }

  @Test
  void a_team_distributes_one_kind_of_record() {
    book.team(team(Distribution.BY_SCORE, "dan").distributing(RecordKind.CASES));

    assertThat(draw(lead("P")).team()).isEmpty();
    var aCase = new Traits(lead("P").tags(), RecordKind.CASES, Optional.empty());
    assertThat(names(draw(aCase))).containsExactly("dan");
  }

  @Test
  void hours_of_the_team_count_for_members_without_a_shift() {
    var closed = new WeeklyHours(ZoneOffset.UTC, Map.of());
    book.team(team(Distribution.BY_SCORE, "ann", "bob").working(closed));

    assertThat(draw(lead("P")).leftOut()).containsEntry(id("ann"), Reason.OUT_OF_HOURS);
    book.shiftsAroundTheClock();
    assertThat(names(draw(lead("P")))).containsExactly("ann", "bob");
  }

  // Methods --------------------------------------------------------------------------------------

  @Test
  void belonging_to_a_team_that_takes_turns_is_enough_without_a_tag_in_common() {
    book.team(team(Distribution.of(Method.ROUND_ROBIN), "ann", "cat"));

    assertThat(names(draw(lead()))).containsExactly("ann", "cat");
    assertThat(names(draw(lead("P")))).containsExactly("ann", "cat");
  }

  @Test
  void an_exclusive_tag_counts_in_a_team_that_takes_turns_too() {
    book.team(team(Distribution.of(Method.ROUND_ROBIN), "ann", "bob", "cat"));

    assertThat(names(draw(lead("E")))).containsExactly("bob");
  }

  @Test
  void round_robin_asks_whose_last_turn_is_longest_ago() {
    book.team(team(Distribution.of(Method.ROUND_ROBIN), "ann", "bob", "cat"));
    lastTurn("ann", 3);
    lastTurn("bob", 1);
    lastTurn("cat", 2);

    assertThat(names(draw(lead("P")))).containsExactly("bob", "cat", "ann");
  }

  @Test
  void a_lead_got_without_an_offer_is_a_turn_too() {
    book.team(team(Distribution.of(Method.ROUND_ROBIN), "ann", "bob"));
    lastTurn("ann", 1);
    facts.put(id("bob"), Fact.UNKNOWN.having(new Received(Optional.of(TEN), Map.of(), Map.of())));

    assertThat(names(draw(lead()))).containsExactly("ann", "bob");
  }

  @Test
  void somebody_back_after_a_month_gets_one_lead_in_his_turn_and_is_not_flooded() {
    book.team(team(Distribution.of(Method.ROUND_ROBIN), "ann", "bob"));
    facts.put(id("bob"), Fact.UNKNOWN.offered(TEN.minusSeconds(30 * 86_400L)));
    lastTurn("ann", 1);
    assertThat(names(draw(lead())).getFirst()).isEqualTo("bob");

    facts.put(id("bob"), Fact.UNKNOWN.offered(TEN));
    assertThat(names(draw(lead())).getFirst()).isEqualTo("ann");
  }

  @Test
  void by_weight_two_gets_twice_in_a_cycle_and_a_half_every_other() {
    book.team(weighted(Map.of("ann", "2", "bob", "1", "cat", "0.5")));

    List<String> asked = turns(14);

    assertThat(asked.stream().filter("ann"::equals)).hasSize(8);
    assertThat(asked.stream().filter("bob"::equals)).hasSize(4);
    assertThat(asked.stream().filter("cat"::equals)).hasSize(2);
    assertThat(asked.subList(0, 7).stream().filter("ann"::equals)).hasSize(4);
  }

  @Test
  void the_highest_weight_among_an_agents_tags_counts_instead_of_his_own() {
    book.team(
        new Team(
            SALES,
            "Sales",
            RecordKind.LEADS,
            Set.of(),
            List.of(Team.Member.of(id("ann")), Team.Member.of(id("bob"))),
            new Distribution(
                Method.WEIGHTED_ROUND_ROBIN,
                Cap.Period.DAY,
                Map.of("P", BigDecimal.ONE, "E", new BigDecimal("3"))),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty()));

    List<String> asked = turns(8);

    assertThat(asked.stream().filter("bob"::equals)).hasSize(6);
    assertThat(asked.stream().filter("ann"::equals)).hasSize(2);
  }

  private List<String> turns(int leads) {
    var asked = new ArrayList<String>();
    for (int i = 0; i < leads; i++) {
      RoutingBook built = book.build();
      var known = new RoutingFacts(facts, TEN, Optional.empty(), turns);
      LineUp line = LineUp.draw(built, lead(), List.of(), Set.of(), known);
      AgentId first = line.line().getFirst().agent();
      asked.add(first.value());
      turns = Map.of(SALES, Turns.after(built, line, first, known).orElseThrow());
    }
    return asked;
  }

  @Test
  void load_balance_asks_who_has_fewest() {
    book.team(team(Distribution.balancing(Cap.Period.WEEK), "ann", "bob", "cat"));
    has("ann", Counted.of(SALES, Cap.Period.WEEK), 3);
    has("bob", Counted.of(SALES, Cap.Period.WEEK), 1);
    has("cat", Counted.of(SALES, Cap.Period.WEEK), 2);

    assertThat(names(draw(lead()))).containsExactly("bob", "cat", "ann");
  }

  @Test
  void load_balance_counts_leads_under_way_where_that_is_asked() {
    book.team(team(Distribution.balancing(Cap.Period.ACTIVE), "ann", "bob"));
    has("ann", Counted.of(SALES, Cap.Period.ACTIVE), 1);

    assertThat(names(draw(lead()))).containsExactly("bob", "ann");
  }

  @Test
  void who_was_away_counts_as_having_got_his_share_so_nobody_is_flooded_on_return() {
    book.team(team(Distribution.balancing(Cap.Period.DAY), "ann", "bob", "cat"));
    RoutingBook built = book.build();
    facts.put(id("cat"), Fact.UNKNOWN.absent());

    Map<AgentId, Long> missed =
        Turns.missed(
            built, built.team(SALES).orElseThrow(), id("ann"), new RoutingFacts(facts).at(TEN));

    assertThat(missed).isEqualTo(Map.of(id("cat"), Credits.LEAD / 2));
  }

  @Test
  void an_agents_address_as_a_tag_sends_the_lead_to_him_first_whatever_the_method() {
    book.team(team(Distribution.of(Method.ROUND_ROBIN), "ann", "bob"));
    lastTurn("bob", 9);
    lastTurn("ann", 1);

    assertThat(names(draw(lead("bob@example.org")))).containsExactly("bob", "ann");
  }

  // Caps -----------------------------------------------------------------------------------------

  @Test
  void who_has_reached_a_cap_of_his_team_is_capped() {
    book.team(
        team(Distribution.BY_SCORE, "ann", "bob")
            .capped(new Cap(Cap.Period.DAY, 3, Optional.empty())));
    has("ann", Counted.of(SALES, Cap.Period.DAY), 3);
    has("bob", Counted.of(SALES, Cap.Period.DAY), 2);

    LineUp line = draw(lead("P"));

    assertThat(names(line)).containsExactly("bob");
    assertThat(line.leftOut()).containsEntry(id("ann"), Reason.CAPPED);
  }

  @Test
  void a_cap_for_a_tag_counts_leads_with_that_tag_alone() {
    var cap = new Cap(Cap.Period.DAY, 1, Optional.of("E"));
    book.team(team(Distribution.BY_SCORE, "ann", "bob").capped(cap));
    has("bob", Counted.by(SALES, cap), 1);

    assertThat(draw(lead("P", "E")).leftOut()).containsEntry(id("bob"), Reason.CAPPED);
    assertThat(names(draw(lead("P")))).containsExactly("ann", "bob");
  }

  @Test
  void a_period_without_a_cap_is_unlimited() {
    book.team(team(Distribution.BY_SCORE, "ann"));
    has("ann", Counted.of(SALES, Cap.Period.DAY), 1_000);

    assertThat(names(draw(lead("P")))).containsExactly("ann");
  }

  @Test
  void a_most_by_an_agents_own_tag_is_reached() {
    book.agent("eve", "P", "MAX_2_WEEK");
    has("eve", Counted.all(Cap.Period.WEEK), 1);
    assertThat(names(draw(lead("P")))).contains("eve");

    has("eve", Counted.all(Cap.Period.WEEK), 2);
    assertThat(draw(lead("P")).leftOut()).containsEntry(id("eve"), Reason.MAX_REACHED);
  }

  @Test
  void what_a_book_counts_is_what_its_caps_methods_and_mosts_ask_for() {
    book.agent("eve", "MAX_2_TOTAL");
    book.team(
        team(Distribution.balancing(Cap.Period.MONTH), "ann")
            .capped(new Cap(Cap.Period.HOUR, 3, Optional.of("P"))));

    assertThat(book.build().counted())
        .containsExactlyInAnyOrder(
            Counted.all(Cap.Period.TOTAL),
            Counted.of(SALES, Cap.Period.MONTH),
            new Counted(Optional.of(SALES), Cap.Period.HOUR, Optional.of("P")));
  }

  // Explained ------------------------------------------------------------------------------------

  @Test
  void reasons_and_places_are_told_with_their_details() {
    book.team(
        team(Distribution.balancing(Cap.Period.DAY), "ann", "bob")
            .capped(new Cap(Cap.Period.DAY, 3, Optional.empty())));
    has("ann", Counted.of(SALES, Cap.Period.DAY), 3);
    has("bob", Counted.of(SALES, Cap.Period.DAY), 1);
    RoutingBook built = book.build();
    var known = new RoutingFacts(facts, TEN, Optional.empty(), turns);
    LineUp line = LineUp.draw(built, lead("P"), List.of(), Set.of(), known);

    var told = new HashMap<String, String>();
    Explanation.of(built, lead("P"), line, known)
        .agents()
        .forEach(v -> told.put(v.agent().value(), v.detail()));

    assertThat(told)
        .containsEntry("ann", "had 3 leads this day")
        .containsEntry("bob", "carries 1 leads this day")
        .containsEntry("dan", "is not in the team sales");
  }

  @Test
  void what_would_have_put_somebody_first_is_told_for_teams_and_limits_too() {
    book.team(
        team(Distribution.BY_SCORE, "ann", "bob")
            .capped(new Cap(Cap.Period.DAY, 1, Optional.empty())));
    has("ann", Counted.of(SALES, Cap.Period.DAY), 1);
    lastTurn("bob", 1);
    var known = new RoutingFacts(facts, TEN, Optional.empty(), turns);
    var whatIf = new WhatIf(book.build(), lead("P"), List.of(), Set.of(), known);

    assertThat(whatIf.toBeFirst(id("ann")).stream().map(WhatIf.Change::words))
        .contains("he had not had as many leads as he may");
    assertThat(whatIf.toBeFirst(id("dan")).stream().map(WhatIf.Change::words))
        .contains("he had been in the team sales");
  }
}
