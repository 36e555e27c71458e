package dev.baton.salesforce.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How many calls each org has made in the last 24 hours, by whole hours. */
final class ApiRequests {
  private static final int HOURS = 24;

  private final long allowed;
  private final InstantSource clock;
  private final Map<String, Map<Long, Long>> byOrgAndHour = new HashMap<>();

  /**
   * Counts from now on.
   *
   * @param allowed how many an org may make in 24 hours
   */
  ApiRequests(long allowed, InstantSource clock) {
    this.allowed = allowed;
    this.clock = clock;
  }

  long allowed() {
    return allowed;
  }

  /** Counts a call, unless it is one too many; answers how many there were, this one included. */
  synchronized long count(String orgId) {
    long hour = hourOf(clock.instant());
    var byHour = byOrgAndHour.computeIfAbsent(orgId, org -> new HashMap<>());
    byHour.keySet().removeIf(old -> old <= hour - HOURS);
    long used = byHour.values().stream().mapToLong(Long::longValue).sum();
    if (used >= allowed) {
      throw new CallRefused("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }
    byHour.merge(hour, 1L, Long::sum);
    return used + 1;
  }

  private static long hourOf(Instant now) {
    return now.getEpochSecond() / 3600;
  }
}
