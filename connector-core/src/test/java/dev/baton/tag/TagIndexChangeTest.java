package dev.baton.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An index that is changed again and again finds what one made anew would find. */
class TagIndexChangeTest {
  private static final String[] WORDS = {"a", "b", "ab", "A", "B1", "1", "c+", "&d", "new", "york"};
  private static final String[] GAPS = {" ", "-", "_", ".", "/", "+"};

  private final Random random = new Random(20261124);

  private static LeadContent lead(String body, Set<String> given) {
    return new LeadContent(
        new LeadText("", body, Map.of("zip", "90205")), Contact.UNKNOWN, given, "");
  }

  @Test
  void after_any_edits_it_finds_what_a_fresh_index_finds() {
    for (int run = 0; run < 60; run++) {
      var names = new ArrayList<TagName>();
      TagIndex index = TagIndex.of(names);
      for (int edit = 0; edit < 40; edit++) {
        change(names);
        TagIndex before = index;
        List<TagMatch> foundBefore = before.find(lead("a new-york_b1 ab c+ $15 12 7", Set.of()));
        index = index.changedTo(names);

        LeadContent lead = lead(text(12), Set.of(name().text()));
        assertThat(told(index, lead)).as("%s", names).isEqualTo(told(TagIndex.of(names), lead));
        assertThat(before.find(lead("a new-york_b1 ab c+ $15 12 7", Set.of())))
            .isEqualTo(foundBefore);
      }
    }
  }

  @Test
  void an_index_without_a_change_is_the_same_index() {
    var names = List.of(TagName.of("a b"), TagName.of("Zip: 90210"), TagName.of("PK_100"));
    TagIndex index = TagIndex.of(names);

    assertThat(index.changedTo(names)).isSameAs(index);
    assertThat(index.changedTo(List.of(names.get(2), names.get(1), names.get(0)))).isSameAs(index);
  }

  @Test
  void another_spelling_of_a_name_is_a_change() {
    TagIndex index =
        TagIndex.of(List.of(TagName.of("new york"))).changedTo(List.of(TagName.of("New York")));

    assertThat(index.find(lead("in New York", Set.of())))
        .singleElement()
        .satisfies(m -> assertThat(m.tag().text()).isEqualTo("New York"))
        .satisfies(m -> assertThat(m.exactCase()).isTrue());
  }

  @Test
  void of_two_spellings_of_a_name_the_first_counts() {
    TagIndex index = TagIndex.of(List.of(TagName.of("New York"), TagName.of("new_york")));

    assertThat(told(index, lead("new york", Set.of())))
        .hasSize(1)
        .first()
        .asString()
        .contains("New York");
  }

  @Test
  void a_hundred_thousand_names_come_and_go() {
    var names = new ArrayList<TagName>();
    for (int i = 0; i < 100_000; i++) names.add(TagName.of("w" + i % 1000 + " v" + i));
    TagIndex full = TagIndex.of(names);
    TagIndex halved = full.changedTo(names.subList(0, 50_000));
    var lead = lead("w7 v7 and w999 v99999", Set.of());

    assertThat(full.find(lead)).hasSize(2);
    assertThat(halved.find(lead)).hasSize(1);
    assertThat(halved.changedTo(List.of()).find(lead)).isEmpty();
    assertThat(halved.changedTo(names).find(lead)).isEqualTo(full.find(lead));
  }

  /** What was found, with the spelling, in which names that are equal may differ. */
  private static List<String> told(TagIndex index, LeadContent lead) {
    return index.find(lead).stream().map(m -> m + " " + m.tag().text()).toList();
  }

  private void change(List<TagName> names) {
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int kind = random.nextInt(4);
      if (kind == 0 && !names.isEmpty()) names.remove(random.nextInt(names.size()));
      else if (kind == 1 && !names.isEmpty()) {
        int at = random.nextInt(names.size());
        String text = names.get(at).text();
        names.set(
            at, TagName.of(random.nextBoolean() ? text.toUpperCase() : text.replace(' ', '_')));
      } else names.add(random.nextInt(names.size() + 1), name());
    }
  }

  private TagName name() {
    int from = random.nextInt(20);
    int to = from + random.nextInt(20);
    return TagName.of(
        switch (random.nextInt(7)) {
          case 0 -> "Range: " + from + "-" + to;
          case 1 -> "Range: $" + from + "-$" + to;
          case 2 -> "Zip: 902" + (10 + from) + "-902" + (10 + to);
          case 3 -> random.nextBoolean() ? "PK_" + from : "MAX_" + (from + 1) + "_DAY";
          default -> text(4);
        });
  }

  private String text(int most) {
    var text = new StringBuilder();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      if (i > 0) text.append(GAPS[random.nextInt(GAPS.length)]);
      text.append(
          random.nextInt(8) == 0 ? "$" + random.nextInt(30) : WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
