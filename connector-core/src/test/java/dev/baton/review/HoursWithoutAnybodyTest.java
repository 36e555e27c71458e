package dev.baton.review;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AdminOverride;
import dev.baton.agent.Agent;
import dev.baton.agent.Availability;
import dev.baton.agent.Block;
import dev.baton.agent.Distribution;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Schedule;
import dev.baton.agent.Stretch;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.Calendar;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.TestBook;
import dev.baton.tag.Tag;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Times at which leads go out and nobody works. */
class HoursWithoutAnybodyTest {
  private static final ZoneId BERLIN = Drafts.BERLIN;

  /** A Wednesday, 11:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static WeeklyHours week(ZoneId zone, String from, String to, DayOfWeek... days) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : days) {
      week.put(day, List.of(new Block(LocalTime.parse(from), LocalTime.parse(to))));
    }
    return new WeeklyHours(zone, week);
  }

  private static WeeklyHours daily(ZoneId zone, String from, String to) {
    return week(zone, from, to, DayOfWeek.values());
  }

  private static final DayOfWeek[] MON_TO_SAT =
      Arrays.copyOf(DayOfWeek.values(), DayOfWeek.SATURDAY.getValue());

  private static TestBook book(Optional<OperatingHours> hours, WeeklyHours... shifts) {
    TestBook book = TestBook.with(Tag.preferential("A"));
    for (int i = 0; i < shifts.length; i++) book.catchall("a" + i, "A");
    book.settings(s -> s.with(new Calendar(BERLIN, hours, List.of())));
    return book;
  }

  private static RoutingBook staffed(TestBook plain, WeeklyHours... shifts) {
    RoutingBook book = plain.build();
    var agents = new ArrayList<Agent>();
    for (Agent agent : book.content().agents()) {
      WeeklyHours shift = shifts[agents.size()];
      agents.add(agent.working(new Schedule(Optional.of(shift), Optional.empty())));
    }
    return new RoutingBook(book.company(), 1, book.content().staffed(agents));
  }

  private static List<String> gaps(RoutingBook book, Instant from) {
    return Linter.look(book, Recent.NONE, from).stream()
        .filter(f -> f.kind() == Finding.Kind.NOBODY_THERE)
        .map(f -> f.about().key() + " " + f.witness().words())
        .toList();
  }

  private static List<String> gaps(Optional<OperatingHours> hours, WeeklyHours... shifts) {
    return gaps(staffed(book(hours, shifts), shifts), NOW);
  }

  private static List<String> hours(String... gaps) {
    return Arrays.stream(gaps).map(gap -> "operating hours " + gap).toList();
  }

  @Test
  void agents_without_shifts_work_when_the_company_does() {
    var hours = Optional.of(OperatingHours.of(week(BERLIN, "09:00", "17:00", MON_TO_SAT)));
    TestBook book = TestBook.with(Tag.preferential("A")).catchall("ann", "A");

    assertThat(gaps(book.build(), NOW)).isEmpty();
    book.settings(s -> s.with(new Calendar(BERLIN, hours, List.of())));
    assertThat(gaps(book.build(), NOW)).isEmpty();
  }

  @Test
  void a_weekend_without_anybody() {
    var shift = week(BERLIN, "08:00", "18:00", MON_TO_SAT);
    var nights = week(BERLIN, "18:00", "08:00", DayOfWeek.values());

    assertThat(
            gaps(
                Optional.empty(),
                shift,
                week(BERLIN, "18:00", "08:00", Arrays.copyOf(MON_TO_SAT, 5))))
        .isEqualTo(hours("Sat 18:00–Mon 08:00"));
    assertThat(gaps(Optional.empty(), daily(BERLIN, "08:00", "18:00"), nights)).isEmpty();
  }

  @Test
  void a_gap_that_runs_already_is_told_whole() {
    Instant sunday = Instant.parse("2026-11-29T12:00:00Z");
    var shift = week(BERLIN, "00:00", "00:00", Arrays.copyOf(DayOfWeek.values(), 5));

    assertThat(gaps(staffed(book(Optional.empty(), shift), shift), sunday))
        .isEqualTo(hours("Sat 00:00–Mon 00:00"));
  }

  @Test
  void only_while_the_company_is_open() {
    var open = OperatingHours.of(week(BERLIN, "08:00", "20:00", MON_TO_SAT));
    var shift = week(BERLIN, "08:00", "20:00", Arrays.copyOf(MON_TO_SAT, 5));
    var short1 = week(BERLIN, "07:00", "19:00", MON_TO_SAT);

    assertThat(gaps(Optional.of(open), short1, shift)).isEqualTo(hours("Sat 19:00–20:00"));
    assertThat(gaps(Optional.of(open), shift, week(BERLIN, "08:00", "20:00", DayOfWeek.SATURDAY)))
        .isEmpty();
  }

  @Test
  void an_agent_far_away_covers_the_night() {
    var berlin = daily(BERLIN, "08:00", "20:00");
    var auckland = daily(ZoneId.of("Pacific/Auckland"), "08:00", "20:00");

    assertThat(gaps(Optional.empty(), berlin, auckland))
        .as("20:00–08:00 in Auckland is 08:00–20:00 in Berlin")
        .isEmpty();
    assertThat(gaps(Optional.empty(), berlin, daily(ZoneId.of("Asia/Tokyo"), "08:00", "20:00")))
        .containsExactlyElementsOf(
            hours(
                "Wed 20:00–Thu 00:00",
                "Thu 20:00–Fri 00:00",
                "Fri 20:00–Sat 00:00",
                "Sat 20:00–Sun 00:00",
                "Sun 20:00–Mon 00:00",
                "Mon 20:00–Tue 00:00",
                "Tue 20:00–Wed 00:00"));
  }

  @Test
  void clocks_that_change_in_that_week() {
    Instant march = Instant.parse("2026-03-27T12:00:00Z");
    var berlin = daily(BERLIN, "06:00", "18:00");
    var lagos = daily(ZoneId.of("Africa/Lagos"), "18:00", "06:00");

    // From the 29th on, six in Lagos is seven in Berlin.
    assertThat(gaps(staffed(book(Optional.empty(), berlin, lagos), berlin, lagos), march))
        .isEqualTo(
            hours(
                "Sun 18:00–19:00",
                "Mon 18:00–19:00",
                "Tue 18:00–19:00",
                "Wed 18:00–19:00",
                "Thu 18:00–19:00"));
  }

  @Test
  void a_date_on_which_the_company_opens_and_nobody_works() {
    var week = week(BERLIN, "09:00", "17:00", MON_TO_SAT);
    var sunday = List.of(new Block(LocalTime.of(10, 0), LocalTime.of(14, 0)));
    var open =
        new OperatingHours(
            week,
            Map.of(LocalDate.of(2026, 11, 29), sunday),
            Optional.of(new AdminOverride.OpenUntil(NOW.plusSeconds(3600))),
            Duration.ofSeconds(5));
    TestBook book =
        TestBook.with(Tag.preferential("A"))
            .catchall("ann", "A")
            .settings(s -> s.with(new Calendar(BERLIN, Optional.of(open), List.of())));

    assertThat(gaps(book.build(), NOW)).isEqualTo(hours("Sun 10:00–14:00"));
  }

  @Test
  void nobody_works_at_all() {
    assertThat(gaps(Optional.empty(), new WeeklyHours(BERLIN, Map.of())))
        .isEqualTo(hours("All week"));
  }

  @Test
  void a_team_with_hours_that_no_member_works() {
    var shift = week(BERLIN, "09:00", "17:00", MON_TO_SAT);
    Team team =
        Team.of("north", Distribution.BY_SCORE, List.of(Team.Member.of(id("a0"))))
            .working(week(BERLIN, "09:00", "18:00", DayOfWeek.MONDAY));
    TestBook book = book(Optional.empty(), shift, shift).team(team);

    assertThat(gaps(staffed(book, shift, daily(BERLIN, "00:00", "00:00")), NOW))
        .containsExactly("north Mon 17:00–18:00");
    assertThat(gaps(book.build(), NOW)).as("members without a shift work its hours").isEmpty();
  }

  @Test
  void in_each_gap_nobody_is_available_and_outside_somebody_is() {
    Random random = new Random(20261125);
    ZoneId[] zones = {BERLIN, ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe")};
    Instant[] starts = {
      NOW, Instant.parse("2026-03-05T03:17:00Z"), Instant.parse("2026-10-23T22:00:00Z")
    };
    for (int run = 0; run < 60; run++) {
      var shifts = new WeeklyHours[1 + random.nextInt(3)];
      for (int i = 0; i < shifts.length; i++) shifts[i] = random(random, zones[random.nextInt(3)]);
      var hours =
          random.nextBoolean()
              ? Optional.of(OperatingHours.of(random(random, BERLIN)))
              : Optional.<OperatingHours>empty();
      RoutingBook book = staffed(book(hours, shifts), shifts);
      Instant from = starts[random.nextInt(3)];
      List<Stretch> gaps =
          Linter.look(book, Recent.NONE, from).stream()
              .filter(f -> f.kind() == Finding.Kind.NOBODY_THERE)
              .map(f -> ((Witness.Hours) f.witness()).time())
              .toList();
      for (Stretch gap : gaps) {
        for (Instant at : List.of(gap.from(), gap.to().minusMillis(1), inside(gap, random))) {
          assertThat(isOpen(book, at) && nobody(book, at)).as("%s in %s", at, gap).isTrue();
        }
      }
      if (gaps.isEmpty()) continue;
      var told = new Stretch(gaps.getFirst().from(), gaps.getLast().to());
      for (int i = 0; i < 50; i++) {
        Instant at = inside(told, random);
        if (gaps.stream().noneMatch(gap -> gap.holds(at))) {
          assertThat(isOpen(book, at) && nobody(book, at)).as("%s not in %s", at, gaps).isFalse();
        }
      }
    }
  }

  private static Instant inside(Stretch stretch, Random random) {
    long length = Duration.between(stretch.from(), stretch.to()).toMillis();
    return stretch.from().plusMillis((long) (random.nextDouble() * length));
  }

  private static WeeklyHours random(Random random, ZoneId zone) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(4) == 0) continue;
      var from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
      week.put(day, List.of(new Block(from, from.plusHours(1 + random.nextInt(16)))));
    }
    return new WeeklyHours(zone, week);
  }

  private static boolean isOpen(RoutingBook book, Instant at) {
    return book.settings().calendar().hours().map(h -> h.open(at)).orElse(true);
  }

  private static boolean nobody(RoutingBook book, Instant at) {
    return book.agents().stream()
        .noneMatch(
            a ->
                book.availability(a, Optional.empty(), RoutingFacts.NONE.at(at))
                    == Availability.State.AVAILABLE);
  }
}
