package dev.baton.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.LeadId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferIdTest {
  @Test
  void a_key_is_read_back_as_the_offer_it_names() {
    var offer = new OfferId(new LeadId(UUID.randomUUID()), 12);

    assertThat(OfferId.parse(offer.key())).contains(offer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "lead-1",
        "0192e4b0-0000-7000-8000-000000000000",
        "0192e4b0-0000-7000-8000-000000000000-",
        "0192e4b0-0000-7000-8000-000000000000-x",
        "zzzzzzzz-0000-7000-8000-000000000000-1"
      })
  void anything_else_names_no_offer(String text) {
    assertThat(OfferId.parse(text)).isEmpty();
  }
}
