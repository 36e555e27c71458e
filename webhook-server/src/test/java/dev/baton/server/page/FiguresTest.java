package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.performance.Ratio;
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59, 59 s",
    "60, 1 min",
    "125, 2 min 5 s",
    "3599, 59 min 59 s",
    "3600, 1 h",
    "12059, 3 h 20 min",
    "86400, 1 d",
    "187200, 2 d 4 h"
  })
  void a_duration_is_told_in_its_two_largest_units(long seconds, String told) {
    assertThat(Figures.time(seconds, Words.ENGLISH)).isEqualTo(told);
  }

  @Test
  void a_median_between_two_seconds_is_rounded_half_up() {
    assertThat(Figures.time(Optional.of(104.5), Words.ENGLISH)).isEqualTo("1 min 45 s");
    assertThat(Figures.time(Optional.of(59.5), Words.ENGLISH)).isEqualTo("1 min");
  }

  @Test
  void what_is_divided_by_nothing_is_a_dash() {
    assertThat(Figures.percent(new Ratio(0, 0), Words.ENGLISH)).isEqualTo("–");
    assertThat(Figures.each(new Ratio(0, 0), Words.ENGLISH)).isEqualTo("–");
    assertThat(Figures.time(Optional.empty(), Words.ENGLISH)).isEqualTo("–");
    assertThat(Figures.whole(Optional.empty(), Words.ENGLISH)).isEqualTo("–");
  }

  @Test
  void numbers_are_written_as_people_read_them() {
    assertThat(Figures.whole(1_234_567, Words.ENGLISH)).isEqualTo("1,234,567");
    assertThat(Figures.whole(-5, Words.ENGLISH)).isEqualTo("−5");
    assertThat(Figures.signed(2, Words.ENGLISH)).isEqualTo("+2");
    assertThat(Figures.signed(0, Words.ENGLISH)).isEqualTo("0");
    assertThat(Figures.percent(new Ratio(5, 8), Words.ENGLISH)).isEqualTo("62.5%");
  }

  @Test
  void numbers_are_written_as_the_reader_does() {
    Words german = Words.in("de");

    assertThat(Figures.whole(1_234_567, german)).isEqualTo("1.234.567");
    assertThat(Figures.whole(-1_234, german)).isEqualTo("−1.234");
    assertThat(Figures.percent(new Ratio(5, 8), german)).isEqualTo("62,5\u00A0%");
    assertThat(Figures.each(new Ratio(7, 5), german)).isEqualTo("1,4");
    assertThat(Figures.decimal(new BigDecimal("1200.50"), german)).isEqualTo("1.200,5");
    assertThat(Figures.hours(Duration.ofMinutes(510), german)).isEqualTo("8,5 h");
    assertThat(Figures.time(187_200, german)).isEqualTo("2 T 4 h");
    assertThat(Figures.whole(1_234, Words.in("de-CH"))).isEqualTo("1’234");
  }
}
