package dev.baton.bench.matching;

import com.sun.management.OperatingSystemMXBean;
import dev.baton.lead.LeadContent;
import dev.baton.tag.TagName;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many leads a second one core finds the tags of, beside Aho-Corasick, Lucene Monitor and
 * Drools in turns. First all are compared with Baton on the same leads; what differs is told.
 *
 * <p>Run with {@code mvn -Pbench-matching}; {@code -Dbench.tags=100,1000,10000,100000}, {@code
 * -Dbench.rounds=5}, {@code -Dbench.millis=1000} for each way and round.
 */
public final class MatchingBenchmark implements AutoCloseable {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int LEADS = 2_000;
  private static final int COMPARED = 300;

  /** Where getting ready is expected to take longer, a way is left out. */
  private static final double LONGEST_PREPARATION = 90;

  /** What is compared. */
  enum Way {
    BATON("Baton"),
    AHO_CORASICK("Aho-Corasick"),
    LUCENE("Lucene Monitor"),
    DROOLS_RULES("Drools, rule per tag"),
    DROOLS_FACTS("Drools, tags as facts");

    final String words;

    Way(String words) {
      this.words = words;
    }

    TagFinder over(List<TagName> tags) throws Exception {
      return switch (this) {
        case BATON -> new BatonFinder(tags);
        case AHO_CORASICK -> new AhoCorasickFinder(tags);
        case LUCENE -> new LuceneFinder(tags);
        case DROOLS_RULES -> new DroolsRulesFinder(tags);
        case DROOLS_FACTS -> new DroolsFactsFinder(tags);
      };
    }
  }

  private final Map<Way, TagFinder> finders = new EnumMap<>(Way.class);
  private final Map<Way, Double> preparation = new EnumMap<>(Way.class);
  private final List<LeadContent> leads;
  private int next;

  MatchingBenchmark(int tags, int leads, Set<Way> ways) throws Exception {
    var sample = new SampleLeads(tags, 7);
    this.leads = sample.leads(leads);
    for (Way way : ways) {
      long start = System.nanoTime();
      finders.put(way, way.over(sample.tags()));
      preparation.put(way, (System.nanoTime() - start) / 1e9);
    }
  }

  /** Leads in which a way finds other tags than Baton, each with what it finds too much or not. */
  List<String> differences(Way way, int atMost) throws Exception {
    var differences = new ArrayList<String>();
    for (LeadContent lead : leads.subList(0, Math.min(atMost, leads.size()))) {
      Set<String> baton = finders.get(Way.BATON).keys(lead);
      Set<String> other = finders.get(way).keys(lead);
      if (baton.equals(other)) continue;
      var missed = new HashSet<>(baton);
      missed.removeAll(other);
      var besides = new HashSet<>(other);
      besides.removeAll(baton);
      differences.add("misses " + missed + ", finds besides " + besides);
    }
    return differences;
  }

  /** Tags that Baton finds in those leads, all together. */
  int found(int atMost) throws Exception {
    int found = 0;
    for (LeadContent lead : leads.subList(0, Math.min(atMost, leads.size()))) {
      found += finders.get(Way.BATON).count(lead);
    }
    return found;
  }

  /**
   * Leads in a second of one core: what the whole process spends, with its collection of garbage,
   * is counted; what other processes take away is not.
   */
  private double perSecond(Way way, long millis) throws Exception {
    TagFinder finder = finders.get(way);
    long spent = SYSTEM.getProcessCpuTime();
    long end = System.nanoTime() + millis * 1_000_000;
    int done = 0;
    long found = 0;
    while (System.nanoTime() < end) {
      found += finder.count(leads.get(next));
      next = (next + 1) % leads.size();
      done++;
    }
    if (found == 0) throw new IllegalStateException(way.words + " finds nothing");
    return done * 1e9 / (SYSTEM.getProcessCpuTime() - spent);
  }

  private void compare(int rounds, long millis) throws Exception {
    for (Way way : finders.keySet()) {
      List<String> differences = differences(way, COMPARED);
      if (differences.isEmpty()) continue;
      System.out.printf("%s differs in %d leads%n", way.words, differences.size());
      differences.stream().limit(3).forEach(d -> System.out.println("  " + d));
    }
    for (Way way : finders.keySet()) perSecond(way, 2 * millis);
    Map<Way, double[]> speeds = new EnumMap<>(Way.class);
    finders.keySet().forEach(way -> speeds.put(way, new double[rounds]));
    for (int round = 0; round < rounds; round++) {
      var order = new ArrayList<>(finders.keySet());
      if (round % 2 == 1) Collections.reverse(order);
      for (Way way : order) speeds.get(way)[round] = perSecond(way, millis);
    }
    double[] baton = speeds.get(Way.BATON);
    speeds.forEach((way, speed) -> print(way, speed, baton));
  }

  private void print(Way way, double[] speed, double[] baton) {
    double[] ratios = new double[speed.length];
    for (int round = 0; round < speed.length; round++) ratios[round] = baton[round] / speed[round];
    System.out.printf(
        Locale.ROOT,
        "%-22s %,12.0f %12.1f %14.2f%n",
        way.words,
        median(speed),
        median(ratios),
        preparation.get(way));
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @Override
  public void close() throws Exception {
    for (TagFinder finder : finders.values()) finder.close();
  }

  public static void main(String... arguments) throws Exception {
    int rounds = Integer.getInteger("bench.rounds", 5);
    int millis = Integer.getInteger("bench.millis", 1000);
    Map<Way, Double> expected = new EnumMap<>(Way.class);
    int before = 0;
    for (String size : System.getProperty("bench.tags", "100,1000,10000,100000").split(",")) {
      int tags = Integer.parseInt(size);
      Set<Way> ways = inTime(expected, before == 0 ? 1 : (double) tags / before);
      try (var benchmark = new MatchingBenchmark(tags, LEADS, ways)) {
        System.out.printf(
            Locale.ROOT,
            "%n%,d tags; %.1f found in a lead of %,d characters%n",
            tags,
            (double) benchmark.found(COMPARED) / COMPARED,
            benchmark.characters());
        System.out.printf("%-22s %12s %12s %14s%n", "", "leads/s", "Baton is x", "prepared in s");
        benchmark.compare(rounds, millis);
        expected.putAll(benchmark.preparation);
      }
      before = tags;
    }
  }

  /** Those that will be ready in time, judged by the size before. */
  private static Set<Way> inTime(Map<Way, Double> before, double growth) {
    var ways = new ArrayList<Way>();
    for (Way way : Way.values()) {
      double seconds = before.getOrDefault(way, 0.0) * growth * 2;
      if (seconds <= LONGEST_PREPARATION || way == Way.BATON) ways.add(way);
      else System.out.printf("%n%s left out: it would prepare for minutes%n", way.words);
    }
    return Set.copyOf(ways);
  }

  private int characters() {
    long characters = 0;
    for (LeadContent lead : leads) {
      for (String text : PlainText.of(lead)) characters += text.length();
    }
    return (int) (characters / leads.size());
  }
}
