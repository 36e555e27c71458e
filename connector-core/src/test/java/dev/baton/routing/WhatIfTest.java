package dev.baton.routing;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.routing.WhatIf.Change;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The smallest change that would have put an agent first, and the verdict on everybody. */
class WhatIfTest {
  private final Map<AgentId, Fact> facts = new HashMap<>();
  private Set<AgentId> out = Set.of();
  private List<AgentId> asked = List.of();

  private static List<TagName> lead(String... tags) {
    return Stream.of(tags).map(TagName::of).toList();
  }

  private List<Change> toBeFirst(TestBook book, String agent, String... tags) {
    return new WhatIf(book.build(), Traits.given(lead(tags)), asked, out, new RoutingFacts(facts))
        .toBeFirst(id(agent));
  }

  private static TestBook harbour() {
    return TestBook.with(Tag.preferential("Harbour"), Tag.preferential("High Value").weighing(90))
        .agent("ann", "Harbour", "High Value")
        .agent("bob", "Harbour")
        .agent("cat");
  }

  @Test
  void whoever_was_first_needs_no_change() {
    assertThat(toBeFirst(harbour(), "ann", "Harbour", "High Value")).isEmpty();
  }

  @Test
  void a_tag_that_makes_the_difference() {
    facts.put(id("ann"), new Fact(true, 90, Optional.empty()));

    assertThat(toBeFirst(harbour(), "bob", "Harbour", "High Value"))
        .containsExactly(new Change.HoldTag(id("bob"), TagName.of("High Value")));
  }

  @Test
  void the_least_weight_where_no_single_tag_does_it() {
    TestBook book =
        TestBook.with(
                Tag.preferential("A").weighing(60),
                Tag.preferential("B").weighing(50),
                Tag.preferential("C").weighing(10))
            .agent("ann", "A", "B")
            .agent("bob", "C");

    // At 110 Bob and Ann are equal, and Ann comes first by her id.
    assertThat(toBeFirst(book, "bob", "A", "B", "C"))
        .containsExactly(new Change.RaiseWeight(TagName.of("C"), 10, 111));
    facts.put(id("ann"), new Fact(true, 90, Optional.empty()));
    assertThat(toBeFirst(book, "bob", "A", "B", "C"))
        .containsExactly(new Change.RaiseWeight(TagName.of("C"), 10, 110));
  }

  @Test
  void nothing_where_only_how_well_they_respond_tells_them_apart() {
    TestBook book = TestBook.with(Tag.preferential("A")).agent("ann", "A").agent("bob", "A");

    assertThat(toBeFirst(book, "bob", "A")).isEmpty();
  }

  @Test
  void being_available() {
    facts.put(id("ann"), new Fact(false, 100, Optional.empty()));

    assertThat(toBeFirst(harbour(), "ann", "Harbour"))
        .containsExactly(new Change.MakeAvailable(id("ann")));
  }

  @Test
  void required_and_exclusive_tags_are_needed_anyway() {
    TestBook book =
        TestBook.with(Tag.required("R"), Tag.exclusive("E1"), Tag.exclusive("E2").weighing(70))
            .agent("ann", "R", "E1")
            .agent("bob");

    assertThat(toBeFirst(book, "bob", "R", "E1", "E2"))
        .containsExactly(
            new Change.HoldTag(id("bob"), TagName.of("R")),
            new Change.HoldTag(id("bob"), TagName.of("E2")));
  }

  @Test
  void nothing_helps_who_declined_was_asked_or_has_left() {
    TestBook book = harbour().gone("dan", "Harbour");
    out = Set.of(id("bob"));
    asked = List.of(id("cat"));

    for (String agent : List.of("bob", "cat", "dan", "nobody")) {
      assertThat(toBeFirst(book, agent, "Harbour")).as(agent).isEmpty();
    }
  }

  @Test
  void everybody_of_the_company_has_exactly_one_verdict_with_its_arithmetic() {
    RoutingBook book = harbour().agent("dan", "High Value", "PK_5").build();
    facts.put(id("dan"), new Fact(false, 100, Optional.empty()));
    List<TagName> tags = lead("Harbour", "High Value");
    LineUp line =
        LineUp.draw(book, Traits.given(tags), List.of(), Set.of(), new RoutingFacts(facts));

    Explanation why = Explanation.of(book, Traits.given(tags), line, new RoutingFacts(facts));

    assertThat(why.agents())
        .extracting(v -> v.agent() + " " + v.place() + " " + v.reason() + " " + v.score())
        .containsExactly(
            "ann Optional[1] Optional.empty 140",
            "bob Optional[2] Optional.empty 50",
            "cat Optional.empty Optional[NO_MATCH] 0",
            "dan Optional.empty Optional[NOT_AVAILABLE] 95");
    assertThat(why.agents().getFirst().parts())
        .extracting(p -> p.what() + " " + p.points())
        .containsExactly("Harbour 50", "High Value 90");
  }
}
