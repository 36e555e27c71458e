package dev.baton.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.message.Letter;
import dev.baton.message.Matter;
import dev.baton.message.Matter.Hints;
import dev.baton.message.Matter.Loss;
import dev.baton.message.Matter.Said;
import dev.baton.message.Matter.Waiting;
import dev.baton.message.Matter.Week;
import dev.baton.message.Tidings.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What people read. */
class LettersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LeadContent CANARY =
      new LeadContent(
          new LeadText("Canary subject", "Canary <body>", Map.of("canary_field", "Canary value")),
          new Contact("Cleo Canary", "cleo@canary.example", "+1555canary"),
          Set.of(),
          "WEB");

  private static Matter matter(Kind kind, Locale language, boolean overheard, String tag) {
    return new Matter(
        kind,
        "Acme",
        "Ann",
        true,
        overheard,
        language,
        ZoneId.of("Europe/Berlin"),
        NOW,
        new Hints(List.of(tag), "ORGANIC_SEARCH", Optional.of(NOW.plusSeconds(300)), "12.50 EUR"),
        overheard ? "" : "https://baton.example/o/abc",
        overheard ? "" : "https://baton.example/a/own",
        kind == Kind.OWNED && !overheard ? Optional.of(CANARY) : Optional.empty(),
        kind == Kind.COMMENT && !overheard
            ? Optional.of(new Said("Boss", "Call <her>"))
            : Optional.empty(),
        kind == Kind.LEAD_LOST ? Loss.MOVED : Loss.NONE,
        kind == Kind.FEEDBACK_DUE && !overheard
            ? List.of(new Waiting(List.of(tag), "WEB", NOW, "https://baton.example/o/abc"))
            : List.of(),
        kind == Kind.DIGEST
            ? Optional.of(
                new Week(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22), 7, 4, 2, 1, 104))
            : Optional.empty());
  }

  private static Letter letter(Kind kind, Locale language, boolean overheard) {
    return new Letters().compose(matter(kind, language, overheard, "Harbour"));
  }

  private static String all(Letter letter) {
    return letter.subject() + letter.text() + letter.html() + letter.brief() + letter.button();
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "LETTER")
  void every_kind_is_told_in_both_languages_and_to_rooms(Kind kind) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("de-AT"))) {
      Letter own = letter(kind, language, false);
      Letter overheard = letter(kind, language, true);

      assertThat(own.html()).contains("<html lang=\"" + language.getLanguage() + "\">");
      assertThat(own.text()).contains("Ann").doesNotContain("{0}", "{1}", "null");
      assertThat(own.html()).doesNotContain("{0}", "{1}", "null");
      assertThat(overheard.button()).isEmpty();
      assertThat(overheard.subject()).startsWith("Ann: ");
      assertThat(all(overheard)).doesNotContain("/o/abc", "/a/own");
      assertThat(own.text()).contains("https://baton.example/a/own");
      assertThat(own.html()).contains("href=\"https://baton.example/a/own\"");
      assertThat(own.own()).isPresent();
      if (kind != Kind.OWNED) {
        assertThat(all(own) + all(overheard)).doesNotContainIgnoringCase("canary");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "LETTER")
  void a_brief_text_is_one_short_message(Kind kind) {
    Letter letter =
        new Letters().compose(matter(kind, Locale.GERMAN, false, "A very long tag ".repeat(20)));

    assertThat(letter.brief()).hasSizeBetween(1, Letter.BRIEFEST);
    assertThat(letter.subject()).doesNotContain("canary", "Canary");
  }

  @Test
  void an_offer_says_until_when_by_the_agents_clock_and_what_it_costs() {
    Letter offer = letter(Kind.OFFERED, Locale.ENGLISH, false);

    assertThat(offer.subject()).isEqualTo("New lead for you: answer by 11:05");
    assertThat(offer.text())
        .contains(
            "Hello Ann,",
            "yours alone until 11:05 (Europe/Berlin)",
            "Tags: Harbour",
            "Source: Organic search",
            "Accepting costs 12.50 EUR at most");
    assertThat(offer.html())
        .contains("href=\"https://baton.example/o/abc\"", "See the offer", "Harbour");
  }

  @Test
  void the_owners_copy_holds_everything_escaped() {
    Letter copy = letter(Kind.OWNED, Locale.ENGLISH, false);

    assertThat(copy.text())
        .contains(
            "Cleo Canary",
            "+1555canary",
            "cleo@canary.example",
            "Canary value",
            "Canary subject",
            "Canary <body>");
    assertThat(copy.html()).contains("Canary &lt;body").doesNotContain("Canary <body>");
    assertThat(copy.brief()).contains("Cleo Canary", "+1555canary");
  }

  @Test
  void a_language_nobody_speaks_here_is_english() {
    assertThat(letter(Kind.OFFERED, Locale.JAPANESE, false).html()).contains("<html lang=\"en\">");
  }
}
