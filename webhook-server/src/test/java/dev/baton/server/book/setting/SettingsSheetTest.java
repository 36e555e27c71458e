package dev.baton.server.book.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.review.Drafts;
import dev.baton.review.Variations;
import dev.baton.routing.BookDraft;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering.SharkTank;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is set stands in the form, and is read from it as it was. */
class SettingsSheetTest {
  private static final BookDraft FULL = Drafts.full();

  private static BookDraft read(BookDraft before, Map<String, String> values) {
    return read(before, values, Words.ENGLISH);
  }

  private static BookDraft read(BookDraft before, Map<String, String> values, Words words) {
    var read = SettingsSheet.in(words).read(before, Form.of(values));
    assertThat(read.form().errors()).isEmpty();
    return read.value();
  }

  private static Map<String, String> form(BookDraft book) {
    return form(book, Words.ENGLISH);
  }

  private static Map<String, String> form(BookDraft book, Words words) {
    return new HashMap<>(SettingsSheet.in(words).filled(book).values());
  }

  private static Map<String, String> errors(BookDraft before, Map<String, String> values) {
    return SettingsSheet.in(Words.ENGLISH).read(before, Form.of(values)).form().errors();
  }

  private static Map<String, String> typed(String name, String value) {
    Map<String, String> values = form(FULL);
    values.put(name, value);
    return values;
  }

  @Test
  void whatever_a_book_says_stays_when_nothing_is_typed() {
    for (int seed = 0; seed < 150; seed++) {
      BookDraft book = Drafts.tidy(FULL, 1 + seed % 12, new Random(seed));
      if (!book.problems().isEmpty()) continue;
      for (Words words : Words.ALL) {
        assertThat(read(book, form(book, words), words)).as("seed " + seed).isEqualTo(book);
      }
    }
    assertThat(read(BookDraft.EMPTY, form(BookDraft.EMPTY))).isEqualTo(BookDraft.EMPTY);
  }

  @Test
  void each_thing_that_is_set_for_the_company_can_be_typed() {
    int tried = 0;
    for (var variation : Variations.of(FULL.settings())) {
      RoutingSettings settings = variation.value();
      // Hours have a page of their own; no admin can set a demonstration's window.
      boolean elsewhere =
          !settings.calendar().equals(FULL.settings().calendar())
              || settings.window().demonstration();
      if (elsewhere || !FULL.set(settings).problems().isEmpty()) continue;
      tried++;
      assertThat(read(FULL, form(FULL.set(settings))).settings())
          .as(variation.path())
          .isEqualTo(settings);
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void a_window_is_typed_in_words_between_two_minutes_and_two_weeks() {
    for (String good :
        List.of("2 minutes", "2m", "120 sec", "2 weeks", "1 day, 3 hours and 5 min")) {
      assertThat(errors(FULL, typed("window", good))).as(good).isEmpty();
    }
    assertThat(read(FULL, typed("window", "1 hour 30 min")).settings().window().length())
        .isEqualTo(Duration.ofMinutes(90));
    for (String bad :
        List.of("", "5", "119 s", "15 days", "minutes", "-5 minutes", "5 moons", "5 minutes ago")) {
      assertThat(errors(FULL, typed("window", bad))).as(bad).containsOnlyKeys("window");
    }
  }

  @Test
  void numbers_and_times_are_typed_in_german_too() {
    Words german = Words.in("de");
    Map<String, String> values = form(FULL, german);
    values.put("window", "1 Stunde 30 Min.");
    values.put("coalesceWithin", "nie");
    values.put("modifier.subject", "1,5");
    BookDraft read = read(FULL, values, german);
    assertThat(read.settings().window().length()).isEqualTo(Duration.ofMinutes(90));
    assertThat(form(read, german))
        .containsEntry("window", "1 Stunde 30 Minuten")
        .containsEntry("coalesceWithin", "nie")
        .containsEntry("modifier.subject", "1,5");
    values.put("window", "90");
    values.put("retention", "viele");
    assertThat(SettingsSheet.in(german).read(FULL, Form.of(values)).form().errors())
        .containsEntry("window", "Schreiben Sie die Einheit dazu: 90 Minuten, Stunden oder Tage?")
        .containsEntry("retention", "Geben Sie 1 bis 36.500 Tage an, oder lassen Sie es leer.");
  }

  @Test
  void the_window_of_a_demonstration_stays_until_another_is_typed() {
    OfferWindow shown = OfferWindow.demonstration(Duration.ofSeconds(12));
    BookDraft demo = FULL.set(FULL.settings().withWindow(shown));
    assertThat(read(demo, form(demo)).settings().window()).isEqualTo(shown);
    Map<String, String> values = form(demo);
    values.put("window", "13 seconds");
    assertThat(errors(demo, values)).containsOnlyKeys("window");
  }

  @Test
  void a_shark_tank_reminds_halfway_unless_typed_and_never_after_its_end() {
    Map<String, String> values = typed("sharkTank.length", "20 minutes");
    values.remove("sharkTank.reminder");
    assertThat(read(FULL, values).settings().offering().sharkTank())
        .contains(new SharkTank(Duration.ofMinutes(20), Duration.ofMinutes(10)));
    assertThat(errors(FULL, typed("sharkTank.reminder", "30 minutes")))
        .containsOnlyKeys("sharkTank.reminder");
    assertThat(read(FULL, typed("sharkTank.length", "")).settings().offering().sharkTank())
        .isEmpty();
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    Map<String, String> values = form(FULL);
    values.putAll(
        Map.of(
            "window", "soon",
            "lineLimit", "0",
            "catchallWindow", "never",
            "modifier.subject", "101",
            "modifier.short", "-1",
            "geoWeight", "0",
            "coalesceWithin", "x",
            "retention", "36501"));
    assertThat(errors(FULL, values))
        .containsOnlyKeys(
            "window",
            "lineLimit",
            "catchallWindow",
            "modifier.subject",
            "modifier.short",
            "geoWeight",
            "coalesceWithin",
            "retention");
  }

  @Test
  void what_is_left_blank_is_without_limit() {
    Map<String, String> values = form(FULL);
    values.keySet().removeAll(Set.of("retention", "geoWeight"));
    values.put("coalesceWithin", "never");
    RoutingSettings settings = read(FULL, values).settings();
    assertThat(settings.retention()).isEqualTo(ReportRetention.UNLIMITED);
    assertThat(settings.matching().geo().weight()).isEmpty();
    assertThat(settings.intake().coalesceWithin()).isEqualTo(Duration.ZERO);
  }

  @Test
  void one_to_five_people_are_the_catchall_and_who_has_left_stays_what_he_was() {
    List<Agent> agents =
        IntStream.range(0, 7).mapToObj(i -> agent("a" + i, i < 2, i != 1)).toList();
    BookDraft book = FULL.teamed(List.of()).staffed(agents);
    Map<String, String> values = form(book);
    assertThat(values).containsKey("catchall.a0").doesNotContainKey("catchall.a1");

    values.put("catchall.a5", "yes");
    assertThat(read(book, values).agents())
        .filteredOn(Agent::catchall)
        .extracting(a -> a.id().value())
        .containsExactly("a0", "a1", "a5");

    for (int i = 0; i < 7; i++) values.put("catchall.a" + i, "yes");
    assertThat(errors(book, values)).containsOnlyKeys("catchall");
    for (int i = 0; i < 7; i++) values.remove("catchall.a" + i);
    assertThat(errors(book, values)).as("nobody any more").containsOnlyKeys("catchall");
  }

  private static Agent agent(String id, boolean catchall, boolean active) {
    return new Agent(new AgentId(id), id, "", Set.of(), active, catchall, Map.of());
  }

  @Test
  void spam_entries_stand_one_a_line_however_a_browser_ends_lines() {
    Map<String, String> values =
        typed("spam.blocked", "casino\r\n\r\n  @spam.example \r\npoker\r\n");
    assertThat(read(FULL, values).settings().intake().spam().blocked())
        .containsExactly("casino", "@spam.example", "poker");
    assertThat(read(FULL, values).settings().intake().spam().allowed())
        .isEqualTo(FULL.settings().intake().spam().allowed());
    assertThat(Optional.of(read(FULL, values).teams())).contains(FULL.teams());
  }
}
