package dev.baton.proof.faults;

import dev.baton.memory.TickingClock;
import dev.baton.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets everything that can go wrong go wrong at every point of the write-back, one at a time, and
 * compares what stands in the CRM in the end with what stands there when nothing goes wrong.
 *
 * <pre>mvn -Pfaults</pre>
 */
public final class FaultEnumeration implements AutoCloseable {
  private static final Duration PATIENCE_WITH_CRM = Duration.ofMillis(400);

  private final TickingClock clock = TickingClock.atTen();
  private final Database opened;
  private final Commits commits = new Commits();
  private final Database database;
  private final PractisedCrm crm;
  private final FaultyWire wire;
  private int runs;

  private FaultEnumeration(boolean salesforce) {
    opened = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    database = opened.through(commits::watching).withClock(clock);
    crm =
        salesforce
            ? new PractisedSalesforce(clock, PATIENCE_WITH_CRM, 100_000)
            : new PractisedHubSpot(clock, PATIENCE_WITH_CRM);
    wire = new FaultyWire(crm.api(), crm::say);
  }

  static FaultEnumeration ofHubSpot() {
    return new FaultEnumeration(false);
  }

  static FaultEnumeration ofSalesforce() {
    return new FaultEnumeration(true);
  }

  /**
   * What came of it.
   *
   * @param deaths how often a process died and was started anew
   * @param helped where an admin had to say "once more"
   * @param doubledCreations where the CRM was made to create something twice, and did
   * @param differences what was other than it should be, with the point and the fault
   */
  record Result(
      String crm,
      List<String> requests,
      int commits,
      int runs,
      int deaths,
      List<String> helped,
      List<String> doubledCreations,
      List<String> differences) {}

  /** One run with one thing going wrong. */
  private record Mishap(
      String name, boolean eachWebhookTwice, boolean doublesCreation, Runnable plan) {}

  /**
   * Enumerates.
   *
   * @param everyNth 1 for all mishaps; more leaves mishaps out, the same each time
   */
  Result run(int everyNth) {
    live(new Mishap("to warm up", false, false, this::nothing));
    Story.End clean = cleanRun();
    List<String> requests = wire.requests();
    int points = commits.counted();
    var differences = new ArrayList<String>();
    var helped = new ArrayList<String>();
    var doubled = new ArrayList<String>();
    int deaths = 0;
    List<Mishap> mishaps = mishaps(requests, points);
    int lived = 0;
    for (int i = 0; i < mishaps.size(); i += everyNth) {
      Mishap mishap = mishaps.get(i);
      Story.End end = live(mishap);
      lived++;
      deaths += end.deaths();
      if (end.helped() > 0) helped.add(mishap.name);
      CrmState state = end.state();
      if (mishap.doublesCreation && state.hasOneMoreThan(clean.state())) {
        doubled.add(mishap.name);
        state = clean.state();
      }
      for (String difference : clean.state().differences(state)) {
        differences.add(mishap.name + ": " + difference);
      }
      if (!end.said().equals(clean.said())) {
        differences.add(mishap.name + ": said " + end.said() + ", not " + clean.said());
      }
      for (String trouble : end.troubles()) differences.add(mishap.name + ": " + trouble);
    }
    return new Result(crm.name(), requests, points, lived, deaths, helped, doubled, differences);
  }

  private Story.End cleanRun() {
    Story.End clean = live(new Mishap("nothing", false, false, this::nothing));
    if (!clean.troubles().isEmpty()) throw new IllegalStateException("" + clean.troubles());
    return clean;
  }

  private void nothing() {
    wire.countAnew();
    commits.countAnew();
  }

  private List<Mishap> mishaps(List<String> requests, int points) {
    var mishaps = new ArrayList<Mishap>();
    mishaps.add(new Mishap("each webhook three times", true, false, this::nothing));
    for (int point = 1; point <= requests.size(); point++) {
      String request = requests.get(point - 1);
      for (WireFault fault : WireFault.values()) {
        if (fault.saidByCrm() && !says(fault, request)) continue;
        int number = point;
        mishaps.add(
            new Mishap(
                "request " + point + " " + request + " " + fault,
                false,
                fault.doubles() && crm.createsEachTime(request),
                () -> {
                  commits.countAnew();
                  wire.failAt(number, fault);
                }));
      }
    }
    for (int point = 1; point <= points; point++) {
      for (Commits.Death death : Commits.Death.values()) {
        int number = point;
        mishaps.add(
            new Mishap(
                "commit " + point + " " + death,
                false,
                false,
                () -> {
                  wire.countAnew();
                  commits.dieAt(number, death);
                }));
      }
    }
    return mishaps;
  }

  private boolean says(WireFault fault, String request) {
    Optional<Runnable> end = crm.say(fault, request);
    end.ifPresent(Runnable::run);
    return end.isPresent();
  }

  private Story.End live(Mishap mishap) {
    nothing();
    var story = new Story(database, clock, wire, crm, ++runs, mishap.eachWebhookTwice);
    return story.live(mishap.plan);
  }

  static String table(List<Result> results) {
    var table = new StringBuilder();
    String row = "%-11s %9s %8s %7s %6s %7s %7s %18s %12s%n";
    table.append(
        row.formatted(
            "CRM",
            "requests",
            "commits",
            "faults",
            "runs",
            "deaths",
            "helped",
            "doubled creations",
            "differences"));
    for (Result result : results) {
      table.append(
          row.formatted(
              result.crm,
              result.requests.size(),
              result.commits,
              WireFault.values().length + Commits.Death.values().length + 1,
              result.runs,
              result.deaths,
              result.helped.size(),
              result.doubledCreations.size(),
              result.differences.size()));
    }
    return table.toString();
  }

  @Override
  public void close() {
    wire.close();
    crm.close();
    opened.close();
  }

  public static void main(String... arguments) {
    int everyNth = Integer.getInteger("faults.every", 1);
    var results = new ArrayList<Result>();
    for (boolean salesforce : new boolean[] {false, true}) {
      try (var enumeration = new FaultEnumeration(salesforce)) {
        long began = System.nanoTime();
        Result result = enumeration.run(everyNth);
        results.add(result);
        result.helped.forEach(point -> System.out.println("HELPED  " + point));
        result.doubledCreations.forEach(point -> System.out.println("DOUBLED " + point));
        result.differences.forEach(difference -> System.out.println("DIFFERS " + difference));
        System.out.printf(
            Locale.ROOT,
            "%s: %d s%n",
            result.crm,
            Duration.ofNanos(System.nanoTime() - began).toSeconds());
        if (Boolean.getBoolean("faults.points")) {
          for (int i = 0; i < result.requests.size(); i++) {
            System.out.println("  " + (i + 1) + " " + result.requests.get(i));
          }
        }
      }
    }
    System.out.print(table(results));
    System.exit(results.stream().allMatch(r -> r.differences.isEmpty()) ? 0 : 1);
  }
}
