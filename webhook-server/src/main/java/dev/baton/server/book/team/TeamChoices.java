package dev.baton.server.book.team;

import dev.baton.agent.Agent;
import dev.baton.agent.Cap;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.agent.Team.Member;
import dev.baton.routing.BookDraft;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the page of a team offers to choose from. */
public final class TeamChoices {
  private TeamChoices() {}

  /**
   * Somebody who may be in the team.
   *
   * @param box the name of his box
   * @param weight the name of the field of his weight
   */
  public record Candidate(String box, String weight, String name, String tags, boolean active) {}

  /** Who is in the team first, then the others by name. */
  static List<Candidate> candidates(BookDraft book, Optional<Team> team) {
    List<Member> members = team.map(Team::members).orElse(List.of());
    Stream<Candidate> unknown =
        members.stream()
            .filter(m -> book.agents().stream().noneMatch(a -> a.id().equals(m.agent())))
            .map(
                m ->
                    new Candidate(
                        Members.box(m.agent()),
                        Members.weight(m.agent()),
                        m.agent().value(),
                        "",
                        false));
    Comparator<Agent> inTeamFirst =
        Comparator.comparing(
            agent -> members.stream().noneMatch(m -> m.agent().equals(agent.id())));
    Stream<Candidate> known =
        book.agents().stream()
            .filter(a -> a.active() || members.stream().anyMatch(m -> m.agent().equals(a.id())))
            .sorted(inTeamFirst.thenComparing(a -> a.name().toLowerCase(Locale.ROOT)))
            .map(
                a ->
                    new Candidate(
                        Members.box(a.id()),
                        Members.weight(a.id()),
                        a.name(),
                        String.join(
                            ", ", a.tags().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList()),
                        a.active()));
    return Stream.concat(unknown, known).toList();
  }

  /** By the field, or by the column of a row, what can be chosen. */
  static Map<String, Map<String, String>> choices(Form form, BookDraft book, Words words) {
    var choices = new HashMap<String, Map<String, String>>();
    choices.put(
        "kind", TeamSheet.choices(TeamSheet.all(RecordKind.class), form.value("kind"), words));
    choices.put(
        "method", TeamSheet.choices(TeamSheet.all(Method.class), form.value("method"), words));
    choices.put(
        "balancedBy",
        TeamSheet.choices(
            List.of(Cap.Period.DAY, Cap.Period.WEEK, Cap.Period.MONTH, Cap.Period.ACTIVE),
            form.value("balancedBy"),
            words));
    var periods = new ArrayList<>(List.of(Cap.Period.DAY));
    TeamSheet.all(Cap.Period.class).stream()
        .filter(p -> !periods.contains(p))
        .forEach(periods::add);
    choices.put("period", TeamSheet.choices(periods, "", words));
    choices.put(
        "goal", TeamSheet.choices(List.of(Sla.Goal.CONTACTED, Sla.Goal.ACTED_ON), "", words));
    choices.put("consequence", TeamSheet.choices(TeamSheet.all(Sla.Consequence.class), "", words));
    choices.put(
        "metric",
        TeamSheet.choices(
            List.of(
                FieldMetric.Kind.SUM,
                FieldMetric.Kind.AVERAGE,
                FieldMetric.Kind.MAXIMUM,
                FieldMetric.Kind.COUNT),
            "",
            words));
    choices.put("tag", tags(form, book));
    return choices;
  }

  /** The tags of the book, and names that stand in the form. */
  private static Map<String, String> tags(Form form, BookDraft book) {
    var names = new TreeMap<String, String>();
    names.put("", "");
    book.tags().forEach(tag -> names.put(tag.name().text(), tag.name().text()));
    form.values()
        .forEach(
            (name, value) -> {
              if (name.endsWith(".tag")) names.put(value, value);
            });
    return names;
  }
}
