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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a team has several of, each a row of fields. */
final class TeamRows {
  static final String WEIGHT = "A weight is from 0.01 to 1000 with at most two decimals.";
  static final Writing<BigDecimal> WEIGHTS_READ = Writings.decimal(WEIGHT);

  private static final WrittenTime SLA_TIME =
      new WrittenTime(
          Duration.ofSeconds(1), Duration.ofDays(366), "An SLA gives between 1 second and a year.");
  private static final Writing<Integer> MOST =
      Writings.whole(0, 1_000_000, "A cap is a whole number, such as 10; 0 allows none.");

  static final Rows<Cap> CAPS =
      new Rows<>(
          "caps",
          List.of("most", "period", "tag"),
          List.of("most"),
          row(
              cap ->
                  Map.of(
                      "most", MOST.write(cap.most()),
                      "period", cap.period().name(),
                      "tag", cap.tag().orElse("")),
              cells -> {
                Optional<String> tag = Optional.of(cells.text("tag")).filter(t -> !t.isEmpty());
                Optional<Cap.Period> period =
                    cells.read("period", Writings.choice(Cap.Period.class));
                return cells
                    .read("most", MOST)
                    .flatMap(most -> period.map(p -> new Cap(p, most, tag)));
              }));

  static final Rows<Sla> SLAS =
      new Rows<>(
          "slas",
          List.of("after", "goal", "consequence", "switchOff"),
          List.of("after"),
          row(
              sla -> {
                var cells = new HashMap<String, String>();
                cells.put("after", SLA_TIME.write(sla.after()));
                cells.put("goal", sla.goal().name());
                cells.put("consequence", sla.consequence().name());
                cells.put("switchOff", Writings.TICK.write(sla.switchOff()));
                return cells;
              },
              TeamRows::sla));

  static final Rows<Map.Entry<String, BigDecimal>> WEIGHTS =
      new Rows<>(
          "weights",
          List.of("tag", "weight"),
          List.of("weight"),
          row(
              weight ->
                  Map.of("tag", weight.getKey(), "weight", WEIGHTS_READ.write(weight.getValue())),
              TeamRows::weight));

  static final Rows<FieldMetric> METRICS =
      new Rows<>(
          "metrics",
          List.of("name", "field", "kind"),
          List.of("name", "field"),
          row(
              metric ->
                  Map.of(
                      "name", metric.name(),
                      "field", metric.field(),
                      "kind", metric.kind().name()),
              TeamRows::metric));

  private TeamRows() {}

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

  private static Optional<Sla> sla(Cells cells) {
    Optional<Duration> after = cells.read("after", SLA_TIME);
    Optional<Sla.Goal> goal = cells.read("goal", Writings.choice(Sla.Goal.class));
    Optional<Sla.Consequence> consequence =
        cells.read("consequence", Writings.choice(Sla.Consequence.class));
    if (after.isEmpty() || goal.isEmpty() || consequence.isEmpty()) return Optional.empty();
    boolean switchOff = !cells.text("switchOff").isEmpty();
    return Optional.of(new Sla(goal.get(), after.get(), consequence.get(), switchOff));
  }

  private static Optional<Map.Entry<String, BigDecimal>> weight(Cells cells) {
    String tag = cells.text("tag");
    if (tag.isEmpty()) cells.wrong("tag", "Which tag has the weight?");
    return cells
        .read("weight", WEIGHTS_READ)
        .filter(weight -> !tag.isEmpty() && possible(weight, cells))
        .map(weight -> Map.entry(tag, weight));
  }

  private static boolean possible(BigDecimal weight, Cells cells) {
    try {
      var unused = new Weighted(new AgentId("any"), weight);
      return true;
    } catch (IllegalArgumentException outOfRange) {
      cells.wrong("weight", WEIGHT);
      return false;
    }
  }

  private static Optional<FieldMetric> metric(Cells cells) {
    String name = cells.text("name");
    String field = cells.text("field");
    if (name.isEmpty() || name.length() > 60) {
      cells.wrong("name", "A metric has a name of 1 to 60 characters.");
    }
    if (field.isEmpty() || field.length() > 200) {
      cells.wrong("field", "A metric names a field of the CRM, such as budget.");
    }
    Optional<FieldMetric.Kind> kind = cells.read("kind", Writings.choice(FieldMetric.Kind.class));
    try {
      return kind.map(k -> new FieldMetric(name, field, k));
    } catch (IllegalArgumentException told) {
      return Optional.empty();
    }
  }
}
