package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.Performance.Column;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds up what agents' leads have in the fields that their teams ask for: one column after the
 * other, a few leads at a time.
 */
final class FieldFigures {
  private static final int AT_ONCE = 500;

  private final List<Column> columns;
  private final Map<AgentId, List<FieldFigure>> rows = new HashMap<>();
  private final List<FieldFigure> totals;

  private FieldFigures(List<Column> columns) {
    this.columns = columns;
    this.totals = none();
  }

  private List<FieldFigure> none() {
    return new ArrayList<>(Collections.nCopies(columns.size(), FieldFigure.NONE));
  }

  static FieldFigures of(
      List<Column> columns,
      LeadTracks tracks,
      LeadFields fields,
      CompanyId company,
      Span span,
      Filter filter) {
    var figures = new FieldFigures(columns);
    for (Team team : columns.stream().map(Column::team).distinct().toList()) {
      var its = new Filter(Optional.of(team.id()), filter.tag(), filter.source());
      var waiting = new LinkedHashMap<LeadId, Set<AgentId>>();
      tracks.each(
          company,
          span,
          its,
          tracked -> {
            Set<AgentId> agents = tracked.track().got(span);
            if (!agents.isEmpty()) waiting.put(tracked.lead(), agents);
            if (waiting.size() < AT_ONCE) return;
            figures.add(team, waiting, fields, company);
          });
      figures.add(team, waiting, fields, company);
    }
    return figures;
  }

  private void add(
      Team team, Map<LeadId, Set<AgentId>> leads, LeadFields fields, CompanyId company) {
    Set<String> asked =
        team.reports().metrics().stream().map(m -> m.field()).collect(Collectors.toSet());
    Map<LeadId, Map<String, String>> values =
        leads.isEmpty() ? Map.of() : fields.of(company, leads.keySet(), asked);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (!column.team().equals(team)) continue;
      for (Map.Entry<LeadId, Set<AgentId>> lead : leads.entrySet()) {
        String value =
            values.getOrDefault(lead.getKey(), Map.of()).getOrDefault(column.metric().field(), "");
        totals.set(i, totals.get(i).with(value));
        for (AgentId agent : lead.getValue()) {
          List<FieldFigure> his = rows.computeIfAbsent(agent, a -> none());
          his.set(i, his.get(i).with(value));
        }
      }
    }
    leads.clear();
  }

  List<FieldFigure> of(AgentId agent) {
    return List.copyOf(rows.getOrDefault(agent, none()));
  }

  List<FieldFigure> totals() {
    return List.copyOf(totals);
  }

  /** The columns a question asks for: those of its team, or of all teams. */
  static List<Column> columns(Iterable<Team> teams, Filter filter) {
    var columns = new LinkedHashSet<Column>();
    for (Team team : teams) {
      if (filter.team().filter(only -> !only.equals(team.id())).isPresent()) continue;
      for (var metric : team.reports().metrics()) columns.add(new Column(team, metric));
    }
    return List.copyOf(columns);
  }
}
