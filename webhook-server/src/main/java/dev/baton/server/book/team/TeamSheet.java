package dev.baton.server.book.team;

import static dev.baton.server.book.form.Entry.field;
import static dev.baton.server.book.form.Entry.lines;

import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.TeamReports;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Rows;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writing;
import dev.baton.server.book.form.Writings;
import dev.baton.server.book.form.WrittenTime;
import dev.baton.server.book.hours.OwnHours;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The form of a team: all that the book says of one (domain §8). */
final class TeamSheet {
  /** Where on the page a problem of the whole team is mended, by what the book says of it. */
  private static final List<Map.Entry<String, String>> PLACES =
      List.of(
          Map.entry("takes leads with", "tags"),
          Map.entry("a cap counts", "caps"),
          Map.entry("Caps", "caps"),
          Map.entry("it weighs by", "weights"),
          Map.entry("Tag ", "weights"),
          Map.entry("SLA", "slas"),
          Map.entry("metrics", "metrics"),
          Map.entry("Hours: ", "own"),
          Map.entry("Load is balanced", "balancedBy"),
          Map.entry("Member", "members"),
          Map.entry("there is no agent", "members"));

  private TeamSheet() {}

  /**
   * @param words in the language of who fills it in
   */
  static Sheet<Team> of(ZoneId company, Words words) {
    var rows = new TeamRows(words);
    return Sheet.of(
        words,
        field("name", Team::name, Team::named, Writings.text(200, words.say("team.name.wrong"))),
        field("kind", Team::kind, Team::distributing, Writings.choice(RecordKind.class, words)),
        lines(
            "tags",
            team -> team.tags().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(),
            (team, names) -> team.taking(Set.copyOf(names)),
            Writings.text(100, words.say("team.tags.wrong"))),
        field(
            "method",
            how(Distribution::method),
            TeamSheet::by,
            Writings.choice(Method.class, words)),
        field(
            "balancedBy",
            how(Distribution::balancedBy),
            TeamSheet::balanced,
            Writings.choice(Cap.Period.class, words)),
        rows(
            rows.weights(),
            team ->
                team.distribution().tagWeights().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList(),
            TeamSheet::weighing),
        new Members(rows.weighing()),
        sticky(words),
        rows(rows.caps(), Team::caps, (team, caps) -> team.capped(caps.toArray(Cap[]::new))),
        rows(rows.slas(), Team::slas, (team, slas) -> team.promising(slas.toArray(Sla[]::new))),
        new OwnHours(words, company).of(Team::hours, Team::working),
        field(
            "actionInHours",
            team -> team.reports().actionInHours(),
            (team, yes) -> team.reporting(new TeamReports(yes, team.reports().metrics())),
            Writings.TICK),
        rows(rows.metrics(), team -> team.reports().metrics(), TeamSheet::measuring));
  }

  /** What is typed, with all that keeps it from being published. */
  static Sheet.Reading<Team> read(Team before, Form form, ZoneId company, Words words) {
    Sheet.Reading<Team> read = of(company, words).read(before, form);
    List<String> problems =
        read.value().problems().stream().filter(p -> !p.startsWith("Hours: ")).toList();
    return new Sheet.Reading<>(read.value(), placed(read.form(), problems));
  }

  static Form placed(Form form, List<String> problems) {
    return Sheet.placed(form, problems, PLACES, "name");
  }

  private static <T> Function<Team, T> how(Function<Distribution, T> get) {
    return team -> get.apply(team.distribution());
  }

  private static Team by(Team team, Method method) {
    Distribution before = team.distribution();
    return team.sharing(new Distribution(method, before.balancedBy(), before.tagWeights()));
  }

  private static Team balanced(Team team, Cap.Period period) {
    Distribution before = team.distribution();
    return team.sharing(new Distribution(before.method(), period, before.tagWeights()));
  }

  private static Team weighing(Team team, List<Map.Entry<String, BigDecimal>> weights) {
    var byTag = new HashMap<String, BigDecimal>();
    weights.forEach(weight -> byTag.put(weight.getKey(), weight.getValue()));
    Distribution before = team.distribution();
    return team.sharing(new Distribution(before.method(), before.balancedBy(), byTag));
  }

  private static Team measuring(Team team, List<FieldMetric> metrics) {
    return team.reporting(new TeamReports(team.reports().actionInHours(), metrics));
  }

  private static <T> Entry<Team> rows(
      Rows<T> rows, Function<Team, List<T>> get, BiFunction<Team, List<T>, Team> with) {
    return new Entry<>() {
      @Override
      public void write(Team from, Map<String, String> into) {
        rows.write(get.apply(from), into);
      }

      @Override
      public Team read(Team before, Typed typed) {
        return with.apply(before, rows.read(get.apply(before), typed));
      }
    };
  }

  /** A field and a time, both or neither. */
  private static Entry<Team> sticky(Words words) {
    Writing<Optional<String>> by =
        Writings.text(200, words.say("team.sticky.field.wrong")).orNothing();
    Writing<Optional<Duration>> time =
        new WrittenTime(
                words,
                Duration.ofMinutes(1),
                Duration.ofDays(3660),
                words.say("team.sticky.time.wrong"))
            .orNothing();
    return new Entry<>() {
      @Override
      public void write(Team from, Map<String, String> into) {
        Entry.put(into, "sticky.field", by.write(from.sticky().map(Sticky::field)));
        Entry.put(into, "sticky.time", time.write(from.sticky().map(Sticky::time)));
      }

      @Override
      public Team read(Team before, Typed typed) {
        Optional<String> name = typed.value("sticky.field", before.sticky().map(Sticky::field), by);
        Optional<Duration> howLong =
            typed.value("sticky.time", before.sticky().map(Sticky::time), time);
        if (name.isPresent() && typed.text("sticky.time").isEmpty()) {
          typed.wrong("sticky.time", words.say("team.sticky.time.how-long"));
        }
        if (name.isEmpty() && howLong.isPresent()) {
          typed.wrong("sticky.field", words.say("team.sticky.field.which"));
        }
        return before.sticking(name.flatMap(f -> howLong.map(t -> new Sticky(f, t))));
      }
    };
  }

  /** Choices for a list, with what stands there now. */
  static <E extends Enum<E>> Map<String, String> choices(List<E> offered, String now, Words words) {
    var choices = new LinkedHashMap<String, String>();
    offered.forEach(constant -> choices.put(constant.name(), TeamWords.of(constant, words)));
    if (!now.isEmpty()) choices.putIfAbsent(now, now);
    return choices;
  }

  static <E extends Enum<E>> List<E> all(Class<E> type) {
    return Arrays.asList(type.getEnumConstants());
  }
}
