package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Stretch;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.review.Finding.Kind;
import dev.baton.review.Finding.Severity;
import dev.baton.routing.Calendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Times of the coming week at which leads go out and nobody works. Absences, holidays and an
 * admin's word pass; hours stay.
 */
final class HoursWithoutAnybody {
  private static final int DAYS = 7;

  private final UnderReview review;
  private final Calendar calendar;
  private final ZoneId zone;
  private final Instant from;
  private final Instant weekLater;
  private final Instant until;
  private final List<Finding> findings = new ArrayList<>();

  private HoursWithoutAnybody(UnderReview review) {
    this.review = review;
    this.calendar = review.book().settings().calendar();
    this.zone = calendar.zone();
    this.from = review.from();
    this.weekLater = later(from);
    this.until = later(later(weekLater));
  }

  private Instant later(Instant at) {
    return at.atZone(zone).plusDays(DAYS).toInstant();
  }

  static List<Finding> in(UnderReview review) {
    if (review.activeAgents().isEmpty()) return List.of();
    var looking = new HoursWithoutAnybody(review);
    looking.company();
    review.book().content().teams().forEach(looking::team);
    return looking.findings;
  }

  private void company() {
    var item = new Item(Item.Kind.HOURS, "operating hours", "Operating hours");
    for (Stretch gap : gaps(open(), weeks())) {
      String when = Words.time(gap, zone);
      note(
          item,
          calendar.hours().isPresent()
              ? "From "
                  + when
                  + " the company is open and nobody works. Close it then, or give"
                  + " somebody a shift."
              : "From "
                  + when
                  + " nobody works. Set operating hours, so that leads wait until"
                  + " somebody does, or give somebody a shift.",
          gap);
    }
  }

  private void team(Team team) {
    if (team.hours().isEmpty()) return;
    Set<AgentId> members =
        team.members().stream().map(Team.Member::agent).collect(Collectors.toSet());
    var weeks = new LinkedHashSet<WeeklyHours>();
    for (Agent agent : review.activeAgents()) {
      if (!members.contains(agent.id())) continue;
      weeks.add(agent.schedule().shift().orElse(team.hours().get()));
    }
    List<Stretch> hours = team.hours().get().stretches(from, until);
    for (Stretch gap : gaps(Stretches.common(open(), hours), List.copyOf(weeks))) {
      note(
          UnderReview.item(team),
          Words.time(gap, zone)
              + ": the team "
              + team.name()
              + " has hours and none of its members works. Shorten its hours, or give a member a"
              + " shift.",
          gap);
    }
  }

  /** When leads go out. */
  private List<Stretch> open() {
    return calendar
        .hours()
        .map(hours -> hours.stretches(from, until))
        .orElse(List.of(new Stretch(from, until)));
  }

  /** The different hours that active agents have, in whatever team. */
  private List<WeeklyHours> weeks() {
    WeeklyHours company =
        calendar.hours().map(OperatingHours::week).orElse(WeeklyHours.always(zone));
    Set<AgentId> ownHours = new HashSet<>();
    var weeks = new LinkedHashSet<WeeklyHours>();
    for (Agent agent : review.activeAgents()) {
      Optional<WeeklyHours> shift = agent.schedule().shift();
      shift.ifPresent(weeks::add);
      if (shift.isEmpty()) {
        weeks.add(company);
        ownHours.add(agent.id());
      }
    }
    for (Team team : review.book().content().teams()) {
      boolean counts = team.members().stream().anyMatch(m -> ownHours.contains(m.agent()));
      if (counts) team.hours().ifPresent(weeks::add);
    }
    return List.copyOf(weeks);
  }

  /** Each gap of the week once, and whole: one that runs already is told as it comes next. */
  private List<Stretch> gaps(List<Stretch> open, List<WeeklyHours> weeks) {
    List<Stretch> gaps = open;
    for (WeeklyHours week : weeks) {
      if (gaps.isEmpty()) break;
      gaps = Stretches.without(gaps, week.stretches(from, until));
    }
    boolean runs = !gaps.isEmpty() && gaps.getFirst().from().equals(from);
    boolean ends = runs && gaps.getFirst().to().isBefore(weekLater);
    Instant first = ends ? gaps.getFirst().to() : from;
    Instant last = ends ? later(first) : weekLater;
    return gaps.stream()
        .filter(gap -> !gap.from().isBefore(first) && gap.from().isBefore(last))
        .map(gap -> gap.to().isAfter(later(gap.from())) ? week(gap.from()) : gap)
        .toList();
  }

  private Stretch week(Instant start) {
    return new Stretch(start, later(start));
  }

  private void note(Item about, String sentence, Stretch gap) {
    findings.add(
        new Finding(
            Severity.WARNING, Kind.NOBODY_THERE, about, sentence, new Witness.Hours(gap, zone)));
  }
}
