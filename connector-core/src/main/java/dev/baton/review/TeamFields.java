package dev.baton.review;

import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.agent.TeamReports;
import dev.baton.review.Field.Many;
import dev.baton.review.Field.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a book says of a team. */
final class TeamFields {
  private TeamFields() {}

  static final List<Field<Team>> ALL =
      List.of(
          new Value<>("name", Team::name, Team::named, v -> v),
          new Value<>("distributes", Team::kind, Team::distributing, Words::low),
          Many.of(
              "takes leads with",
              t -> t.tags().stream().sorted().toList(),
              (t, v) -> t.taking(Set.copyOf(v)),
              v -> v,
              v -> v),
          Many.of("members", Team::members, Team::having, m -> m.agent().value(), Words::member),
          new Value<>(
              "method",
              t -> t.distribution().method(),
              (t, v) ->
                  t.sharing(
                      new Distribution(
                          v, t.distribution().balancedBy(), t.distribution().tagWeights())),
              Words::low),
          new Value<>(
              "balanced by",
              t -> t.distribution().balancedBy(),
              (t, v) ->
                  t.sharing(
                      new Distribution(
                          t.distribution().method(), v, t.distribution().tagWeights())),
              Words::low),
          Many.of(
              "weights of tags",
              t ->
                  t.distribution().tagWeights().entrySet().stream()
                      .sorted(Map.Entry.comparingByKey())
                      .toList(),
              TeamFields::weighing,
              Map.Entry::getKey,
              v -> v.getKey() + " " + Words.number(v.getValue())),
          new Value<>("hours", Team::hours, Team::working, v -> v.map(Words::week).orElse("")),
          Many.of(
              "caps",
              Team::caps,
              (t, v) -> t.capped(v.toArray(Cap[]::new)),
              v -> v.period() + v.tag().map(tag -> " " + tag).orElse(""),
              Words::cap),
          // SLAs have no names to tell them apart by, so they are merged as one.
          new Value<>(
              "SLAs",
              Team::slas,
              (t, v) -> t.promising(v.toArray(Sla[]::new)),
              v -> v.stream().map(Words::sla).collect(Collectors.joining("; "))),
          new Value<>("sticky", Team::sticky, Team::sticking, v -> v.map(Words::sticky).orElse("")),
          new Value<>(
              "time to action in working hours",
              t -> t.reports().actionInHours(),
              (t, v) -> t.reporting(new TeamReports(v, t.reports().metrics())),
              Words::yesNo),
          Many.of(
              "metrics",
              t -> t.reports().metrics(),
              (t, v) -> t.reporting(new TeamReports(t.reports().actionInHours(), v)),
              FieldMetric::name,
              v -> v.name() + ": " + Words.low(v.kind()) + " of " + v.field()));

  private static Team weighing(Team t, List<Map.Entry<String, BigDecimal>> weights) {
    var byTag = new HashMap<String, BigDecimal>();
    weights.forEach(weight -> byTag.put(weight.getKey(), weight.getValue()));
    return t.sharing(
        new Distribution(t.distribution().method(), t.distribution().balancedBy(), byTag));
  }
}
