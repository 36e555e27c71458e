package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private final CompanyTime berlin = new CompanyTime(ZoneId.of("Europe/Berlin"), Words.ENGLISH);

  @Test
  void a_time_within_the_hour_is_told_to_the_second() {
    assertThat(berlin.tell(NOON.plusSeconds(330), NOON)).isEqualTo("13:05:30");
  }

  @Test
  void a_later_time_today_is_told_to_the_minute() {
    assertThat(berlin.tell(NOON.plusSeconds(7_230), NOON)).isEqualTo("15:00");
  }

  @Test
  void a_time_of_another_day_is_told_with_the_day_even_where_it_is_near() {
    Instant late = Instant.parse("2026-03-04T22:50:00Z");
    assertThat(berlin.tell(late.plusSeconds(1_200), late)).isEqualTo("Thu 5 Mar, 00:10");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Berlin time",
    "America/Argentina/Buenos_Aires, Buenos Aires time",
    "US/Eastern, Eastern time",
    "UTC, UTC",
    "Etc/UTC, UTC",
    "+02:00, UTC+02:00"
  })
  void the_clock_is_named_so_that_people_know_whose_it_is(String zone, String name) {
    assertThat(new CompanyTime(ZoneId.of(zone), Words.ENGLISH).zoneName()).isEqualTo(name);
  }
}
