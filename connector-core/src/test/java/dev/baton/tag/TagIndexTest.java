package dev.baton.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain §3: how a tag is found in a lead. */
class TagIndexTest {
  private static LeadContent lead(String subject, String body, Map<String, String> fields) {
    return new LeadContent(new LeadText(subject, body, fields), Contact.UNKNOWN, Set.of(), "");
  }

  private static List<String> found(String body, String... tags) {
    return index(tags).find(lead("", body, Map.of())).stream().map(m -> m.tag().text()).toList();
  }

  private static TagIndex index(String... tags) {
    return TagIndex.of(Arrays.stream(tags).map(TagName::of).toList());
  }

  @Test
  void a_tag_is_found_in_subject_body_and_field_values_at_its_first_place() {
    var lead = lead("A Loft", "in Kiel, near the harbour", Map.of("budget", "High Value"));

    assertThat(index("loft", "Harbour", "High Value", "Munich").find(lead))
        .containsExactly(
            new TagMatch(TagName.of("loft"), "subject", 2, 6, false),
            new TagMatch(TagName.of("Harbour"), "body", 18, 25, false),
            new TagMatch(TagName.of("High Value"), "budget", 0, 10, true));
  }

  @Test
  void case_does_not_matter() {
    assertThat(found("COMMERCIAL property", "commercial")).containsExactly("commercial");
    assertThat(found("straße nach ÉVIAN", "évian")).containsExactly("évian");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-b", "a\nb", "a,b", "a.b", "a_b", "a b", "x A.B y", "(a_b)"})
  void separators_are_equivalent_one_for_one(String text) {
    assertThat(found(text, "A_B")).containsExactly("A_B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A, B", "a  b", "a - b", "ab", "a/b", "aa b", "a bb"})
  void two_separators_or_other_signs_are_not_one_separator(String text) {
    assertThat(found(text, "A_B")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"art, cartoon", "art, artist", "art, smart", "1 2, 1 23", "rent, rental"})
  void only_whole_tokens_match(String tag, String text) {
    assertThat(found(text, tag)).isEmpty();
  }

  @Test
  void signs_around_a_token_do_not_hide_it() {
    assertThat(found("(Commercial)!", "Commercial")).containsExactly("Commercial");
    assertThat(found("Commercial", "Commercial")).containsExactly("Commercial");
    assertThat(found("C++ and R&D; not C", "C++", "R&D", "C")).containsExactly("C++", "C", "R&D");
  }

  @Test
  void tags_that_begin_alike_are_all_found() {
    assertThat(found("new york city hall", "New York", "New York City", "York", "City Hall"))
        .containsExactlyInAnyOrder("New York", "New York City", "York", "City Hall");
  }

  @Test
  void a_tag_given_with_the_lead_counts_as_found() {
    var lead = new LeadContent(LeadText.NONE, Contact.UNKNOWN, Set.of("high-value", "unknown"), "");

    assertThat(index("High Value").find(lead))
        .containsExactly(TagMatch.given(TagName.of("High Value")));
  }

  @Test
  void a_given_tag_is_not_read_in_a_text_so_its_case_is_nothing() {
    var lead = new LeadContent(LeadText.NONE, Contact.UNKNOWN, Set.of("High Value"), "");

    assertThat(index("High Value").find(lead))
        .containsExactly(new TagMatch(TagName.of("High Value"), "given", 0, 0, false));
  }

  @ParameterizedTest
  @CsvSource({
    "Harbour View, Harbour View, true",
    "Harbour View, Harbour view, false",
    "Harbour View, Harbour_View, false",
    "C++, C++!, true",
    "c++, C++!, false"
  })
  void exact_case_is_when_the_text_reads_as_the_name_was_written(
      String tag, String text, boolean exact) {
    assertThat(index(tag).find(lead("", text, Map.of())))
        .extracting(TagMatch::exactCase)
        .containsExactly(exact);
  }

  @Test
  void the_subject_comes_first_and_decides_the_case() {
    var matches = index("Loft", "Kiel").find(lead("a loft", "a Loft in Kiel", Map.of()));

    assertThat(matches).extracting(TagMatch::inSubject).containsExactly(true, false);
    assertThat(matches).extracting(TagMatch::exactCase).containsExactly(false, true);
  }

  @Test
  void ranges_are_found_by_the_numbers_of_a_lead_where_the_number_stands() {
    var lead =
        lead(
            "Loft for $ 300,000",
            "3 rooms, 0431 123456, since 2019",
            Map.of("PostalCode", "90299-1234"));

    assertThat(
            index(
                    "Range: $200000-$500000",
                    "Range: €200000-€500000",
                    "Range: 3-3",
                    "Range: 2000-2100",
                    "Zip: 90200-90299",
                    "Zip: 90300-90399")
                .find(lead))
        .containsExactly(
            new TagMatch(TagName.of("Range: $200000-$500000"), "subject", 9, 18, false),
            new TagMatch(TagName.of("Range: 3-3"), "body", 0, 1, false),
            new TagMatch(TagName.of("Zip: 90200-90299"), "PostalCode", 0, 10, false));
  }

  @ParameterizedTest
  @CsvSource({
    "90199, false",
    "90200, true",
    "90250, true",
    "90299, true",
    "90300, false",
    "9020, false",
    "090200, false"
  })
  void zip_90200_to_90299_takes_both_ends_and_not_90300(String zip, boolean taken) {
    assertThat(index("Zip: 90200-90299").find(lead("", "", Map.of("zip", zip))))
        .hasSize(taken ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "Zip: SW1A, SW1A 1AA",
    "Zip: SW1A1AA, SW1A 1AA",
    "Zip: K1A-K9Z, K2B0A1",
    "Zip: 1000-1099, 1012 AB"
  })
  void codes_of_two_parts_are_compared_by_the_part_a_range_names(String tag, String zip) {
    assertThat(index(tag).find(lead("", "", Map.of("zip", zip)))).hasSize(1);
    assertThat(index("Zip: M1").find(lead("", "", Map.of("zip", "M11 2AB")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "$199999.99, false",
    "$200000, true",
    "$200k, true",
    "$500000, true",
    "$500000.01, false",
    "300000, false",
    "€300000, false"
  })
  void a_money_range_takes_both_ends_and_only_its_symbol(String text, boolean taken) {
    assertThat(found(text, "Range: $200000-$500000")).hasSize(taken ? 1 : 0);
  }

  @Test
  void a_plain_range_takes_no_amount_with_a_symbol() {
    assertThat(found("$15000", "Range: 10000-20000")).isEmpty();
    assertThat(found("15000", "Range: 10000-20000")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Range: $200000-$500000", "Zip: 90200-90299", "PK_100", "MAX_10_DAY"})
  void special_tags_are_never_searched_for_as_text(String tag) {
    var inText = index(tag, "tag").find(lead("", "the tag " + tag, Map.of()));

    assertThat(inText).allMatch(m -> m.end() - m.start() < tag.length());
    assertThat(found("the tag " + tag + ".", "PK_100", "MAX_10_DAY", "tag")).containsExactly("tag");
  }

  @Test
  void ranges_can_be_given_with_a_lead_but_points_and_mosts_cannot() {
    var given = Set.of("zip: 90200-90299", "PK_100", "MAX_10_DAY");
    var lead = new LeadContent(LeadText.NONE, Contact.UNKNOWN, given, "");

    assertThat(index("Zip: 90200-90299", "PK_100", "MAX_10_DAY").find(lead))
        .containsExactly(TagMatch.given(TagName.of("Zip: 90200-90299")));
  }

  @Test
  void many_ranges_are_told_apart_as_one_by_one() {
    var random = new Random(20261123);
    for (int round = 0; round < 300; round++) {
      var tags = new TreeSet<TagName>();
      for (int i = 0; i < 12; i++) {
        int from = random.nextInt(50);
        tags.add(TagName.of("Range: " + from + "-" + (from + random.nextInt(20))));
      }
      var index = TagIndex.of(tags);
      for (int number = 0; number < 75; number++) {
        var expected = new TreeSet<TagName>();
        for (TagName tag : tags) {
          String[] ends = tag.text().substring(7).split("-");
          if (Integer.parseInt(ends[0]) <= number && number <= Integer.parseInt(ends[1])) {
            expected.add(tag);
          }
        }
        assertThat(index.find(lead("", "x " + number, Map.of())))
            .extracting(TagMatch::tag)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void thousands_of_beginnings_of_a_tag_cost_little_more_than_any_text() {
    String nearly = "a ".repeat(49);
    var index = index(nearly + "b", nearly + "c", "a+a", "1 ".repeat(40) + "2", "Range: 1-2");
    for (String piece : List.of("a ", "a+", "1 ", "a", " ")) {
      String text = piece.repeat(200_000);
      org.junit.jupiter.api.Assertions.assertTimeout(
          java.time.Duration.ofSeconds(5), () -> index.find(lead("", text, Map.of())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "", "  ", "---"})
  void a_name_with_a_comma_or_without_a_letter_or_digit_is_refused(String name) {
    assertThatThrownBy(() -> TagName.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_the_index_finds_is_what_a_plain_search_finds() {
    var random = new Random(20261122);
    String[] words = {"a", "b", "ab", "A", "b1", "1", "c+", "&d"};
    String[] gaps = {" ", "-", "_", ", ", ".", "\n", "/", ""};
    for (int round = 0; round < 3000; round++) {
      var tags = new TreeSet<TagName>();
      for (int i = 0; i < 4; i++)
        tags.add(TagName.of(text(random, words, gaps, 3).replace(",", " ")));
      String body = text(random, words, gaps, 8);

      var found = new TreeSet<TagName>();
      TagIndex.of(tags).find(lead("", body, Map.of())).forEach(m -> found.add(m.tag()));

      var expected = new TreeSet<TagName>();
      for (TagName tag : tags) if (standsIn(tag, body)) expected.add(tag);
      assertThat(found).as("tags %s in [%s]", tags, body).isEqualTo(expected);
    }
  }

  private static String text(Random random, String[] words, String[] gaps, int most) {
    var text = new StringBuilder();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      if (i > 0) text.append(gaps[random.nextInt(gaps.length)]);
      text.append(words[random.nextInt(words.length)]);
    }
    return text.toString();
  }

  /** The rule, said a second time, slowly. */
  private static boolean standsIn(TagName tag, String text) {
    String in = plain(text);
    String name = plain(tag.text());
    for (int at = in.indexOf(name); at >= 0; at = in.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean left = at == 0 || !word(in.charAt(at - 1)) || !word(name.charAt(0));
      boolean right =
          end == in.length() || !word(in.charAt(end)) || !word(name.charAt(name.length() - 1));
      if (left && right) return true;
    }
    return false;
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[-\n,._ ]", " ");
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c);
  }
}
