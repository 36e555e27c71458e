package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is kept of what a language model answers. */
class SummaryTest {
  private static final Redaction CLEO =
      Redaction.of(new Contact("Cleo Canary", "cleo@customer.example", "+49 431 5550123"));

  private static String of(String answer) {
    return Summary.of(answer, CLEO).map(Summary::text).orElse("nothing");
  }

  @Test
  void it_is_one_paragraph_without_signs_that_cannot_be_seen() {
    assertThat(of("  Wants a\r\n\tvilla.\n\n\u0007Soon\u202e.\u2028Quiet\u0085. "))
        .isEqualTo("Wants a villa. Soon. Quiet .");
  }

  @Test
  void contact_data_goes_once_more() {
    assertThat(of("Cleo (cleo@customer.example, 0431 5550123) wants a villa"))
        .isEqualTo("[…] […] […]) wants a villa");
    assertThat(of("Call 0171 2345678, see https://evil.example/x")).isEqualTo("Call […], see […]");
    assertThat(of("Somebody […] wants a villa")).isEqualTo("Somebody […] wants a villa");
  }

  @Test
  void one_in_which_the_person_can_still_be_read_is_not_kept() {
    assertThat(of("C.l.e.o C.a.n.a.r.y wants a villa")).isEqualTo("nothing");
    assertThat(of("Call five: 5, five: 5, five: 5, 0, 1, 2, 3")).isEqualTo("nothing");
  }

  @Test
  void one_that_says_nothing_is_not_kept() {
    for (String answer : new String[] {"", " \n", "Cleo Canary", "- […] -", "42"}) {
      assertThat(of(answer)).as(answer).isEqualTo("nothing");
    }
  }

  @Test
  void a_long_one_is_cut_at_the_end_of_a_word() {
    assertThat(of("quiet ".repeat(100))).hasSize(300).endsWith("quiet…");
    assertThat(of("x".repeat(400))).hasSize(300).endsWith("x…");
    assertThat(of("y" + "😀".repeat(200))).hasSizeLessThanOrEqualTo(300).endsWith("😀…");
    assertThat(of("z".repeat(300))).hasSize(300).endsWith("z");
  }

  @Test
  void nothing_else_is_one() {
    for (String text : new String[] {"", "two\nlines", "x".repeat(301)}) {
      assertThatThrownBy(() -> new Summary(text)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Summary("Cleo").toString()).doesNotContain("Cleo");
  }
}
