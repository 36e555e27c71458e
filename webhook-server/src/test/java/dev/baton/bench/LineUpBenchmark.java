package dev.baton.bench;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Explanation;
import dev.baton.routing.LineUp;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * How long it takes to draw a line of very many agents with a reason for each who does not stand in
 * it, and to explain it.
 *
 * <p>Run with {@code mvn -Pbench-line-up}; {@code -Dbench.agents=10000}, {@code -Dbench.tags=1000},
 * {@code -Dbench.decisions=2000}.
 */
public final class LineUpBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final int HELD_AT_MOST = 20;

  private final Random random = new Random(7);
  private final List<Tag> tags = new ArrayList<>();
  private final RoutingBook book;
  private final RoutingFacts facts;

  LineUpBenchmark(int agents, int tagCount) {
    for (int i = 0; i < tagCount; i++) tags.add(tag(i));
    var people = new ArrayList<Agent>();
    Map<AgentId, Fact> known = new HashMap<>();
    for (int i = 0; i < agents; i++) {
      Agent agent = agent(i);
      people.add(agent);
      known.put(agent.id(), fact());
    }
    var draft = new BookDraft(tags, people, RoutingSettings.DEFAULT);
    if (!draft.problems().isEmpty()) throw new IllegalStateException(draft.problems().getFirst());
    book = new RoutingBook(new CompanyId("bench"), 1, draft);
    facts = new RoutingFacts(known).at(NOW);
  }

  /** Few tags shut anybody out; where one does, it is for a tenth of the company. */
  private Tag tag(int number) {
    String name = "Tag " + number;
    Tag tag =
        switch (number % 50) {
          case 0 -> Tag.exclusive(name);
          case 1 -> Tag.required(name);
          default -> Tag.preferential(name);
        };
    return tag.weighing(10 + random.nextInt(90));
  }

  private Agent agent(int number) {
    Set<String> held = new HashSet<>();
    int count = 1 + random.nextInt(HELD_AT_MOST);
    for (int i = 0; i < count; i++) held.add(tags.get(random.nextInt(tags.size())).name().text());
    if (random.nextInt(20) == 0) held.add("PK_" + (1 + random.nextInt(100)));
    boolean active = random.nextInt(50) > 0;
    return new Agent(
        new AgentId("agent" + number), "Agent " + number, "", held, active, false, Map.of());
  }

  private Fact fact() {
    return new Fact(
        random.nextInt(10) > 0,
        60 + random.nextInt(80),
        random.nextInt(20) == 0
            ? Optional.empty()
            : Optional.of(NOW.minusSeconds(random.nextInt(1_000_000))));
  }

  /** The next lead, with one to six tags, and the line drawn for it. */
  Drawn draw() {
    var carried = new HashSet<TagName>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) carried.add(tags.get(random.nextInt(tags.size())).name());
    Traits lead = Traits.given(carried);
    long start = System.nanoTime();
    LineUp line = LineUp.draw(book, lead, List.of(), Set.of(), facts);
    return new Drawn(lead, line, System.nanoTime() - start);
  }

  /**
   * A line as it was drawn.
   *
   * @param nanos what it took
   */
  record Drawn(Traits lead, LineUp line, long nanos) {}

  Explanation explain(Drawn drawn) {
    return Explanation.of(book, drawn.lead(), drawn.line(), facts);
  }

  private void measure(int decisions) {
    for (int warmUp = 0; warmUp < decisions / 4; warmUp++) explain(draw());
    var drawing = new Histogram(3);
    var explaining = new Histogram(3);
    long inLine = 0;
    for (int i = 0; i < decisions; i++) {
      Drawn drawn = draw();
      drawing.recordValue(drawn.nanos());
      inLine += drawn.line().line().size();
      long start = System.nanoTime();
      explain(drawn);
      explaining.recordValue(System.nanoTime() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "%n%,d agents, %,d tags; %,d decisions, %.1f agents in a line%n",
        book.agents().size(),
        tags.size(),
        decisions,
        (double) inLine / decisions);
    print("drawing the line", drawing);
    print("explaining it", explaining);
  }

  private static void print(String what, Histogram nanos) {
    System.out.printf(
        Locale.ROOT,
        "%-18s p50 %6.2f ms, p99 %6.2f ms, max %6.2f ms%n",
        what,
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6,
        nanos.getMaxValue() / 1e6);
  }

  public static void main(String... arguments) {
    int agents = Integer.getInteger("bench.agents", 10_000);
    int tags = Integer.getInteger("bench.tags", 1_000);
    new LineUpBenchmark(agents, tags).measure(Integer.getInteger("bench.decisions", 2_000));
  }
}
