package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {
  @Test
  void fifteen_and_eighteen_characters_name_the_same_thing() {
    SalesforceId shortId = SalesforceId.parse("001D000000IRFma");
    SalesforceId longId = SalesforceId.parse("001D000000IRFmaIAH");

    assertThat(shortId).isEqualTo(longId).hasSameHashCodeAs(longId);
    assertThat(shortId).hasToString("001D000000IRFmaIAH");
  }

  @Test
  void case_matters_in_the_first_fifteen() {
    assertThat(SalesforceId.parse("001D000000IRFma"))
        .isNotEqualTo(SalesforceId.parse("001d000000IRFma"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "001D000000IRFm",
        "001D000000IRFmaIA",
        "001D000000IRFm!",
        "001D000000IRFmaAAA"
      })
  void anything_else_is_no_id(String text) {
    assertThatThrownBy(() -> SalesforceId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
