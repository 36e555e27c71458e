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
            new TagMatch(TagName.of("loft"), "subject", 2, 6),
            new TagMatch(TagName.of("Harbour"), "body", 18, 25),
            new TagMatch(TagName.of("High Value"), "budget", 0, 10));
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
