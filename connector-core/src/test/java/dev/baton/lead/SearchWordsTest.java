package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which words a lead is found by, and what is looked for when something is typed. */
class SearchWordsTest {
  private static Set<String> words(Contact contact, String subject) {
    return SearchWords.of(
        new CrmRecord(new ConnectionId("crm"), "contacts", "00Q5e00000AbC"),
        new LeadContent(
            new LeadText(subject, "not this", Map.of("f", "nor this")), contact, Set.of(), ""));
  }

  @Test
  void a_lead_is_found_by_its_person_its_subject_and_the_crms_id() {
    assertThat(words(new Contact("Zoë Ruiz", "z.ruiz@sea.example", "+1 (555) 010-2030"), "Villa!"))
        .contains("00q5e00000abc", "zoe", "ruiz", "z.ruiz@sea.example", "sea.example", "villa")
        .contains("15550102030", "5550102030")
        .doesNotContain("not", "nor", "");
  }

  @Test
  void words_without_end_are_cut_and_so_is_what_is_looked_for() {
    String endless = "x".repeat(5_000);
    Set<String> words = words(new Contact(endless, "", ""), "w ".repeat(10) + "v1 v2 ".repeat(500));
    assertThat(words).allMatch(word -> word.length() <= SearchWords.LONGEST);
    assertThat(words.size()).isLessThanOrEqualTo(80);
    assertThat(SearchWords.typed(endless)).allMatch(words::contains);
  }

  @Test
  void a_number_typed_in_any_notation_is_one_word_and_a_text_is_several() {
    assertThat(SearchWords.typed("+49 (0)171 / 555-0123")).containsExactly("491715550123");
    assertThat(SearchWords.typed("0171 555")).containsExactly("171555");
    assertThat(SearchWords.typed("  Zoë, RUIZ ")).containsExactly("zoe", "ruiz");
    assertThat(SearchWords.typed("apartment 12")).containsExactly("apartment", "12");
    assertThat(SearchWords.typed("")).isEmpty();
    assertThat(SearchWords.typed("% _ '")).isEmpty();
  }
}
