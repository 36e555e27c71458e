package dev.baton.store;

import dev.baton.ledger.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's time without asking it each time: measured every few seconds, counted on in
 * between by the machine's monotonic clock, so that a step of the machine's wall clock does not
 * matter. While the database is away it counts on.
 */
public final class SteadyClock implements InstantSource {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
  private static final long MEASURED_FOR = Duration.ofSeconds(10).toNanos();

  private record Measured(Instant time, long nanos) {}

  private final InstantSource database;
  private final AtomicBoolean measuring = new AtomicBoolean();
  private volatile Measured last;

  public SteadyClock(InstantSource database) {
    this.database = database;
    this.last = measure(database);
  }

  @Override
  public Instant instant() {
    Measured measured = last;
    long passed = System.nanoTime() - measured.nanos;
    // One caller measures; the others go on with what is known.
    if (passed > MEASURED_FOR && measuring.compareAndSet(false, true)) {
      try {
        last = measure(database);
      } catch (StoreUnavailable away) {
        LOG.debug("The database's time is counted on: {}", away.getMessage());
      } finally {
        measuring.set(false);
      }
    }
    return measured.time.plusNanos(passed).truncatedTo(ChronoUnit.MICROS);
  }

  private static Measured measure(InstantSource database) {
    long before = System.nanoTime();
    Instant time = database.instant();
    long after = System.nanoTime();
    return new Measured(time, before + (after - before) / 2);
  }
}
