package dev.baton.server.why;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.GeoRule;
import dev.baton.agent.Location;
import dev.baton.agent.Place;
import dev.baton.agent.Received;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.performance.Measure;
import dev.baton.routing.Explanation;
import dev.baton.routing.Explanation.Verdict;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.routing.TestBook;
import dev.baton.routing.Traits;
import dev.baton.routing.WhatIf.Change;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In English a verdict reads as the core tells it, and in German nothing English is left. */
class VerdictWordsTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final TeamId SALES = new TeamId("sales");

  private final VerdictWords english = new VerdictWords(Words.ENGLISH);
  private final VerdictWords german = new VerdictWords(Words.in("de"));
  private final TestBook book =
      TestBook.with(Tag.preferential("P"), Tag.exclusive("E")).agent("ann", "P");
  private final Map<AgentId, Fact> facts = new HashMap<>();
  private Map<TeamId, Credits> turns = Map.of();

  private static Team team(Distribution distribution, String... members) {
    return Team.of(
            "sales", distribution, Arrays.stream(members).map(m -> Team.Member.of(id(m))).toList())
        .named("Desk");
  }

  private void has(String agent, Counted what, int count) {
    facts.put(
        id(agent),
        Fact.UNKNOWN.having(new Received(Optional.empty(), Map.of(what, count), Map.of())));
  }

  private Verdict verdict(String agent, Traits lead) {
    RoutingBook built = book.build();
    var known = new RoutingFacts(facts, TEN, Optional.empty(), turns);
    LineUp line = LineUp.draw(built, lead, List.of(), Set.of(), known);
    return Explanation.of(built, lead, line, known).agents().stream()
        .filter(verdict -> verdict.agent().equals(id(agent)))
        .findFirst()
        .orElseThrow();
  }

  private Verdict verdict(String agent, String... tags) {
    return verdict(agent, Traits.given(Arrays.stream(tags).map(TagName::of).toList()));
  }

  private void says(Verdict verdict, String inEnglish, String inGerman) {
    assertThat(english.because(verdict, "Ann")).isEqualTo(inEnglish).contains(verdict.detail());
    assertThat(german.because(verdict, "Ann")).isEqualTo(inGerman);
  }

  @Test
  void who_is_not_in_the_team() {
    book.agent("bob", "P").team(team(Distribution.BY_SCORE, "bob"));

    says(verdict("ann", "P"), "Ann is not in the team Desk", "Ann ist nicht im Team Desk");
  }

  @Test
  void who_has_the_most_he_may() {
    book.agent("max", "P", "MAX_3_DAY");
    has("max", Counted.all(Cap.Period.DAY), 3);

    says(
        verdict("max", "P"),
        "Ann has reached the most leads allowed: had 3, his most per day",
        "Ann hat die Höchstzahl an Leads erreicht: hatte 3, mehr sind pro Tag nicht erlaubt");
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_HOUR, had 2 leads this half hour, hatte 2 Leads in dieser halben Stunde",
    "HOUR, had 2 leads this hour, hatte 2 Leads in dieser Stunde",
    "DAY, had 2 leads this day, hatte 2 Leads an diesem Tag",
    "WEEK, had 2 leads this week, hatte 2 Leads in dieser Woche",
    "MONTH, had 2 leads this month, hatte 2 Leads in diesem Monat",
    "TOTAL, had 2 leads this total, hatte 2 Leads insgesamt",
    "ACTIVE, had 2 leads under way, hatte 2 Leads in Arbeit"
  })
  void who_has_reached_a_cap_of_the_team(Cap.Period period, String inEnglish, String inGerman) {
    String capped = "Ann has reached a cap for this period: ";
    String begrenzt = "Ann hat eine Obergrenze für diesen Zeitraum erreicht: ";
    has("ann", Counted.of(SALES, period), 2);
    Team desk = team(Distribution.BY_SCORE, "ann");
    book.team(desk.capped(new Cap(period, 2, Optional.empty())));
    says(verdict("ann", "P"), capped + inEnglish, begrenzt + inGerman);
  }

  @Test
  void who_has_reached_a_cap_for_a_tag() {
    var cap = new Cap(Cap.Period.DAY, 1, Optional.of("P"));
    has("ann", Counted.by(SALES, cap), 1);
    book.team(team(Distribution.BY_SCORE, "ann").capped(cap));

    says(
        verdict("ann", "P"),
        "Ann has reached a cap for this period: had 1 leads this day with P",
        "Ann hat eine Obergrenze für diesen Zeitraum erreicht: hatte 1 Leads an diesem Tag mit P");
  }

  @Test
  void who_is_too_far_away() {
    book.settings(s -> s.with(s.matching().with(new GeoRule(OptionalInt.of(100)))));
    book.at(new Location("Office", new Place(52.5, 13.4), OptionalDouble.of(10)));
    var lead =
        new Traits(
            Traits.given(List.of(TagName.of("P"))).tags(),
            RecordKind.LEADS,
            Optional.of(new Place(52.5, 13.8)));
    Verdict verdict = verdict("ann", lead);

    says(
        verdict, "Ann is too far away: 27 km from Office", "Ann ist zu weit weg: 27 km von Office");
  }

  @Test
  void who_is_owed_leads_by_weight() {
    book.agent("bob", "P").team(team(Distribution.of(Method.WEIGHTED_ROUND_ROBIN), "ann", "bob"));
    long owed = Credits.LEAD / 4;
    turns = Map.of(SALES, new Credits(Map.of(id("ann"), owed, id("bob"), -owed)));

    says(
        verdict("ann", "P"),
        "Ann stands in line, place 1: is owed 0.75 leads",
        "Ann steht in der Reihe, Platz 1: hat 0,75 Leads zu bekommen");
  }

  @Test
  void who_carries_leads_where_load_is_balanced() {
    book.team(team(Distribution.balancing(Cap.Period.WEEK), "ann"));
    has("ann", Counted.of(SALES, Cap.Period.WEEK), 3);

    says(
        verdict("ann", "P"),
        "Ann stands in line, place 1: carries 3 leads this week",
        "Ann steht in der Reihe, Platz 1: hat 3 Leads in dieser Woche");
  }

  @Test
  void a_detail_that_is_not_known_stays_as_it_is() {
    var verdict =
        new Verdict(id("ann"), Optional.of(1), false, Optional.empty(), List.of(), 0, "is lucky");

    says(
        verdict,
        "Ann stands in line, place 1: is lucky",
        "Ann steht in der Reihe, Platz 1: is lucky");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void each_reason_in_english_is_the_cores(Reason reason) {
    var verdict =
        new Verdict(id("ann"), Optional.empty(), false, Optional.of(reason), List.of(), 0, "");

    assertThat(english.because(verdict, "Ann")).isEqualTo("Ann " + reason.words());
    assertThat(german.because(verdict, "Ann")).startsWith("Ann ").doesNotContain(reason.words());
  }

  @Test
  void what_adds_to_a_score_and_what_would_have_put_somebody_first() {
    book.agent("own", "P", "PK_20", "PK_5_P");
    Verdict verdict = verdict("own", "P");
    assertThat(english.arithmetic(verdict))
        .contains("P 50 + ", "own points 20", "own points for P 5", " = " + verdict.score());
    assertThat(german.arithmetic(verdict))
        .contains("P 50 + ", "eigene Punkte 20", "eigene Punkte für P 5", " = " + verdict.score());

    List<Change> all =
        List.of(
            new Change.MakeAvailable(id("ann")),
            new Change.JoinTeam(id("ann"), team(Distribution.BY_SCORE, "ann")),
            new Change.LiftLimit(id("ann")),
            new Change.ComeNear(id("ann")),
            new Change.HoldTag(id("ann"), TagName.of("P")),
            new Change.RaiseWeight(TagName.of("P"), 50, 1200));
    assertThat(english.toBeFirst(all, "Ann"))
        .isEqualTo(
            "Ann would have been first if "
                + String.join(" and ", all.stream().map(Change::words).toList()));
    assertThat(german.toBeFirst(all.subList(4, 6), "Ann"))
        .isEqualTo(
            "Ann hätte an erster Stelle gestanden mit dem Tag P"
                + " und mit 1200 statt 50 als Gewicht des Tags P");
    assertThat(german.toBeFirst(List.of(), "Ann")).isEmpty();
  }

  @Test
  void what_the_core_calls_things_in_english_is_what_pages_call_them() {
    Words words = Words.ENGLISH;
    for (Method method : Method.values()) {
      assertThat(words.say("why.team." + method.name(), "X")).endsWith(": " + method.words() + ".");
    }
    for (Sla.Goal goal : Sla.Goal.values()) {
      assertThat(words.say("why.care." + goal.name(), "X")).isEqualTo(goal.words() + " by X");
    }
    for (ContactStatus status : ContactStatus.values()) {
      assertThat(words.say("why.contact." + status.name())).isEqualTo(low(status.label()));
    }
    for (DealStatus status : DealStatus.values()) {
      if (status == DealStatus.NONE) continue;
      assertThat(words.say("why.deal." + status.name())).isEqualTo(low(status.label()));
    }
    for (Measure measure : Measure.values()) {
      if (!measure.ofCompany()) continue;
      assertThat(words.say("report.behind.title." + measure.name())).isEqualTo(measure.label());
    }
  }

  private static String low(String label) {
    return label.toLowerCase(Locale.ENGLISH);
  }
}
