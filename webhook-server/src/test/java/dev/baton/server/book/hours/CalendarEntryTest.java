package dev.baton.server.book.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Block;
import dev.baton.agent.Holiday;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.review.Drafts;
import dev.baton.review.Variations;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When the company works stands in the form, and is read from it as it was. */
class CalendarEntryTest {
  private static final Sheet<Calendar> SHEET = sheet(Words.ENGLISH);
  private static final Calendar FULL = Drafts.full().settings().calendar();

  private static Sheet<Calendar> sheet(Words words) {
    return Sheet.of(words, new CalendarEntry(words));
  }

  private static Calendar read(Calendar before, Map<String, String> values) {
    var read = SHEET.read(before, Form.of(values));
    assertThat(read.form().errors()).isEmpty();
    return read.value();
  }

  private static Map<String, String> form(Calendar calendar) {
    return new HashMap<>(SHEET.filled(calendar).values());
  }

  private static Map<String, String> errors(Calendar before, Map<String, String> values) {
    return SHEET.read(before, Form.of(values)).form().errors();
  }

  private static OperatingHours hours(Calendar calendar) {
    return calendar.hours().orElseThrow();
  }

  @Test
  void whatever_a_book_says_of_hours_stays_when_nothing_is_typed() {
    for (int seed = 0; seed < 150; seed++) {
      BookDraft book = Drafts.tidy(Drafts.full(), 1 + seed % 12, new Random(seed));
      if (!book.problems().isEmpty()) continue;
      Calendar calendar = book.settings().calendar();
      assertThat(read(calendar, form(calendar))).as("seed " + seed).isEqualTo(calendar);
    }
    assertThat(read(Calendar.ALWAYS, form(Calendar.ALWAYS))).isEqualTo(Calendar.ALWAYS);
  }

  @Test
  void each_thing_that_hours_can_have_otherwise_can_be_typed() {
    int tried = 0;
    for (var variation : Variations.of(FULL)) {
      Calendar calendar = variation.value();
      // An admin's word is no matter of a draft, and no page gives hours another clock.
      boolean elsewhere =
          !calendar
                  .hours()
                  .flatMap(OperatingHours::adminOverride)
                  .equals(hours(FULL).adminOverride())
              && calendar.hours().isPresent();
      if (elsewhere || CalendarEntry.ownZone(calendar)) continue;
      if (!Drafts.full().set(Drafts.full().settings().with(calendar)).problems().isEmpty())
        continue;
      tried++;
      assertThat(read(FULL, form(calendar))).as(variation.path()).isEqualTo(calendar);
    }
    assertThat(tried).isGreaterThan(15);
  }

  @Test
  void hours_go_by_the_companys_clock_unless_they_had_their_own() {
    Map<String, String> values = form(FULL);
    values.put("zone", "Asia/Tokyo");
    Calendar moved = read(FULL, values);
    assertThat(moved.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(hours(moved).week().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));

    OperatingHours before = hours(FULL);
    var own =
        new OperatingHours(
            new WeeklyHours(ZoneId.of("America/Lima"), before.week().week()),
            before.overrides(),
            before.adminOverride(),
            before.releaseGap());
    var apart = new Calendar(FULL.zone(), Optional.of(own), FULL.holidays());
    Map<String, String> untouched = form(apart);
    untouched.put("zone", "Asia/Tokyo");
    assertThat(hours(read(apart, untouched)).week().zone()).isEqualTo(ZoneId.of("America/Lima"));
  }

  @Test
  void hours_are_typed_as_people_write_them() {
    Map<String, List<Block>> typed =
        Map.of(
            "9-17", List.of(block(9, 0, 17, 0)),
            "9:00-12:30, 14:00-18:00", List.of(block(9, 0, 12, 30), block(14, 0, 18, 0)),
            "22:00 – 6:00", List.of(block(22, 0, 6, 0)),
            "0:00-24:00", List.of(Block.WHOLE_DAY),
            "9am to 5.30pm", List.of(block(9, 0, 17, 30)),
            "12am-12pm", List.of(block(0, 0, 12, 0)),
            "Closed", List.of(),
            "", List.of());
    typed.forEach(
        (text, blocks) -> {
          Map<String, String> values = form(FULL);
          values.put("day.sunday", text);
          // The week of the test begins on Monday at eight, so a night before it must end by then.
          assertThat(hours(read(FULL, values)).week().on(DayOfWeek.SUNDAY))
              .as(text)
              .isEqualTo(blocks);
        });
    for (String bad :
        List.of("9", "9-", "9:60-10", "24:00-25:00", "24:00-8:00", "13pm-14", "a-b")) {
      Map<String, String> values = form(FULL);
      values.put("day.sunday", bad);
      assertThat(errors(FULL, values)).as(bad).containsOnlyKeys("day.sunday");
    }
  }

  private static Block block(int fromHour, int fromMinute, int toHour, int toMinute) {
    return new Block(LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute));
  }

  @Test
  void all_that_is_wrong_is_told_at_once_where_it_is() {
    Map<String, String> values = form(FULL);
    values.put("zone", "Mars");
    values.put("day.monday", "8-9, 10-11, 12-13, 14-15");
    values.put("day.sunday", "22:00-9:00");
    values.put("dated", "2026-12-24 9-12\n24.12. closed\n2026-12-24 closed\n2026-12-31");
    values.put("releaseGap", "4 seconds");
    values.put("holidays", "2026-12-25, DE-BY\n2026-13-01, DE-BY, Never");
    Map<String, String> errors = errors(FULL, values);
    assertThat(errors)
        .containsOnlyKeys("zone", "day.monday", "day.sunday", "dated", "releaseGap", "holidays");
    assertThat(errors.get("day.monday")).contains("at most 3");
    assertThat(errors.get("day.sunday")).contains("runs into Monday");
    assertThat(errors.get("dated")).contains("Line 2", "Line 4");
    assertThat(errors.get("holidays")).contains("Line 1", "Line 2", "2026-13-01");
  }

  @Test
  void days_and_lines_in_german_are_told_in_german() {
    Words german = Words.in("de");
    assertThat(Days.fields(german)).extracting(Map.Entry::getValue).startsWith("Montag");
    Map<String, String> values = new HashMap<>(sheet(german).filled(FULL).values());
    assertThat(sheet(german).read(FULL, Form.of(values)).value()).isEqualTo(FULL);
    values.put("dated", "2099-12-24 geschlossen\n2099-12-31");
    values.put("holidays", "24.12.2099, DE-BY, Heiligabend");
    Map<String, String> errors = sheet(german).read(FULL, Form.of(values)).form().errors();
    assertThat(errors).containsOnlyKeys("dated", "holidays");
    assertThat(errors.get("dated")).startsWith("Zeile 2: Aus „2099-12-31“ gehen");
    assertThat(errors.get("holidays")).startsWith("Zeile 1: „24.12.2099“ ist kein Datum");
    OpenTimes told = OpenTimes.of(hours(FULL), Instant.parse("2026-11-27T12:00:00Z"), german);
    assertThat(told.days().getFirst().day()).isEqualTo("Fr. 27. Nov.");
  }

  @Test
  void dates_lie_in_years_that_can_be_counted_on() {
    Map<String, String> values = form(FULL);
    values.put("dated", "+999999999-12-31 closed");
    values.put("holidays", "-0001-01-01, DE, Before");
    assertThat(errors(FULL, values)).containsOnlyKeys("dated", "holidays");
  }

  @Test
  void a_line_that_is_added_leaves_the_others_as_they_are() {
    Map<String, String> values = form(FULL);
    values.merge("dated", "\r\n2026-12-31: 9:00-12:00", String::concat);
    values.merge("holidays", "\r\n2027-05-01, DE, Labour Day, for all", String::concat);
    Calendar read = read(FULL, values);
    assertThat(hours(read).overrides())
        .containsAllEntriesOf(hours(FULL).overrides())
        .containsEntry(LocalDate.of(2026, 12, 31), List.of(block(9, 0, 12, 0)));
    assertThat(read.holidays())
        .containsAll(FULL.holidays())
        .contains(new Holiday("DE", LocalDate.of(2027, 5, 1), "Labour Day, for all"));
  }

  @Test
  void one_who_had_no_hours_begins_with_the_shortest_gap() {
    Map<String, String> values = new HashMap<>(Map.of("zone", "UTC", "day.friday", "9-17"));
    assertThat(errors(Calendar.ALWAYS, values))
        .as("typed and not ticked")
        .containsOnlyKeys("hours");
    values.put("hours", "yes");
    OperatingHours hours = hours(read(Calendar.ALWAYS, values));
    assertThat(hours.releaseGap()).isEqualTo(Duration.ofSeconds(5));
    assertThat(hours.week().week()).containsOnlyKeys(DayOfWeek.FRIDAY);
  }

  @Test
  void seven_days_are_told_as_they_will_be() {
    var week =
        new WeeklyHours(
            ZoneId.of("Europe/Berlin"),
            Map.of(
                DayOfWeek.FRIDAY, List.of(block(22, 0, 6, 0)),
                DayOfWeek.MONDAY, List.of(Block.WHOLE_DAY)));
    var hours =
        new OperatingHours(
            week,
            Map.of(LocalDate.of(2026, 11, 29), List.of(block(9, 0, 12, 0))),
            Optional.empty(),
            Duration.ofSeconds(5));
    OpenTimes told = OpenTimes.of(hours, Instant.parse("2026-11-27T12:00:00Z"), Words.ENGLISH);
    assertThat(told.now()).isEqualTo("Closed now; next opening Fri 27 Nov, 22:00.");
    assertThat(told.days())
        .extracting(d -> d.day() + ": " + d.open() + (d.note().isEmpty() ? "" : " " + d.note()))
        .startsWith(
            "Fri 27 Nov: 22:00–24:00",
            "Sat 28 Nov: 00:00–06:00",
            "Sun 29 Nov: 09:00–12:00 dated hours",
            "Mon 30 Nov: all day",
            "Tue 1 Dec: closed");
    assertThat(OpenTimes.of(hours, Instant.parse("2026-11-27T21:30:00Z"), Words.ENGLISH).now())
        .isEqualTo("Open now, until Sat 28 Nov, 06:00.");
    assertThat(
            OpenTimes.of(
                    OperatingHours.of(WeeklyHours.always(ZoneId.of("UTC"))),
                    Instant.parse("2026-11-27T12:00:00Z"),
                    Words.ENGLISH)
                .now())
        .isEqualTo("Always open.");
  }
}
