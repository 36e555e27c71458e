package dev.baton.routing;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Block;
import dev.baton.agent.Holiday;
import dev.baton.agent.Received;
import dev.baton.agent.Schedule;
import dev.baton.agent.WeeklyHours;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Domain §4 and §7: who may be asked, with points and hours; the worked examples by name. */
class EligibilityTest {
  /** A Sunday. */
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private static LineUp draw(TestBook book, RoutingFacts facts, String... tags) {
    List<TagName> names = Stream.of(tags).map(TagName::of).toList();
    return LineUp.draw(book.build(), Traits.given(names), List.of(), Set.of(), facts.at(TEN));
  }

  private static List<String> line(TestBook book, String... tags) {
    return draw(book, RoutingFacts.NONE, tags).line().stream()
        .map(s -> s.agent() + " " + s.score().total())
        .toList();
  }

  private static Optional<Reason> reason(LineUp line, String agent) {
    return Optional.ofNullable(line.leftOut().get(id(agent)));
  }

  // Points ---------------------------------------------------------------------------------------

  @Test
  void pk_100_200_300_for_john_bob_phil_gives_phil_bob_john() {
    TestBook book =
        TestBook.with().agent("john", "PK_100").agent("bob", "PK_200").agent("phil", "PK_300");

    assertThat(line(book)).containsExactly("phil 300", "bob 200", "john 100");
  }

  @Test
  void pk_100_p1_john_and_pk_200_p1_sarah_are_equal_without_p1_and_sarah_john_with_it() {
    TestBook book =
        TestBook.with(Tag.preferential("P1"), Tag.preferential("Other"))
            .agent("john", "PK_100_P1", "Other")
            .agent("sarah", "PK_200_P1", "Other");

    assertThat(line(book, "Other")).containsExactly("john 50", "sarah 50");
    assertThat(line(book, "P1")).containsExactly("sarah 200", "john 100");
  }

  @Test
  void negative_points_are_taken_away_and_a_score_below_zero_is_out() {
    TestBook book =
        TestBook.with(Tag.preferential("P"))
            .agent("ann", "P", "PK_-20")
            .agent("bob", "P", "PK_-60");

    LineUp line = draw(book, RoutingFacts.NONE, "P");

    assertThat(line.line()).extracting(s -> s.score().total()).containsExactly(30);
    assertThat(reason(line, "bob")).contains(Reason.NEGATIVE_SCORE);
  }

  @Test
  void a_wrong_special_form_is_refused_on_publish_with_the_reason_and_an_example() {
    var draft =
        TestBook.with(Tag.preferential("P"))
            .agent("ann", "PK_many", "PK_10_Missing")
            .agent("bob", "Range: $500-$200")
            .build()
            .content();

    assertThat(draft.problems()).hasSize(3);
    assertThat(draft.problems().toString())
        .contains("Agent ann: PK_many", "For example: PK_", "Missing, which does not exist")
        .contains("Agent bob: Range: $500-$200");
  }

  // Ranges ---------------------------------------------------------------------------------------

  private static List<String> lineFor(TestBook book, String text, Map<String, String> fields) {
    RoutingBook built = book.build();
    var content = new LeadContent(new LeadText("", text, fields), Contact.UNKNOWN, Set.of(), "");
    List<TagName> found = built.tagIndex().find(content).stream().map(TagMatch::tag).toList();
    return LineUp.draw(built, Traits.given(found), List.of(), Set.of(), RoutingFacts.NONE)
        .line()
        .stream()
        .map(s -> s.agent() + " " + s.score().total())
        .toList();
  }

  @Test
  void zip_90200_to_90299_takes_90200_and_90299_and_not_90300() {
    TestBook book = TestBook.with().agent("ann", "Zip: 90200-90299");

    assertThat(lineFor(book, "", Map.of("PostalCode", "90200"))).containsExactly("ann 50");
    assertThat(lineFor(book, "", Map.of("PostalCode", "90299"))).containsExactly("ann 50");
    assertThat(lineFor(book, "", Map.of("PostalCode", "90300"))).isEmpty();
  }

  @Test
  void a_range_of_money_takes_amounts_with_its_symbol_and_has_the_weight_of_its_tag() {
    Tag range = Tag.preferential("Range: $200000-$500000").weighing(90);
    TestBook book =
        TestBook.with(range, Tag.preferential("Villa"))
            .agent("ann", "Range: $200000-$500000")
            .agent("bob", "Villa");

    assertThat(lineFor(book, "A villa for $450k, please", Map.of()))
        .containsExactly("ann 90", "bob 50");
    assertThat(lineFor(book, "A villa for 450000 €, please", Map.of())).containsExactly("bob 50");
    assertThat(lineFor(book, "A villa, call 200 300 4000", Map.of())).containsExactly("bob 50");
  }

  // Hours ----------------------------------------------------------------------------------------

  private static final Schedule MONDAYS =
      new Schedule(
          Optional.of(
              new WeeklyHours(
                  ZoneOffset.UTC,
                  Map.of(
                      DayOfWeek.MONDAY,
                      List.of(new Block(LocalTime.of(9, 0), LocalTime.of(17, 0)))))),
          Optional.of("DE"));

  private static RoutingFacts facts(String agent, Fact fact) {
    return new RoutingFacts(Map.<AgentId, Fact>of(id(agent), fact));
  }

  private static TestBook ann() {
    return TestBook.with(Tag.preferential("P")).agent("ann", "P");
  }

  @Test
  void outside_the_shift_is_out_of_hours() {
    LineUp line = draw(ann().working(MONDAYS), RoutingFacts.NONE, "P");

    assertThat(reason(line, "ann")).contains(Reason.OUT_OF_HOURS);
  }

  @Test
  void out_of_office_from_inclusive_to_exclusive() {
    var none = Optional.<Instant>empty();
    var now =
        new Fact(
            true,
            100,
            none,
            List.of(new Absence("ill", TEN, TEN.plusSeconds(1))),
            Received.NOTHING);
    var over =
        new Fact(
            true,
            100,
            none,
            List.of(new Absence("ill", TEN.minusSeconds(9), TEN)),
            Received.NOTHING);

    assertThat(reason(draw(ann(), facts("ann", now), "P"), "ann")).contains(Reason.OUT_OF_OFFICE);
    assertThat(reason(draw(ann(), facts("ann", over), "P"), "ann")).isEmpty();
  }

  @Test
  void a_holiday_of_the_region_is_a_holiday_for_its_agents_alone() {
    var sunday = new Holiday("DE", LocalDate.of(2026, 11, 22), "Totensonntag");
    TestBook book =
        ann()
            .working(new Schedule(Optional.empty(), Optional.of("DE")))
            .agent("bob", "P")
            .settings(s -> s.with(new Calendar(ZoneOffset.UTC, Optional.empty(), List.of(sunday))));

    LineUp line = draw(book, RoutingFacts.NONE, "P");

    assertThat(reason(line, "ann")).contains(Reason.HOLIDAY);
    assertThat(line.line()).extracting(s -> s.agent()).containsExactly(id("bob"));
  }

  @Test
  void of_several_reasons_the_first_counts() {
    var off = new Fact(false, 100, Optional.empty());

    assertThat(reason(draw(ann().working(MONDAYS), facts("ann", off), "P"), "ann"))
        .contains(Reason.NOT_AVAILABLE);
  }

  @Test
  void overlapping_blocks_of_a_shift_are_refused_on_publish() {
    var nine = new Block(LocalTime.of(9, 0), LocalTime.of(13, 0));
    var noon = new Block(LocalTime.of(12, 0), LocalTime.of(17, 0));
    var shift = new WeeklyHours(ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, List.of(nine, noon)));
    var draft = ann().working(new Schedule(Optional.of(shift), Optional.empty())).build().content();

    assertThat(draft.problems()).hasSize(1);
    assertThat(draft.problems().getFirst()).contains("Shift of agent ann", "Monday");
  }
}
