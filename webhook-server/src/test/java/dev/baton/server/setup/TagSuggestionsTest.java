package dev.baton.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.server.setup.TagSuggestions.Suggestion;
import dev.baton.tag.TagName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What occurs in several leads and could be a tag. */
class TagSuggestionsTest {
  private static LeadContent lead(String who, String body, Map<String, String> fields) {
    return new LeadContent(
        new LeadText("", body, fields),
        new Contact(
            who, who.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@c.example", ""),
        Set.of(),
        "");
  }

  private static List<String> names(List<LeadContent> leads, TagName... known) {
    return TagSuggestions.of(leads, Set.of(known), 10).stream().map(Suggestion::name).toList();
  }

  private static final List<LeadContent> LEADS =
      List.of(
          lead("Cleo Villa", "A penthouse at the harbour, please", Map.of("product", "Rent")),
          lead("Max Hold", "The Harbour again: 4711 12345", Map.of("product", "Rent")),
          lead("Ann Hold", "Harbour or old town?", Map.of("product", "Sale", "zip", "90210")),
          lead("Bob Hold", "My penthouse needs a buyer", Map.of("product", "Rent")));

  @Test
  void values_of_fields_come_first_then_words_each_with_in_how_many_leads_it_stands() {
    assertThat(TagSuggestions.of(LEADS, Set.of(), 10))
        .containsExactly(
            new Suggestion("Rent", "product", 3),
            new Suggestion("Harbour", "", 3),
            new Suggestion("penthouse", "", 2));
  }

  @Test
  void what_is_a_tag_already_is_not_suggested() {
    assertThat(names(LEADS, TagName.of("HARBOUR"))).containsExactly("Rent", "penthouse");
  }

  @Test
  void people_and_addresses_are_no_tags() {
    List<LeadContent> leads =
        List.of(
            lead("Cleo Canary", "Cleo Canary here, canary@customer.example", Map.of()),
            lead("Cleo Canary", "Regards, Canary", Map.of("nick", "Cleo Canary")),
            lead("Cleo Canary", "See https://customer.example/canary", Map.of()));
    assertThat(names(leads)).isEmpty();
  }

  @Test
  void of_few_leads_a_word_of_one_is_enough_and_nothing_comes_of_none() {
    assertThat(names(List.of(LEADS.getFirst()))).contains("Rent", "penthouse", "harbour");
    assertThat(names(List.of())).isEmpty();
  }
}
