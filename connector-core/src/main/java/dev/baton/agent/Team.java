package dev.baton.agent;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Agents who share one kind of record (domain §8). A lead belongs to the first team, in the order
 * of the book, that takes its kind and, where the team names tags, carries one of them; a lead that
 * no team takes is everybody's.
 *
 * @param tags names of the tags whose leads the team takes; empty for all of its kind
 * @param hours when the team works, for members without a shift of their own; empty for the
 *     company's hours
 * @param caps the most leads of the team each member may have
 * @param reports what is told of its leads beside the usual
 */
public record Team(
    TeamId id,
    String name,
    RecordKind kind,
    Set<String> tags,
    List<Member> members,
    Distribution distribution,
    Optional<WeeklyHours> hours,
    List<Cap> caps,
    List<Sla> slas,
    Optional<Sticky> sticky,
    TeamReports reports) {
  /** Domain §8. */
  private static final int MOST_SLAS = 3;

  private static final Duration LONGEST_SLA = Duration.ofDays(366);

  /** An agent in the team, with his share where leads are shared by weight. */
  public record Member(AgentId agent, BigDecimal weight) {
    public static Member of(AgentId agent) {
      return new Member(agent, BigDecimal.ONE);
    }
  }

  public Team {
    if (name.isBlank()) throw new IllegalArgumentException("A team has a name: " + id);
    tags = Set.copyOf(Objects.requireNonNullElse(tags, Set.of()));
    members = List.copyOf(members);
    caps = List.copyOf(Objects.requireNonNullElse(caps, List.of()));
    slas = List.copyOf(Objects.requireNonNullElse(slas, List.of()));
    // Books published before teams could ask for more have the usual.
    reports = Objects.requireNonNullElse(reports, TeamReports.USUAL);
  }

  /** A team of which reports tell the usual. */
  public Team(
      TeamId id,
      String name,
      RecordKind kind,
      Set<String> tags,
      List<Member> members,
      Distribution distribution,
      Optional<WeeklyHours> hours,
      List<Cap> caps,
      List<Sla> slas,
      Optional<Sticky> sticky) {
    this(id, name, kind, tags, members, distribution, hours, caps, slas, sticky, TeamReports.USUAL);
  }

  /** A team of leads without more rules. */
  public static Team of(String id, Distribution distribution, List<Member> members) {
    return new Team(
        new TeamId(id),
        id,
        RecordKind.LEADS,
        Set.of(),
        members,
        distribution,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  public Team named(String other) {
    return new Team(
        id, other, kind, tags, members, distribution, hours, caps, slas, sticky, reports);
  }

  public Team taking(Set<String> names) {
    return new Team(
        id, name, kind, names, members, distribution, hours, caps, slas, sticky, reports);
  }

  public Team distributing(RecordKind other) {
    return new Team(
        id, name, other, tags, members, distribution, hours, caps, slas, sticky, reports);
  }

  public Team having(List<Member> others) {
    return new Team(id, name, kind, tags, others, distribution, hours, caps, slas, sticky, reports);
  }

  public Team capped(Cap... limits) {
    return new Team(
        id, name, kind, tags, members, distribution, hours, List.of(limits), slas, sticky, reports);
  }

  public Team promising(Sla... agreed) {
    return new Team(
        id, name, kind, tags, members, distribution, hours, caps, List.of(agreed), sticky, reports);
  }

  public Team sticking(Sticky by) {
    return sticking(Optional.of(by));
  }

  public Team working(WeeklyHours week) {
    return working(Optional.of(week));
  }

  /** The same team, sharing its leads in another way. */
  public Team sharing(Distribution how) {
    return new Team(id, name, kind, tags, members, how, hours, caps, slas, sticky, reports);
  }

  /** The same team with these hours; empty for the company's. */
  public Team working(Optional<WeeklyHours> week) {
    return new Team(id, name, kind, tags, members, distribution, week, caps, slas, sticky, reports);
  }

  /** The same team, whose leads stick by a field, or do not. */
  public Team sticking(Optional<Sticky> by) {
    return new Team(id, name, kind, tags, members, distribution, hours, caps, slas, by, reports);
  }

  public Team reporting(TeamReports others) {
    return new Team(id, name, kind, tags, members, distribution, hours, caps, slas, sticky, others);
  }

  /** What keeps it from being published, each saying what to do. */
  public List<String> problems() {
    var problems = new ArrayList<String>(Cap.problems(caps));
    var seen = new HashSet<AgentId>();
    for (Member member : members) {
      if (!seen.add(member.agent())) {
        problems.add("Member " + member.agent() + " is named twice; name each once.");
      }
      weightProblem(member.agent().value(), member.weight()).ifPresent(problems::add);
    }
    distribution
        .tagWeights()
        .forEach((tag, weight) -> weightProblem("Tag " + tag, weight).ifPresent(problems::add));
    if (!fits(distribution)) {
      problems.add("Load is balanced by day, week, month or active leads; choose one of them.");
    }
    if (slas.size() > MOST_SLAS) {
      problems.add(slas.size() + " SLAs, but at most 3 are allowed; remove some.");
    }
    for (Sla sla : slas) {
      if (sla.after().compareTo(LONGEST_SLA) > 0) {
        problems.add("An SLA of " + sla.after().toDays() + " days; give it a year at most.");
      }
    }
    problems.addAll(reports.problems());
    hours.ifPresent(week -> week.problems().forEach(p -> problems.add("Hours: " + p)));
    return List.copyOf(problems);
  }

  private static boolean fits(Distribution distribution) {
    return switch (distribution.balancedBy()) {
      case DAY, WEEK, MONTH, ACTIVE -> true;
      case HALF_HOUR, HOUR, TOTAL -> false;
    };
  }

  private static Optional<String> weightProblem(String whose, BigDecimal weight) {
    return Weighted.isWeight(weight)
        ? Optional.empty()
        : Optional.of(
            whose
                + " has the weight "
                + weight.toPlainString()
                + ", but a weight is from 0.01 to 1000 with at most two decimals.");
  }
}
