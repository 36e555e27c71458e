package dev.baton.store;

import dev.baton.agent.Absence;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Block;
import dev.baton.agent.Holiday;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.agent.TeamReports;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Hours, holidays and wishes of teams by chance, in zones whose clocks change; and who is at work
 * by them, asked minute by minute of the clock on the wall.
 */
final class RandomSettings {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  private record Published(Instant at, BookDraft draft) {}

  private record Away(AgentId agent, Absence absence) {}

  private final StoreUnderTest store;
  private final Random random;
  private final List<Published> published = new ArrayList<>();
  private final List<Away> away = new ArrayList<>();

  RandomSettings(StoreUnderTest store, Random random) {
    this.store = store;
    this.random = random;
    published.add(new Published(Instant.MIN, store.books().current(StoreScene.ACME).content()));
  }

  void away(AgentId agent, Absence absence) {
    away.add(new Away(agent, absence));
  }

  /** The draft with settings by chance, noted as published now. */
  BookDraft besides(BookDraft draft) {
    Optional<OperatingHours> hours = sometimes(zone()).map(zone -> OperatingHours.of(week(zone)));
    LocalDate today = LocalDate.ofInstant(store.clock().instant(), ZONES.getFirst());
    var holidays =
        List.of(
            new Holiday("north", today.plusDays(random.nextInt(5)), "One"),
            new Holiday("south", today.plusDays(random.nextInt(5)), "Other"));
    var changed =
        new BookDraft(
            draft.tags(),
            draft.agents().stream().map(this::working).toList(),
            teams(draft).stream().map(this::team).toList(),
            draft.settings().with(new Calendar(zone(), hours, holidays)));
    published.add(new Published(store.clock().instant(), changed));
    return changed;
  }

  /** Teams that were published once stay, so that a lead's team is there when its agent acts. */
  private List<Team> teams(BookDraft draft) {
    var teams = new ArrayList<Team>(draft.teams());
    for (Team before : published.getLast().draft().teams()) {
      if (teams.stream().noneMatch(t -> t.id().equals(before.id()))) teams.add(before);
    }
    return teams;
  }

  private Team team(Team team) {
    Team asking =
        team.reporting(new TeamReports(random.nextInt(6) > 0, PerformanceContract.metrics()));
    return random.nextBoolean() ? asking.working(week(zone())) : asking;
  }

  private Agent working(Agent agent) {
    Optional<String> region = sometimes(random.nextBoolean() ? "north" : "south");
    return agent.working(new Schedule(sometimes(zone()).map(this::week), region));
  }

  private <T> Optional<T> sometimes(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private ZoneId zone() {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  /** No block begins or ends in the hours that clocks skip or show twice. */
  private WeeklyHours week(ZoneId zone) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    boolean nights = random.nextInt(3) == 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(6) == 0) continue;
      int begins = nights ? 19 + random.nextInt(4) : 5 + random.nextInt(5);
      int ends = nights ? 5 + random.nextInt(8) : 15 + random.nextInt(8);
      int minute = random.nextInt(60);
      week.put(day, List.of(new Block(LocalTime.of(begins, minute), LocalTime.of(ends, minute))));
    }
    return new WeeklyHours(zone, week);
  }

  // Asked of the past ----------------------------------------------------------------------------

  private BookDraft at(Instant moment) {
    BookDraft inForce = published.getFirst().draft();
    for (Published each : published) if (!each.at().isAfter(moment)) inForce = each.draft();
    return inForce;
  }

  boolean actionInHours(Optional<TeamId> team, Instant got) {
    return at(got).teams().stream()
        .anyMatch(t -> Optional.of(t.id()).equals(team) && t.reports().actionInHours());
  }

  Duration atWork(AgentId agent, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    Instant begin = from;
    while (begin.isBefore(to)) {
      Instant end = begin.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      for (Published each : published) {
        if (each.at().isAfter(begin) && each.at().isBefore(end)) end = each.at();
      }
      if (end.isAfter(to)) end = to;
      for (Away each : away) {
        Absence absence = each.absence();
        if (absence.from().isAfter(begin) && absence.from().isBefore(end)) end = absence.from();
        if (absence.to().isAfter(begin) && absence.to().isBefore(end)) end = absence.to();
      }
      if (isAtWork(agent, begin)) sum = sum.plus(Duration.between(begin, end));
      begin = end;
    }
    return sum;
  }

  private boolean isAtWork(AgentId agent, Instant moment) {
    for (Away each : away) {
      if (each.agent().equals(agent) && each.absence().covers(moment)) return false;
    }
    BookDraft draft = at(moment);
    Agent his = draft.agents().stream().filter(a -> a.id().equals(agent)).findFirst().orElse(null);
    if (his == null) return true;
    Optional<WeeklyHours> hours = his.schedule().shift();
    if (hours.isEmpty()) {
      hours =
          draft.teams().stream()
              .filter(t -> t.members().stream().anyMatch(m -> m.agent().equals(agent)))
              .findFirst()
              .flatMap(Team::hours);
    }
    Calendar calendar = draft.settings().calendar();
    if (hours.isEmpty()) hours = calendar.hours().map(OperatingHours::week);
    ZonedDateTime wall = moment.atZone(hours.map(WeeklyHours::zone).orElse(calendar.zone()));
    boolean holiday =
        calendar.holidays().stream()
            .anyMatch(
                h ->
                    Optional.of(h.region()).equals(his.schedule().region())
                        && h.date().equals(wall.toLocalDate()));
    return !holiday && (hours.isEmpty() || shows(hours.get().week(), wall));
  }

  private static boolean shows(Map<DayOfWeek, List<Block>> week, ZonedDateTime wall) {
    LocalTime time = wall.toLocalTime();
    for (Block block : week.getOrDefault(wall.getDayOfWeek(), List.of())) {
      boolean begun = !time.isBefore(block.from());
      if (begun && (block.overnight() || time.isBefore(block.to()))) return true;
    }
    for (Block block : week.getOrDefault(wall.getDayOfWeek().minus(1), List.of())) {
      if (block.overnight() && time.isBefore(block.to())) return true;
    }
    return false;
  }
}
