package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.Availability.Day;
import dev.baton.agent.Team;
import dev.baton.routing.RoutingFacts.Fact;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an agent may be offered a lead now, and what the match is worth (domain §4). */
final class Eligibility {
  private final RoutingBook book;
  private final Roster roster;
  private final Traits lead;
  private final RoutingFacts facts;
  private final Set<AgentId> out;
  private final Matches matches;
  private final Optional<Staff> staff;
  private final Optional<Team> team;
  private final boolean qualifiesAnyway;
  private final @Nullable Day[] days;

  Eligibility(RoutingBook book, Traits lead, Set<AgentId> out, RoutingFacts facts) {
    this.book = book;
    this.roster = book.roster();
    this.lead = lead;
    this.facts = facts;
    this.out = out;
    this.matches = new Matches(book, lead);
    this.staff = book.staffOf(lead);
    this.team = staff.map(Staff::team);
    this.qualifiesAnyway = qualifiesAnyway();
    this.days = new Day[roster.schedules().size()];
  }

  /** Settings under which no tag in common is needed; in some teams, belonging is enough. */
  private boolean qualifiesAnyway() {
    Matching matching = book.settings().matching();
    return matching.everyAgentForAll()
        || (matching.everyAgentForUntagged() && lead.tags().isEmpty())
        || team.filter(t -> t.distribution().method().membershipMatches()).isPresent();
  }

  Optional<Staff> staff() {
    return staff;
  }

  Score score(int position) {
    return matches.score(position, roster.agent(position));
  }

  /** Why not, in the order of {@link Reason}; nothing for an agent who may be offered the lead. */
  @Nullable Reason against(int position, Fact fact) {
    Agent agent = roster.agent(position);
    if (!agent.active()) return Reason.NOT_AVAILABLE;
    Reason away = away(position, fact);
    if (away != null) return away;
    if (matches.missesExclusive(position)) return Reason.EXCLUSIVE_MISS;
    if (matches.missesRequired(position)) return Reason.REQUIRED_MISS;
    if (matches.geo(agent).isEmpty()) return Reason.OUT_OF_RADIUS;
    Reason noMatch = noMatch(position);
    if (noMatch != null) return noMatch;
    if (Limits.most(roster.mosts(position), fact.received()).isPresent()) return Reason.MAX_REACHED;
    if (team.isPresent() && Limits.cap(team.get(), matches.names(), fact.received()).isPresent()) {
      return Reason.CAPPED;
    }
    return out.contains(agent.id()) ? Reason.DECLINED_BEFORE : null;
  }

  /** An agent outside the lead's team has no more to do with it than one without its tags. */
  private @Nullable Reason noMatch(int position) {
    if (staff.isPresent() && !staff.get().has(position)) return Reason.NO_MATCH;
    Score score = score(position);
    boolean negative = score.total() < 0;
    if (!score.matches() && !qualifiesAnyway) {
      return negative ? Reason.NEGATIVE_SCORE : Reason.NO_MATCH;
    }
    return negative && !book.settings().matching().everyAgentForAll()
        ? Reason.NEGATIVE_SCORE
        : null;
  }

  private @Nullable Reason away(int position, Fact fact) {
    Day day = day(roster.schedule(position));
    return switch (Availability.state(fact.available(), fact.absences(), day, facts.at())) {
      case AVAILABLE -> null;
      case NOT_AVAILABLE -> Reason.NOT_AVAILABLE;
      case OUT_OF_HOURS -> Reason.OUT_OF_HOURS;
      case OUT_OF_OFFICE -> Reason.OUT_OF_OFFICE;
      case HOLIDAY -> Reason.HOLIDAY;
    };
  }

  /** Looked up once for all who share a schedule. */
  private Day day(int schedule) {
    Day known = days[schedule];
    if (known == null) {
      known =
          book.settings()
              .calendar()
              .day(roster.schedules().get(schedule), team, book.holidays(), facts.at());
      days[schedule] = known;
    }
    return known;
  }
}
