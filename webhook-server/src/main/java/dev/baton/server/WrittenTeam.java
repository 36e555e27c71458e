package dev.baton.server;

import static dev.baton.server.CompanyFile.or;
import static dev.baton.server.CompanyFile.required;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.FieldMetric.Kind;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.agent.TeamReports;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team as an admin writes it into the company file.
 *
 * @param members by agent id, with the agent's weight where the team shares by weight
 * @param actionInHours whether reports tell time to action in working hours
 * @param tags leads with one of them are the team's; all of its kind where there are none
 */
record WrittenTeam(
    String id,
    @Nullable String name,
    @Nullable RecordKind kind,
    @Nullable Set<String> tags,
    Map<String, BigDecimal> members,
    @Nullable Method method,
    Cap.@Nullable Period balancedBy,
    @Nullable Map<String, BigDecimal> tagWeights,
    @Nullable WrittenWeek hours,
    @Nullable List<WrittenCap> caps,
    @Nullable List<WrittenSla> slas,
    @Nullable WrittenSticky sticky,
    @Nullable Boolean actionInHours,
    @Nullable List<WrittenMetric> metrics) {

  record WrittenCap(Cap.Period period, int most, @Nullable String tag) {}

  /** What has to be done in how many minutes, and whether the lead is taken back if it is not. */
  record WrittenSla(
      Sla.@Nullable Goal goal,
      long minutes,
      @Nullable Boolean takeBack,
      @Nullable Boolean switchOff) {}

  record WrittenSticky(String field, long days) {}

  /** What reports make of a field that is read back from the CRM. */
  record WrittenMetric(String name, String field, FieldMetric.@Nullable Kind kind) {
    FieldMetric toMetric() {
      return new FieldMetric(
          required(name, "metrics.name"), required(field, "metrics.field"), or(kind, Kind.SUM));
    }
  }

  Team toTeam(ZoneId zone) {
    return new Team(
        new TeamId(required(id, "teams.id")),
        or(name, id),
        or(kind, RecordKind.LEADS),
        or(tags, Set.of()),
        required(members, "teams.members").entrySet().stream()
            .map(m -> new Team.Member(new AgentId(m.getKey()), m.getValue()))
            .sorted((a, b) -> a.agent().compareTo(b.agent()))
            .toList(),
        new Distribution(
            or(method, Method.SCORE_ORDER),
            or(balancedBy, Cap.Period.DAY),
            or(tagWeights, Map.of())),
        Optional.ofNullable(hours).map(h -> h.hours(zone)),
        or(caps, List.<WrittenCap>of()).stream()
            .map(
                c -> new Cap(required(c.period, "caps.period"), c.most, Optional.ofNullable(c.tag)))
            .toList(),
        or(slas, List.<WrittenSla>of()).stream()
            .map(
                s ->
                    new Sla(
                        or(s.goal, Sla.Goal.CONTACTED),
                        Duration.ofMinutes(s.minutes),
                        or(s.takeBack, false) ? Sla.Consequence.TAKE_BACK : Sla.Consequence.ALERT,
                        or(s.switchOff, false)))
            .toList(),
        Optional.ofNullable(sticky)
            .map(s -> new Sticky(required(s.field, "sticky.field"), Duration.ofDays(s.days))),
        new TeamReports(
            or(actionInHours, false),
            or(metrics, List.<WrittenMetric>of()).stream().map(WrittenMetric::toMetric).toList()));
  }
}
