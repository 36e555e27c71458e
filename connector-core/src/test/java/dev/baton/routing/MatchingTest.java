package dev.baton.routing;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.GeoRule;
import dev.baton.agent.Location;
import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.agent.ZipCentroids;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.tag.Tag;
import dev.baton.tag.TagModifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain §3 and §4: names and addresses as tags, modifiers, geography; clause by clause. */
class MatchingTest {
  private static final Place BERLIN = new Place(52.52, 13.405);
  private static final Place POTSDAM = new Place(52.3906, 13.0645);
  private static final ZipCentroids ZIPS =
      zip -> zip.equals("10115") ? Optional.of(BERLIN) : Optional.empty();

  private final TestBook book = TestBook.with(Tag.preferential("Loft"), Tag.preferential("XS"));

  private static LeadContent lead(String subject, String body, String... given) {
    return new LeadContent(
        new LeadText(subject, body, Map.of()), Contact.UNKNOWN, Set.of(given), "");
  }

  private LineUp draw(LeadContent lead) {
    RoutingBook built = book.build();
    return LineUp.draw(
        built,
        Traits.read(built, RecordKind.LEADS, lead, ZIPS),
        List.of(),
        Set.of(),
        RoutingFacts.NONE);
  }

  private static List<String> names(LineUp line) {
    return line.line().stream().map(s -> s.agent().value()).toList();
  }

  // Tags that agents are -------------------------------------------------------------------------

  @Test
  void an_agents_address_given_as_a_tag_sends_the_lead_to_him_first() {
    book.agent("ann", "Loft").agent("bob");

    assertThat(names(draw(lead("A loft", "", "Bob@Example.org")))).containsExactly("bob", "ann");
  }

  @Test
  void an_agents_address_in_the_words_of_a_lead_means_nothing() {
    book.agent("ann", "Loft").agent("bob");

    assertThat(names(draw(lead("A loft", "I wrote to bob@example.org")))).containsExactly("ann");
  }

  @Test
  void an_agents_name_is_a_tag_where_the_company_wants_it() {
    book.agent("ann", "Loft").agent("bob");
    assertThat(names(draw(lead("Is Bob there?", "")))).isEmpty();

    book.settings(s -> s.with(s.matching().withNamesAsTags()));

    assertThat(names(draw(lead("Is Bob there?", "")))).containsExactly("bob");
  }

  // Modifiers ------------------------------------------------------------------------------------

  private int score(LeadContent lead, String agent) {
    return draw(lead).line().stream()
        .filter(s -> s.agent().equals(id(agent)))
        .mapToInt(s -> s.score().total())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void without_modifiers_weights_are_summed_as_they_are() {
    book.agent("ann", "Loft", "XS");

    assertThat(score(lead("Loft", "xs"), "ann")).isEqualTo(100);
  }

  @Test
  void modifiers_weigh_the_subject_exact_case_and_short_names() {
    book.agent("ann", "Loft", "XS");
    book.settings(s -> s.with(s.matching().with(TagModifiers.SUGGESTED)));

    // In the subject and exactly so: 50 × 1.5 × 1.1 = 82.5; in the body, short: 50 × 0.5.
    assertThat(score(lead("Loft", "xs"), "ann")).isEqualTo(83 + 25);
  }

  // Geography ------------------------------------------------------------------------------------

  private static LeadContent from(String zip, String subject) {
    return new LeadContent(
        new LeadText(subject, "", Map.of("zip", zip)), Contact.UNKNOWN, Set.of(), "");
  }

  private static Location near(Place place, double km) {
    return new Location("office", place, OptionalDouble.of(km));
  }

  private void weighing(int weight) {
    book.settings(s -> s.with(s.matching().with(new GeoRule(OptionalInt.of(weight)))));
  }

  @Test
  void nearer_adds_up_to_the_weight_and_who_is_outside_every_radius_is_left_out() {
    weighing(100);
    book.agent("ann").at(near(BERLIN, 50)).agent("bob").at(near(POTSDAM, 50));
    book.agent("cat").at(near(POTSDAM, 10));

    LineUp line = draw(from("10115", "Hello"));

    assertThat(names(line)).containsExactly("ann", "bob");
    assertThat(line.line().getFirst().score().geo()).isEqualTo(100);
    assertThat(line.leftOut()).containsEntry(id("cat"), Reason.OUT_OF_RADIUS);
  }

  @Test
  void no_maximum_distance_qualifies_everywhere() {
    weighing(100);
    book.agent("ann").at(new Location("home", new Place(0, 0), OptionalDouble.empty()));

    assertThat(names(draw(from("10115", "Hello")))).containsExactly("ann");
  }

  @Test
  void without_a_geo_weight_there_is_no_influence() {
    book.agent("ann", "Loft").at(near(new Place(0, 0), 1));

    assertThat(names(draw(from("10115", "Loft")))).containsExactly("ann");
  }

  @Test
  void a_zip_code_nobody_knows_leaves_nobody_out() {
    weighing(100);
    book.agent("ann", "Loft").at(near(new Place(0, 0), 1));

    assertThat(names(draw(from("99999", "Loft")))).containsExactly("ann");
  }

  @Test
  void the_distance_is_told_to_who_is_left_out() {
    weighing(100);
    book.agent("cat").at(near(POTSDAM, 10));
    RoutingBook built = book.build();
    Traits lead = Traits.read(built, RecordKind.LEADS, from("10115", "Hello"), ZIPS);
    LineUp line = LineUp.draw(built, lead, List.of(), Set.of(), RoutingFacts.NONE);

    assertThat(Explanation.of(built, lead, line, RoutingFacts.NONE).agents().getFirst().detail())
        .isEqualTo("27 km from office");
  }
}
