package dev.baton.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain §3: modifiers. */
class TagModifiersTest {
  private static TagMatch match(String tag, String place, boolean exactCase) {
    return new TagMatch(TagName.of(tag), place, 0, tag.length(), exactCase);
  }

  @ParameterizedTest
  @CsvSource({"Loft, subject, true", "Loft, body, false", "LA, subject, true", "LA, given, false"})
  void unless_set_a_match_counts_what_the_tag_weighs(String tag, String place, boolean exact) {
    assertThat(TagModifiers.NONE.weigh(50, match(tag, place, exact))).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "50, Loft, body, false, 50", // nothing applies
    "50, Loft, subject, false, 75", // × 1.5
    "50, Loft, body, true, 55", // × 1.1
    "50, Loft, subject, true, 83", // 82.5
    "50, LA, body, false, 25", // × 0.5
    "50, USA, body, false, 25",
    "50, LA, subject, true, 41", // 41.25
    "1, LA, body, false, 1", // 0.5
    "0, LA, subject, true, 0",
    "-50, Loft, subject, false, -75"
  })
  void the_suggested_modifiers_are_multiplied_and_rounded_half_up(
      int weight, String tag, String place, boolean exact, int expected) {
    assertThat(TagModifiers.SUGGESTED.weigh(weight, match(tag, place, exact))).isEqualTo(expected);
  }

  @Test
  void a_weight_too_large_stays_the_largest() {
    assertThat(TagModifiers.SUGGESTED.weigh(Integer.MAX_VALUE, match("Loft", "subject", true)))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void a_modifier_below_nothing_is_refused() {
    BigDecimal one = BigDecimal.ONE;
    assertThatThrownBy(() -> new TagModifiers(one, one, new BigDecimal("-0.1")))
        .hasMessageContaining("between 0 and 100");
  }
}
