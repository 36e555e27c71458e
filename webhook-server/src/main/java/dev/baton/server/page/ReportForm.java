package dev.baton.server.page;

import dev.baton.company.Company;
import dev.baton.routing.RoutingBook;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Problem;
import dev.baton.server.words.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The top row of a report: what it is asked for, to be changed. Holds what was typed, also where
 * that is wrong.
 *
 * @param action the page that answers
 * @param compare whether the period before is told beside it
 * @param compareWith what that box is called: it names the number of days
 * @param kept fields of the address that are not shown and go along
 * @param problems all that is wrong with the address
 */
public record ReportForm(
    String action,
    List<Field> fields,
    boolean compare,
    String compareWith,
    Map<String, String> kept,
    List<Problem> problems) {
  /** More choices than that are typed rather than picked. */
  private static final int MOST_CHOICES = 100;

  /**
   * A field.
   *
   * @param type date, text or choice
   * @param any what the empty choice is called
   * @param problem what is wrong with it; may be empty
   */
  public record Field(
      String name,
      String label,
      String type,
      String value,
      List<Choice> choices,
      String any,
      String problem) {
    public boolean wrong() {
      return !problem.isEmpty();
    }
  }

  /** Something to pick. */
  public record Choice(String value, String label, boolean picked) {}

  /** The form of a question that was understood. */
  static ReportForm of(
      ReportQuestion question,
      Company company,
      RoutingBook book,
      Collection<String> sources,
      Words words) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("from", question.from().toString());
    typed.put("to", question.to().toString());
    question.filter().team().ifPresent(team -> typed.put("team", team.value()));
    question.filter().tag().ifPresent(tag -> typed.put("tag", tag.text()));
    question.filter().source().ifPresent(source -> typed.put("source", source));
    if (question.compared()) typed.put("compare", "previous");
    if (!question.zone().equals(company.zone())) typed.put("zone", question.zone().getId());
    question.asOf().ifPresent(moment -> typed.put("asOf", moment.toString()));
    return of(typed, List.of(), question, book, sources, words);
  }

  /** The form of an address, as it was typed. */
  static ReportForm of(
      Map<String, String> typed,
      List<Problem> problems,
      ReportQuestion shown,
      RoutingBook book,
      Collection<String> sources,
      Words words) {
    var making = new Making(typed, problems, words);
    List<Field> fields =
        List.of(
            making.day("from", shown.from()),
            making.day("to", shown.to()),
            making.choice(
                "team",
                book.content().teams().stream()
                    .map(team -> making.option("team", team.id().value(), team.name()))
                    .toList()),
            making.choice(
                "tag",
                book.content().tags().stream()
                    .map(tag -> tag.name().text())
                    .map(tag -> making.option("tag", tag, tag))
                    .toList()),
            making.choice(
                "source",
                sources.stream()
                    .filter(source -> !source.isEmpty())
                    .map(source -> making.option("source", source, source))
                    .toList()));
    return new ReportForm(
        ReportAddresses.DASHBOARD,
        fields,
        "previous".equals(typed.get("compare")),
        words.say("report.form.compare", shown.days()),
        making.kept(),
        List.copyOf(problems));
  }

  /** The same for a page that compares nothing. */
  ReportForm at(String page) {
    return new ReportForm(page, fields, false, "", kept, problems);
  }

  /** The same for the days alone; of all leads. */
  ReportForm ofDays(String page, Map<String, String> also) {
    var all = new LinkedHashMap<>(kept);
    all.putAll(also);
    return new ReportForm(page, fields.subList(0, 2), false, "", all, problems);
  }

  private record Making(Map<String, String> typed, List<Problem> problems, Words words) {
    String value(String name) {
      return typed.getOrDefault(name, "").strip();
    }

    String problem(String name) {
      return problems.stream()
          .filter(problem -> problem.field().equals(name))
          .map(Problem::message)
          .findFirst()
          .orElse("");
    }

    /** A browser does not show a wrong date in a field for dates, so that becomes one for text. */
    Field day(String name, LocalDate usual) {
      String value = value(name).isEmpty() ? usual.toString() : value(name);
      String type = isDate(value) ? "date" : "text";
      return new Field(name, label(name), type, value, List.of(), "", problem(name));
    }

    private String label(String name) {
      return words.say("report.form." + name);
    }

    private static boolean isDate(String value) {
      try {
        LocalDate.parse(value);
        return true;
      } catch (DateTimeParseException notOne) {
        return false;
      }
    }

    Choice option(String name, String value, String label) {
      return new Choice(value, label, value.equals(value(name)));
    }

    /** What was typed is among the choices, even where it is none of them. */
    Field choice(String name, List<Choice> known) {
      String value = value(name);
      String label = label(name);
      String any = words.say("report.form." + name + ".any");
      if (known.size() > MOST_CHOICES) {
        return new Field(name, label, "text", value, List.of(), any, problem(name));
      }
      var choices = new ArrayList<>(known);
      if (!value.isEmpty() && known.stream().noneMatch(Choice::picked)) {
        choices.add(new Choice(value, value, true));
      }
      return new Field(name, label, "choice", value, List.copyOf(choices), any, problem(name));
    }

    /** Only what is right: nobody could mend what is not shown. */
    Map<String, String> kept() {
      var kept = new LinkedHashMap<String, String>();
      for (String name : List.of("zone", "asOf")) {
        if (!value(name).isEmpty() && problem(name).isEmpty()) kept.put(name, value(name));
      }
      return kept;
    }
  }
}
