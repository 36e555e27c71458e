package dev.baton.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision 33: which values of a field are numbers. The tables are the rule. */
class FieldNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5000          | 5000
          0             | 0
          1234.5        | 1234.5
          1234.567      | 1234.567
          0,75          | 0.75
          1.200         | 1200
          1,200         | 1200
          1.200,50      | 1200.50
          1 200 000     | 1200000
          20261125      | 20261125
          4915112345678 | 4915112345678
          -30           | -30
          − 30.5        | -30.5
          +12           | 12
          1.25E7        | 12500000
          5.0E-2        | 0.050
          $450,000      | 450000
          -$1.2M        | -1200000
          € 12.500      | 12500
          12.500 EUR    | 12500
          $300k         | 300000
          """)
  void is_a_number(String value, BigDecimal number) {
    assertThat(FieldNumber.read(value)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "about ten",
        "10 or 20",
        "10-20",
        "24.12.2026",
        "2026-11-25",
        "12 rooms",
        "1.2.3",
        "10%",
        "--5",
        "1E999",
        "12345678901234567890",
        "$",
        "NaN",
        "0x10"
      })
  void is_no_number(String value) {
    assertThat(FieldNumber.read(value)).isEmpty();
  }
}
