package dev.baton.server.book.team;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.Sla;
import dev.baton.agent.Weighted;
import dev.baton.server.book.form.Rows;
import dev.baton.server.book.form.Rows.Cells;
import dev.baton.server.book.form.Rows.Row;
import dev.baton.server.book.form.Writing;
import dev.baton.server.book.form.Writings;
import dev.baton.server.book.form.WrittenTime;
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a team has several of, each a row of fields. */
final class TeamRows {
  /** The key of what is said of a weight that is none. */
  static final String WEIGHT = "team.weights.weight.wrong";

  private final Words words;
  private final Writing<BigDecimal> weighing;
  private final WrittenTime slaTime;
  private final Writing<Integer> most;

  /**
   * @param words in the language of who fills them in
   */
  TeamRows(Words words) {
    this.words = words;
    this.weighing = Writings.decimal(words, words.say(WEIGHT));
    this.slaTime =
        new WrittenTime(
            words, Duration.ofSeconds(1), Duration.ofDays(366), words.say("team.slas.after.wrong"));
    this.most = Writings.whole(0, 1_000_000, words.say("team.caps.most.wrong"));
  }

  /** How a weight stands in a field. */
  Writing<BigDecimal> weighing() {
    return weighing;
  }

  Rows<Cap> caps() {
    return new Rows<>(
        "caps",
        List.of("most", "period", "tag"),
        List.of("most"),
        row(
            cap ->
                Map.of(
                    "most", most.write(cap.most()),
                    "period", cap.period().name(),
                    "tag", cap.tag().orElse("")),
            this::cap));
  }

  Rows<Sla> slas() {
    return new Rows<>(
        "slas",
        List.of("after", "goal", "consequence", "switchOff"),
        List.of("after"),
        row(
            sla -> {
              var cells = new HashMap<String, String>();
              cells.put("after", slaTime.write(sla.after()));
              cells.put("goal", sla.goal().name());
              cells.put("consequence", sla.consequence().name());
              cells.put("switchOff", Writings.TICK.write(sla.switchOff()));
              return cells;
            },
            this::sla));
  }

  Rows<Map.Entry<String, BigDecimal>> weights() {
    return new Rows<>(
        "weights",
        List.of("tag", "weight"),
        List.of("weight"),
        row(
            weight -> Map.of("tag", weight.getKey(), "weight", weighing.write(weight.getValue())),
            this::weight));
  }

  Rows<FieldMetric> metrics() {
    return new Rows<>(
        "metrics",
        List.of("name", "field", "kind"),
        List.of("name", "field"),
        row(
            metric ->
                Map.of(
                    "name", metric.name(),
                    "field", metric.field(),
                    "kind", metric.kind().name()),
            this::metric));
  }

  private static <T> Row<T> row(
      Function<T, Map<String, String>> write, Function<Cells, Optional<T>> read) {
    return new Row<>() {
      @Override
      public Map<String, String> write(T value) {
        return write.apply(value);
      }

      @Override
      public Optional<T> read(Cells cells) {
        return read.apply(cells);
      }
    };
  }

  private Optional<Cap> cap(Cells cells) {
    Optional<String> tag = Optional.of(cells.text("tag")).filter(t -> !t.isEmpty());
    Optional<Cap.Period> period = cells.read("period", choice(Cap.Period.class));
    return cells.read("most", most).flatMap(leads -> period.map(p -> new Cap(p, leads, tag)));
  }

  private <E extends Enum<E>> Writing<E> choice(Class<E> type) {
    return Writings.choice(type, words);
  }

  private Optional<Sla> sla(Cells cells) {
    Optional<Duration> after = cells.read("after", slaTime);
    Optional<Sla.Goal> goal = cells.read("goal", choice(Sla.Goal.class));
    Optional<Sla.Consequence> consequence =
        cells.read("consequence", choice(Sla.Consequence.class));
    if (after.isEmpty() || goal.isEmpty() || consequence.isEmpty()) return Optional.empty();
    boolean switchOff = !cells.text("switchOff").isEmpty();
    return Optional.of(new Sla(goal.get(), after.get(), consequence.get(), switchOff));
  }

  private Optional<Map.Entry<String, BigDecimal>> weight(Cells cells) {
    String tag = cells.text("tag");
    if (tag.isEmpty()) cells.wrong("tag", words.say("team.weights.tag.which"));
    return cells
        .read("weight", weighing)
        .filter(weight -> !tag.isEmpty() && possible(weight, cells))
        .map(weight -> Map.entry(tag, weight));
  }

  private boolean possible(BigDecimal weight, Cells cells) {
    try {
      var unused = new Weighted(new AgentId("any"), weight);
      return true;
    } catch (IllegalArgumentException outOfRange) {
      cells.wrong("weight", words.say(WEIGHT));
      return false;
    }
  }

  private Optional<FieldMetric> metric(Cells cells) {
    String name = cells.text("name");
    String field = cells.text("field");
    if (name.isEmpty() || name.length() > 60) {
      cells.wrong("name", words.say("team.metrics.name.wrong"));
    }
    if (field.isEmpty() || field.length() > 200) {
      cells.wrong("field", words.say("team.metrics.field.wrong"));
    }
    Optional<FieldMetric.Kind> kind = cells.read("kind", choice(FieldMetric.Kind.class));
    try {
      return kind.map(k -> new FieldMetric(name, field, k));
    } catch (IllegalArgumentException told) {
      return Optional.empty();
    }
  }
}
