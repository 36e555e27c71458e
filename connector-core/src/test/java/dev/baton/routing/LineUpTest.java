package dev.baton.routing;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain §3 and §4: who is next, and why the others are not. */
class LineUpTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private static LineUp draw(TestBook book, String... tagsOfLead) {
    return draw(book, RoutingFacts.NONE, tagsOfLead);
  }

  private static LineUp draw(TestBook book, RoutingFacts facts, String... tagsOfLead) {
    return LineUp.draw(book.build(), Traits.given(names(tagsOfLead)), List.of(), Set.of(), facts);
  }

  private static List<TagName> names(String... tags) {
    return Arrays.stream(tags).map(TagName::of).toList();
  }

  private static List<String> line(LineUp lineUp) {
    return lineUp.line().stream().map(s -> s.agent().value()).toList();
  }

  private static Reason reason(LineUp lineUp, String agent) {
    return lineUp.leftOut().get(id(agent));
  }

  @Test
  void worked_example_product_1_and_high_value() {
    var book =
        TestBook.with(
                Tag.preferential("Product 1").weighing(10),
                Tag.preferential("High Value").weighing(90))
            .agent("John", "Product 1")
            .agent("Mike", "High Value")
            .agent("Sarah", "Product 1", "High Value");

    LineUp lineUp = draw(book, "Product 1", "High Value");

    assertThat(line(lineUp)).containsExactly("Sarah", "Mike", "John");
    assertThat(lineUp.line()).extracting(s -> s.score().total()).containsExactly(100, 90, 10);
  }

  @Test
  void worked_example_exclusive_tags_are_or() {
    var book =
        TestBook.with(
                Tag.exclusive("E1"),
                Tag.exclusive("E2"),
                Tag.preferential("P1"),
                Tag.preferential("P2"),
                Tag.preferential("P3"),
                Tag.preferential("P4"),
                Tag.preferential("P5"))
            .agent("Eve", "E2")
            .agent("Paul", "P1", "P2", "P3", "P4", "P5");

    LineUp lineUp = draw(book, "E1", "E2", "P1", "P2", "P3", "P4", "P5");

    assertThat(line(lineUp)).containsExactly("Eve");
    assertThat(reason(lineUp, "Paul")).isEqualTo(Reason.EXCLUSIVE_MISS);
  }

  @Test
  void worked_example_required_tags_are_and() {
    var book =
        TestBook.with(Tag.required("R1"), Tag.required("R2"))
            .agent("One", "R1")
            .agent("Both", "R1", "R2");

    LineUp lineUp = draw(book, "R1", "R2");

    assertThat(line(lineUp)).containsExactly("Both");
    assertThat(reason(lineUp, "One")).isEqualTo(Reason.REQUIRED_MISS);
  }

  @Test
  void exclusive_and_required_apply_together_and_their_weights_count_too() {
    var book =
        TestBook.with(
                Tag.exclusive("E").weighing(7),
                Tag.required("R").weighing(11),
                Tag.preferential("P"))
            .agent("Both", "E", "R")
            .agent("OnlyR", "R", "P")
            .agent("OnlyE", "E", "P");

    LineUp lineUp = draw(book, "E", "R", "P");

    assertThat(line(lineUp)).containsExactly("Both");
    assertThat(lineUp.line().getFirst().score()).isEqualTo(new Score(18, 0, 0));
    assertThat(reason(lineUp, "OnlyR")).isEqualTo(Reason.EXCLUSIVE_MISS);
    assertThat(reason(lineUp, "OnlyE")).isEqualTo(Reason.REQUIRED_MISS);
  }

  @Test
  void a_tag_weighs_50_unless_set() {
    assertThat(Tag.preferential("P").weight()).isEqualTo(50);
  }

  @Test
  void an_agent_without_a_matching_tag_does_not_stand_in_line() {
    var book = TestBook.with(Tag.preferential("P"), Tag.preferential("Q")).agent("Quinn", "Q");

    LineUp lineUp = draw(book, "P");

    assertThat(line(lineUp)).isEmpty();
    assertThat(reason(lineUp, "Quinn")).isEqualTo(Reason.NO_MATCH);
  }

  @Test
  void every_agent_qualifies_for_all_leads_where_that_is_set() {
    var book =
        TestBook.with(Tag.preferential("P"))
            .agent("Quinn")
            .settings(s -> s.withEveryAgentForAll(true));

    assertThat(line(draw(book, "P"))).containsExactly("Quinn");
  }

  @Test
  void every_agent_qualifies_for_untagged_leads_where_that_is_set() {
    var book =
        TestBook.with(Tag.preferential("P"))
            .agent("Quinn")
            .settings(s -> s.withEveryAgentForUntagged(true));

    assertThat(line(draw(book))).containsExactly("Quinn");
    assertThat(reason(draw(book, "P"), "Quinn")).isEqualTo(Reason.NO_MATCH);
  }

  @Test
  void a_score_below_zero_keeps_an_agent_out_unless_every_agent_qualifies_for_all() {
    var book =
        TestBook.with(Tag.preferential("P").weighing(-10))
            .agent("Nick", "P")
            .settings(s -> s.withEveryAgentForUntagged(true));

    assertThat(reason(draw(book, "P"), "Nick")).isEqualTo(Reason.NEGATIVE_SCORE);
    assertThat(line(draw(book.settings(s -> s.withEveryAgentForAll(true)), "P")))
        .containsExactly("Nick");
  }

  @Test
  void an_agent_who_is_unavailable_or_has_left_does_not_stand_in_line() {
    var book = TestBook.with(Tag.preferential("P")).agent("Ann", "P").gone("Gus", "P");
    var facts = facts(Map.of("Ann", new Fact(false, 100, Optional.empty())));

    LineUp lineUp = draw(book, facts, "P");

    assertThat(line(lineUp)).isEmpty();
    assertThat(reason(lineUp, "Ann")).isEqualTo(Reason.NOT_AVAILABLE);
    assertThat(reason(lineUp, "Gus")).isEqualTo(Reason.NOT_AVAILABLE);
  }

  @Test
  void order_is_score_then_performance_then_least_recently_offered_then_id() {
    var book =
        TestBook.with(Tag.preferential("P"), Tag.preferential("Q"))
            .agent("e", "P")
            .agent("d", "P")
            .agent("c", "P")
            .agent("b", "P")
            .agent("a", "P", "Q");
    var facts =
        facts(
            Map.of(
                "a", new Fact(true, 10, Optional.of(TEN)),
                "b", new Fact(true, 120, Optional.of(TEN)),
                "c", new Fact(true, 100, Optional.of(TEN.minusSeconds(1))),
                "d", new Fact(true, 100, Optional.empty()),
                "e", new Fact(true, 100, Optional.of(TEN.minusSeconds(1)))));

    assertThat(line(draw(book, facts, "P", "Q"))).containsExactly("a", "b", "d", "c", "e");
  }

  @Test
  void the_line_is_the_first_8_and_the_ninth_stands_behind_it() {
    var book = TestBook.with(Tag.preferential("P"));
    for (int i = 1; i <= 9; i++) book.agent("agent" + i, "P");

    LineUp lineUp = draw(book, "P");

    assertThat(line(lineUp)).hasSize(8);
    assertThat(reason(lineUp, "agent9")).isEqualTo(Reason.BEYOND_OFFER_LIMIT);
  }

  @Test
  void agents_asked_before_use_up_places_in_line() {
    var book = TestBook.with(Tag.preferential("P")).agent("a", "P").agent("b", "P").agent("c", "P");
    book.settings(s -> s.withLineLimit(2));

    LineUp lineUp =
        LineUp.draw(
            book.build(), Traits.given(names("P")), List.of(id("a")), Set.of(), RoutingFacts.NONE);

    assertThat(line(lineUp)).containsExactly("b");
    assertThat(lineUp.asked()).containsExactly(id("a"));
    assertThat(lineUp.leftOut()).isEqualTo(Map.of(id("c"), Reason.BEYOND_OFFER_LIMIT));
  }

  @Test
  void who_declined_before_does_not_stand_in_line() {
    var book = TestBook.with(Tag.preferential("P")).agent("a", "P").agent("b", "P");

    LineUp lineUp =
        LineUp.draw(
            book.build(),
            Traits.given(names("P")),
            List.of(id("a")),
            Set.of(id("a")),
            RoutingFacts.NONE);

    assertThat(line(lineUp)).containsExactly("b");
    assertThat(reason(lineUp, "a")).isEqualTo(Reason.DECLINED_BEFORE);
  }

  @Test
  void everybody_is_in_line_or_asked_or_left_out_with_exactly_one_reason() {
    var random = new java.util.Random(7);
    for (int round = 0; round < 500; round++) {
      var book =
          TestBook.with(
              Tag.preferential("P"),
              Tag.exclusive("E"),
              Tag.required("R"),
              Tag.preferential("N").weighing(-60));
      String[] tags = {"P", "E", "R", "N"};
      var known = new HashMap<String, Fact>();
      for (int i = 0; i < 12; i++) {
        String[] held =
            Arrays.stream(tags).filter(t -> random.nextBoolean()).toArray(String[]::new);
        book.agent("a" + i, held);
        known.put("a" + i, new Fact(random.nextInt(4) > 0, random.nextInt(3), Optional.empty()));
      }
      String[] ofLead =
          Arrays.stream(tags).filter(t -> random.nextBoolean()).toArray(String[]::new);
      Set<AgentId> declined = random.nextBoolean() ? Set.of(id("a3")) : Set.of();

      LineUp lineUp =
          LineUp.draw(
              book.build(),
              Traits.given(names(ofLead)),
              List.of(id("a1"), id("a3")),
              declined,
              facts(known));

      var everybody = new java.util.ArrayList<AgentId>(lineUp.leftOut().keySet());
      lineUp.line().forEach(s -> everybody.add(s.agent()));
      lineUp.asked().stream().filter(a -> !declined.contains(a)).forEach(everybody::add);
      assertThat(everybody).doesNotHaveDuplicates().hasSize(12);
    }
  }

  private static RoutingFacts facts(Map<String, Fact> byName) {
    var facts = new HashMap<AgentId, Fact>();
    byName.forEach((name, fact) -> facts.put(id(name), fact));
    return new RoutingFacts(facts);
  }
}
