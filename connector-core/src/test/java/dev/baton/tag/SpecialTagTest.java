package dev.baton.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.tag.SpecialTag.MoneyRange;
import dev.baton.tag.SpecialTag.Most;
import dev.baton.tag.SpecialTag.NumberRange;
import dev.baton.tag.SpecialTag.Points;
import dev.baton.tag.SpecialTag.Reading.Ordinary;
import dev.baton.tag.SpecialTag.Reading.Special;
import dev.baton.tag.SpecialTag.Reading.Wrong;
import dev.baton.tag.SpecialTag.Span;
import dev.baton.tag.SpecialTag.ZipRange;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain §3: the forms of custom tags. */
class SpecialTagTest {
  private static SpecialTag special(String written) {
    assertThat(SpecialTag.read(written)).isInstanceOf(Special.class);
    return ((Special) SpecialTag.read(written)).tag();
  }

  @ParameterizedTest
  @CsvSource({
    "PK_100, 100",
    "PK_-20, -20",
    "pk_5, 5",
    "PK 100, 100",
    "PK_ 100, 100",
    "PK_+7, 7",
    "PK -20, -20",
    "PK_0, 0",
    "PK_999999, 999999",
    "'  PK_100 ', 100"
  })
  void pk_adds_points_for_any_lead(String written, int points) {
    assertThat(special(written)).isEqualTo(new Points(points, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "PK_100_P1, 100, P1", "pk_-5_New York, -5, New York", "PK_10_High_Value, 10, High Value",
    "PK_10 P1, 10, P1", "PK_10_2, 10, 2", "PK_3_Zip: 90210, 3, Zip: 90210"
  })
  void pk_with_a_tag_counts_only_for_leads_with_that_tag(String written, int points, String tag) {
    assertThat(special(written)).isEqualTo(new Points(points, Optional.of(TagName.of(tag))));
  }

  @ParameterizedTest
  @CsvSource({
    "Range: $200000-$500000, $, 200000, 500000",
    "range:$200000 - $500000, $, 200000, 500000",
    "RANGE : €1-€2.5, €, 1, 2.5",
    "Range: £ 10 – £ 20, £, 10, 20",
    "Range: ¥5-¥5, ¥, 5, 5",
    "Range: 200 €-500 €, €, 200, 500"
  })
  void a_range_with_symbols_is_of_money(String written, char symbol, String from, String to) {
    assertThat(special(written))
        .isEqualTo(new MoneyRange(symbol, new BigDecimal(from), new BigDecimal(to)));
  }

  @ParameterizedTest
  @CsvSource({
    "Range: 10000-200000, 10000, 200000",
    "range:0-10, 0, 10",
    "Range : 1.5 - 2.25, 1.5, 2.25",
    "Range: 7-7, 7, 7"
  })
  void a_range_without_symbols_is_of_plain_numbers(String written, String from, String to) {
    assertThat(special(written))
        .isEqualTo(new NumberRange(new BigDecimal(from), new BigDecimal(to)));
  }

  @ParameterizedTest
  @CsvSource({
    "Zip: 90200-90299, 90200, 90299",
    "zip:90200 - 90299, 90200, 90299",
    "Zip: 90210, 90210, 90210",
    "ZIP: 00501-00599, 00501, 00599",
    "Zip: SW1A, SW1A, SW1A",
    "Zip: sw1a 1aa, SW1A1AA, SW1A1AA",
    "Zip: K1A-K9Z, K1A, K9Z",
    "Zip: 24103-24159, 24103, 24159"
  })
  void a_zip_range_is_closed_and_keeps_leading_zeros(String written, String from, String to) {
    assertThat(special(written)).isEqualTo(new ZipRange(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "MAX_10_DAY, 10, DAY",
    "max_1_week, 1, WEEK",
    "Max 5 Month, 5, MONTH",
    "MAX_ 200 _TOTAL, 200, TOTAL"
  })
  void max_names_the_most_leads_in_a_span(String written, int leads, Span span) {
    assertThat(special(written)).isEqualTo(new Most(leads, span));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK_",
        "PK_abc",
        "PK_1.5",
        "PK-20",
        "PK100",
        "PK_9999999",
        "PK_100-P1",
        "PK_--5",
        "PK_100_PK_50",
        "PK_100_MAX_1_DAY",
        "PK_100_a,b",
        "PK_100_*",
        "Range:",
        "Range: big",
        "Range: 5000",
        "Range: 1-2-3",
        "Range: -5-10",
        "Range 1-2",
        "Range: 500000-200000",
        "Range: $500-$200",
        "Range: $200-500",
        "Range: 200-$500",
        "Range: $200-€500",
        "Range: $200$-$500",
        "Range: ₹200-₹500",
        "Range: $200,000-$500,000",
        "Range: 200.000-500.000",
        "Range: 200k-500k",
        "Range: 1-9999999999999999",
        "Zip:",
        "Zip: all",
        "Zip: 90299-90200",
        "Zip: 9020-90299",
        "Zip: 90200-90299-90300",
        "Zip: 90210-1234",
        "Zip: SW1A-90210",
        "Zip 90210",
        "Zip: 90*",
        "MAX_10",
        "MAX_10_YEAR",
        "MAX_0_DAY",
        "MAX_-1_DAY",
        "MAX_TEN_DAY",
        "MAX_10_DAYS",
        "MAX_9999999_DAY",
        "MAX_1.5_DAY"
      })
  void a_wrong_form_is_refused_with_the_reason_and_an_example(String written) {
    assertThat(SpecialTag.read(written))
        .isInstanceOfSatisfying(
            Wrong.class,
            wrong -> {
              assertThat(wrong.why()).matches("[A-Z][^.]*\\.");
              for (String example : wrong.example().split(", | or ")) {
                assertThat(SpecialTag.read(example)).isInstanceOf(Special.class);
              }
            });
  }

  @Test
  void the_reason_says_what_to_do() {
    assertThat(SpecialTag.read("Range: $500000-$200000"))
        .isEqualTo(new Wrong("Put the smaller number first.", "Range: $200000-$500000"));
    assertThat(SpecialTag.read("Range: $200-500"))
        .isEqualTo(
            new Wrong(
                "Give both numbers the same currency symbol, once each, or none.",
                "Range: $200000-$500000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Harbour",
        "Range Rover",
        "Ranger",
        "Zip Drive",
        "Zipper",
        "PK",
        "PK Nord",
        "Parking",
        "Max_Mustermann",
        "Max Power",
        "Maximum",
        "MAX",
        "Loft 90210",
        "P1",
        "Zip",
        "Range"
      })
  void any_other_name_is_ordinary(String written) {
    assertThat(SpecialTag.read(written)).isEqualTo(new Ordinary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Range: $200000-$500000", "Range: 10000-200000", "Zip: 90200-90299", "Zip: SW1A"})
  void tags_that_a_lead_carries_are_names_too(String written) {
    assertThat(SpecialTag.read(TagName.of(written).text())).isInstanceOf(Special.class);
  }

  @Test
  void a_value_that_no_form_allows_cannot_be_made() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal two = BigDecimal.TWO;
    assertThatThrownBy(() -> new NumberRange(two, one)).hasMessageContaining("begins before");
    assertThatThrownBy(() -> new MoneyRange('x', one, two)).hasMessageContaining("symbol");
    assertThatThrownBy(() -> new ZipRange("9020", "90299")).hasMessageContaining("length");
    assertThatThrownBy(() -> new Most(0, Span.DAY)).hasMessageContaining("at least one");
  }
}
