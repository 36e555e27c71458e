package dev.baton.hubspot.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often each portal may be called; a limit of 0 is none. */
final class RateLimits {
  private static final Duration ROLLING = Duration.ofSeconds(10);

  private final SandboxSettings.Limits limits;
  private final Map<String, Used> used = new HashMap<>();

  RateLimits(SandboxSettings.Limits limits) {
    this.limits = limits;
  }

  /** What a portal has used up. */
  private static final class Used {
    private final Deque<Instant> calls = new ArrayDeque<>();
    private final Deque<Instant> searches = new ArrayDeque<>();
    private LocalDate day = LocalDate.EPOCH;
    private int today;
  }

  /** Counts a call, or says which limit it broke. */
  synchronized Optional<Answer> refuse(String portal, boolean search, Instant now) {
    Used of = used.computeIfAbsent(portal, p -> new Used());
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!day.equals(of.day)) {
      of.day = day;
      of.today = 0;
    }
    if (limits.perDay() > 0 && of.today >= limits.perDay()) {
      return Optional.of(tooMany("DAILY"));
    }
    boolean free =
        search
            ? take(of.searches, limits.searchesPerSecond(), Duration.ofSeconds(1), now)
            : take(of.calls, limits.perTenSeconds(), ROLLING, now);
    if (!free) return Optional.of(tooMany(search ? "SECONDLY" : "TEN_SECONDLY_ROLLING"));
    of.today++;
    return Optional.empty();
  }

  /** What HubSpot tells about the limits with every answer, except to searches. */
  synchronized Map<String, String> headers(String portal, Instant now) {
    Used of = used.computeIfAbsent(portal, p -> new Used());
    var headers = new LinkedHashMap<String, String>();
    int most = limits.perTenSeconds();
    if (most > 0) {
      forget(of.calls, ROLLING, now);
      headers.put("X-HubSpot-RateLimit-Max", Integer.toString(most));
      headers.put(
          "X-HubSpot-RateLimit-Remaining", Integer.toString(Math.max(0, most - of.calls.size())));
      headers.put("X-HubSpot-RateLimit-Interval-Milliseconds", "10000");
    }
    if (limits.perDay() > 0) {
      int left = Math.max(0, limits.perDay() - of.today);
      headers.put("X-HubSpot-RateLimit-Daily", Integer.toString(limits.perDay()));
      headers.put("X-HubSpot-RateLimit-Daily-Remaining", Integer.toString(left));
    }
    return headers;
  }

  static Answer tooMany(String policyName) {
    return Answer.json(
        429,
        Refusal.of(429, "RATE_LIMITS", "Too many calls: " + policyName)
            .json()
            .put("errorType", "RATE_LIMIT")
            .put("policyName", policyName));
  }

  private static boolean take(Deque<Instant> recent, int most, Duration window, Instant now) {
    if (most == 0) return true;
    forget(recent, window, now);
    if (recent.size() >= most) return false;
    recent.addLast(now);
    return true;
  }

  private static void forget(Deque<Instant> recent, Duration window, Instant now) {
    Instant start = now.minus(window);
    while (!recent.isEmpty() && !recent.getFirst().isAfter(start)) recent.removeFirst();
  }
}
