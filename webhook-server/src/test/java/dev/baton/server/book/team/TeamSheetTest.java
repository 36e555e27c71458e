package dev.baton.server.book.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.Team.Member;
import dev.baton.review.Drafts;
import dev.baton.review.Variations;
import dev.baton.routing.BookDraft;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a team is stands in its form, and is read from it as it was. */
class TeamSheetTest {
  private static final ZoneId COMPANY = ZoneOffset.UTC;
  private static final Team NORTH = Drafts.full().teams().getFirst();

  private static Team read(Team before, Map<String, String> values) {
    return read(before, values, Words.ENGLISH);
  }

  private static Team read(Team before, Map<String, String> values, Words words) {
    var read = TeamSheet.read(before, Form.of(values), COMPANY, words);
    assertThat(read.form().errors()).isEmpty();
    return read.value();
  }

  private static Map<String, String> form(Team team) {
    return form(team, Words.ENGLISH);
  }

  private static Map<String, String> form(Team team, Words words) {
    return new HashMap<>(TeamSheet.of(COMPANY, words).filled(team).values());
  }

  private static Form wrong(Map<String, String> values) {
    return TeamSheet.read(NORTH, Form.of(values), COMPANY, Words.ENGLISH).form();
  }

  @Test
  void whatever_a_book_says_of_a_team_stays_when_nothing_is_typed() {
    for (int seed = 0; seed < 150; seed++) {
      BookDraft book = Drafts.tidy(Drafts.full(), 1 + seed % 12, new Random(seed));
      for (Team team : book.teams()) {
        if (!team.problems().isEmpty()) continue;
        for (Words words : Words.ALL) {
          assertThat(read(team, form(team, words), words)).as("seed " + seed).isEqualTo(team);
        }
      }
    }
  }

  @Test
  void each_thing_that_a_team_can_have_otherwise_can_be_typed() {
    int tried = 0;
    for (var variation : Variations.of(NORTH)) {
      Team team = variation.value();
      if (!team.id().equals(NORTH.id()) || !team.problems().isEmpty()) continue;
      tried++;
      assertThat(read(NORTH, form(team)).members())
          .as(variation.path())
          .containsExactlyInAnyOrderElementsOf(team.members());
      assertThat(read(NORTH, form(team)).having(team.members()))
          .as(variation.path())
          .isEqualTo(team);
    }
    assertThat(tried).isGreaterThan(40);
  }

  @Test
  void times_and_numbers_no_field_can_tell_stay_as_they_are() {
    Team odd =
        NORTH
            .promising(
                new Sla(Sla.Goal.CONTACTED, Duration.ofMillis(90_500), Sla.Consequence.ALERT, true))
            .sticking(new Sticky(" company ", Duration.ofNanos(7)))
            .having(List.of(new Member(NORTH.members().getFirst().agent(), new BigDecimal("1.0"))));
    assertThat(read(odd, form(odd))).isEqualTo(odd);
  }

  @Test
  void several_agents_come_and_go_at_once_and_who_stays_keeps_his_place() {
    Map<String, String> values = form(NORTH);
    values.remove("member.ann");
    values.put("member.dan", "yes");
    values.put("member.cat", "yes");
    values.put("weight.cat", "2,5");
    values.put("member.no such id!", "yes");
    assertThat(read(NORTH, values).members())
        .extracting(m -> m.agent() + " " + m.weight())
        .containsExactly("bob 1", "cat 2.5", "dan 1");
  }

  @Test
  void a_row_is_added_changed_and_taken_away() {
    Map<String, String> values = form(NORTH);
    values.put("caps.0.most", "");
    values.put("caps.2.most", "12");
    values.put("caps.2.period", "ACTIVE");
    values.put("caps.3.most", "3");
    values.put("caps.3.period", "HALF_HOUR");
    values.put("caps.3.tag", "Harbour");
    assertThat(read(NORTH, values).caps())
        .containsExactly(
            new Cap(Cap.Period.WEEK, 9, Optional.empty()),
            new Cap(Cap.Period.ACTIVE, 12, Optional.empty()),
            new Cap(Cap.Period.HALF_HOUR, 3, Optional.of("Harbour")));
  }

  @Test
  void each_method_and_what_it_goes_by_can_be_chosen() {
    for (Distribution.Method method : Distribution.Method.values()) {
      Map<String, String> values = form(NORTH);
      values.put("method", method.name());
      values.put("balancedBy", "MONTH");
      values.put("weights.1.tag", "Spanish");
      values.put("weights.1.weight", "0.5");
      assertThat(read(NORTH, values).distribution())
          .isEqualTo(
              new Distribution(
                  method,
                  Cap.Period.MONTH,
                  Map.of("Villa", BigDecimal.TWO, "Spanish", new BigDecimal("0.5"))));
    }
  }

  @Test
  void all_that_is_wrong_is_told_at_once_where_it_is() {
    Map<String, String> values = form(NORTH);
    values.put("name", "");
    values.put("kind", "SOMETHING");
    values.put("sticky.time", "");
    values.put("weight.ann", "0");
    values.put("weights.1.weight", "3");
    values.put("caps.2.most", "many");
    values.put("caps.2.period", "DAY");
    values.put("slas.0.after", "15");
    values.put("slas.1.after", "600 days");
    values.put("slas.1.goal", "CONTACTED");
    values.put("slas.1.consequence", "ALERT");
    values.put("day.monday", "9:00-25:00");
    values.put("day.tuesday", "9-12, 11-13");
    values.put("metrics.0.field", "");
    assertThat(wrong(values).errors())
        .containsOnlyKeys(
            "name",
            "kind",
            "sticky.time",
            "weight.ann",
            "weights.1.tag",
            "caps.2.most",
            "slas.0.after",
            "slas.1.after",
            "day.monday",
            "day.tuesday",
            "metrics.0.field");
    assertThat(wrong(values).error("slas.0.after")).contains("15 minutes, hours or days");
    assertThat(wrong(values).error("day.monday")).contains("25:00", "9:00-12:30, 14:00-18:00");
    assertThat(wrong(values).error("day.tuesday")).contains("overlaps");
  }

  @Test
  void what_is_typed_in_german_is_understood_and_what_is_wrong_is_told_in_german() {
    Words german = Words.in("de");
    Map<String, String> values = form(NORTH, german);
    assertThat(values.get("sticky.time")).isEqualTo("30 Tage");
    values.put("sticky.time", "1 Woche, 2 Tage und 3 Std.");
    values.put("weight.ann", "0,5");
    values.put("day.monday", "9 bis 12:30");
    values.put("day.tuesday", "geschlossen");
    Team read = read(NORTH, values, german);
    assertThat(read.sticky().orElseThrow().time()).isEqualTo(Duration.ofHours(9 * 24 + 3));
    assertThat(form(read, german)).containsEntry("weight.ann", "0,5");
    assertThat(read.hours().orElseThrow().on(DayOfWeek.MONDAY)).hasSize(1);
    assertThat(read.hours().orElseThrow().on(DayOfWeek.TUESDAY)).isEmpty();

    values.put("sticky.time", "30 Monde");
    values.put("kind", "SOMETHING");
    values.put("caps.0.most", "viele");
    values.put("day.monday", "9-25");
    assertThat(TeamSheet.read(NORTH, Form.of(values), COMPANY, german).form().errors())
        .containsEntry(
            "sticky.time",
            "Schreiben Sie eine Dauer so: 5 Minuten, 1 Stunde 30 Minuten oder 2 Tage.")
        .containsEntry("kind", "Wählen Sie eines davon.")
        .containsEntry(
            "caps.0.most", "Eine Obergrenze ist eine ganze Zahl, etwa 10; 0 erlaubt keinen.")
        .hasEntrySatisfying(
            "day.monday", error -> assertThat(error).startsWith("„25“ ist keine Uhrzeit"));
  }

  @Test
  void more_than_three_periods_and_slas_are_too_many() {
    Map<String, String> values = form(NORTH);
    List<String> periods = List.of("HALF_HOUR", "HOUR", "DAY", "WEEK");
    for (int i = 0; i < periods.size(); i++) {
      values.put("caps." + i + ".most", "5");
      values.put("caps." + i + ".period", periods.get(i));
      values.put("caps." + i + ".tag", "");
      values.put("slas." + i + ".after", (i + 1) + " hours");
      values.put("slas." + i + ".goal", "CONTACTED");
      values.put("slas." + i + ".consequence", "TAKE_BACK");
    }
    assertThat(wrong(values).errors()).containsOnlyKeys("caps", "slas");
  }

  @Test
  void hours_typed_without_saying_so_are_not_thrown_away() {
    Team without = NORTH.working(Optional.empty());
    Map<String, String> values = form(without);
    values.put("day.friday", "9-5");
    assertThat(TeamSheet.read(without, Form.of(values), COMPANY, Words.ENGLISH).form().errors())
        .containsOnlyKeys("own");
    Map<String, String> gone = form(NORTH);
    gone.remove("own");
    assertThat(read(NORTH, gone).hours()).as("unticked on purpose").isEmpty();
  }
}
