package dev.baton.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deal is worth, as people, programs and CRM fields write it. */
class ExpectedValueTest {
  @Test
  void an_amount_has_two_decimals_and_a_currency() {
    assertThat(ExpectedValue.of(" 1200.505 ", "EUR").amount()).hasToString("1200.51");
    assertThat(ExpectedValue.of("1.2E3", "EUR").amount()).hasToString("1200.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a lot",
        "-1",
        "10000000000000",
        "1e999999999",
        "1e-999999999",
        "1e2147483647"
      })
  @Timeout(value = 2, unit = TimeUnit.SECONDS)
  void what_is_none_is_refused_at_once(String amount) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExpectedValue.of(amount, "EUR"))
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
  }
}
