package dev.baton.simulation;

import dev.baton.simulation.Simulation.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The long form of the simulation: {@code mvn -Psimulate -Dsimulation.schedules=20000000}. With
 * {@code -Dsimulation.seed=} it lives that one schedule through and tells its story. It ends with 1
 * when something that always holds did not.
 *
 * <p>Without {@code -Dsimulation.from=} it begins at a seed that nobody has tried yet, and says
 * which.
 */
public final class Simulate {
  private static final int AT_ONCE = 5_000;
  private static final long PROGRESS_EVERY = 5_000_000_000L;

  private final long from;
  private final long schedules;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<Optional<Failure>> failure =
      new AtomicReference<>(Optional.empty());
  private final Tally total = new Tally();
  private final long begun = System.nanoTime();
  private long told = begun;

  private Simulate(long from, long schedules) {
    this.from = from;
    this.schedules = schedules;
  }

  public static void main(String[] unused) throws InterruptedException {
    String seed = System.getProperty("simulation.seed", "");
    System.exit(seed.isEmpty() ? many() : one(Long.parseLong(seed)));
  }

  private static int many() throws InterruptedException {
    long schedules = Long.getLong("simulation.schedules", 2_000_000);
    int threads =
        Integer.getInteger("simulation.threads", Runtime.getRuntime().availableProcessors());
    String from = System.getProperty("simulation.from", "");
    long first = from.isEmpty() ? System.currentTimeMillis() * 1_000_000 : Long.parseLong(from);
    System.out.printf(
        Locale.ROOT, "%,d schedules from seed %d, %d threads%n", schedules, first, threads);
    return new Simulate(first, schedules).run(threads);
  }

  private static int one(long seed) {
    var story = new Story();
    Schedule schedule = Schedule.of(seed);
    Optional<Failure> failure =
        Simulation.run(Machinery.SOUND, schedule, new Tally(), Optional.of(story));
    story.lines().forEach(System.out::println);
    System.out.println(failure.isEmpty() ? "seed " + seed + ": all held" : failure.get());
    failure.ifPresent(Simulate::tellShortly);
    return failure.isEmpty() ? 0 : 1;
  }

  private int run(int threads) throws InterruptedException {
    var working = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) working.add(Thread.ofPlatform().start(this::work));
    for (Thread thread : working) thread.join();
    System.out.println(progress());
    total.lines().forEach(System.out::println);
    failure.get().ifPresent(Simulate::tellShortly);
    if (failure.get().isPresent()) return 1;
    System.out.println("Not met: " + total.missing());
    return total.missing().isEmpty() ? 0 : 1;
  }

  private void work() {
    while (failure.get().isEmpty()) {
      long start = next.getAndAdd(AT_ONCE);
      if (start >= schedules) return;
      int count = (int) Math.min(AT_ONCE, schedules - start);
      var tally = new Tally();
      Optional<Failure> found = Simulation.first(Machinery.SOUND, from + start, count, tally);
      if (found.isPresent()) failure.compareAndSet(Optional.empty(), found);
      add(tally);
    }
  }

  private synchronized void add(Tally tally) {
    total.add(tally);
    if (System.nanoTime() - told < PROGRESS_EVERY) return;
    told = System.nanoTime();
    System.out.println(progress());
  }

  private String progress() {
    double seconds = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,14d of %,d schedules, %,d decisions, %,.0f schedules/s",
        total.schedules(),
        schedules,
        total.decisions(),
        total.schedules() / seconds);
  }

  private static void tellShortly(Failure failure) {
    System.out.println("FAILED " + failure);
    System.out.println(
        "Replay with -Dsimulation.seed=" + failure.schedule().seed() + ". In short:");
    Failure shortest = Shrinker.shrink(Machinery.SOUND, failure);
    List<String> story = Shrinker.story(Machinery.SOUND, shortest);
    story.forEach(System.out::println);
  }
}
