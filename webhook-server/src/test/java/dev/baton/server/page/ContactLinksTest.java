package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactLinksTest {
  @ParameterizedTest
  @CsvSource({
    "+1 555 0101, tel:+15550101",
    "+44 (0)171 555 0123 ext. 9, tel:+441715550123",
    "(0171) 555-0123, tel:01715550123",
    "555 0123 / 555 0124, tel:5550123",
    "please write, ''",
    "'', ''"
  })
  void a_number_is_dialled_without_what_is_not_dialled(String written, String link) {
    assertThat(ContactLinks.call(written)).isEqualTo(link);
  }

  @Test
  void an_address_is_written_to_and_nothing_else() {
    assertThat(ContactLinks.write("a.b@customer.example")).isEqualTo("mailto:a.b@customer.example");
    assertThat(ContactLinks.write("a+b@customer.example?bcc=c@d.example"))
        .isEqualTo("mailto:a%2Bb@customer.example%3Fbcc%3Dc@d.example");
    assertThat(ContactLinks.write(" ")).isEmpty();
  }
}
