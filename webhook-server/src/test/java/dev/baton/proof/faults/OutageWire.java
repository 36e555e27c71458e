package dev.baton.proof.faults;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The network between Baton and one account: behind it the CRM can be away, and now and then it
 * says "too many". Every call is kept with its time.
 */
final class OutageWire extends Network {
  /** What of the CRM is away. */
  enum Away {
    NOTHING,
    WRITES,
    EVERYTHING
  }

  private static final byte[] DOWN = "<html>Down</html>".getBytes(StandardCharsets.UTF_8);

  private final InstantSource clock;
  private final Function<String, Optional<Runnable>> sayingTooMany;
  private final int tooManyEach;
  private final List<Instant> calls = new ArrayList<>();
  private final List<Instant> counted = new ArrayList<>();
  private final List<Instant> refused = new ArrayList<>();
  private Away away = Away.NOTHING;

  /**
   * @param sayingTooMany has the CRM refuse its next call as one too many
   * @param tooManyEach how many calls there are to one that is refused so
   */
  OutageWire(
      URI crm,
      InstantSource clock,
      Function<String, Optional<Runnable>> sayingTooMany,
      int tooManyEach) {
    super(crm);
    this.clock = clock;
    this.sayingTooMany = sayingTooMany;
    this.tooManyEach = tooManyEach;
    open();
  }

  synchronized void be(Away what) {
    away = what;
  }

  @Override
  void carry(HttpExchange exchange, byte[] body, String name) throws IOException {
    Away now;
    boolean tooMany;
    synchronized (this) {
      calls.add(clock.instant());
      now = away;
      tooMany = now == Away.NOTHING && calls.size() % tooManyEach == 0;
    }
    if (now == Away.EVERYTHING || now == Away.WRITES && !Names.reads(name)) {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(503, DOWN.length);
      exchange.getResponseBody().write(DOWN);
      return;
    }
    if (!name.contains("/oauth"))
      synchronized (this) {
        counted.add(clock.instant());
      }
    Optional<Runnable> end = tooMany ? sayingTooMany.apply(name) : Optional.empty();
    HttpResponse<byte[]> answer = forward(exchange, body);
    end.ifPresent(Runnable::run);
    if (end.isPresent())
      synchronized (this) {
        refused.add(clock.instant());
      }
    answer(exchange, answer);
  }

  synchronized int callsBetween(Instant from, Instant to) {
    return (int) calls.stream().filter(at -> !at.isBefore(from) && at.isBefore(to)).count();
  }

  /** The most calls in any window of that length. */
  synchronized int mostWithin(Duration window) {
    return most(calls, window);
  }

  /** The most calls in any window of that length that the CRM itself has counted. */
  synchronized int mostCountedWithin(Duration window) {
    return most(counted, window);
  }

  private static int most(List<Instant> calls, Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < calls.size(); last++) {
      while (!calls.get(last).isBefore(calls.get(first).plus(window))) first++;
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  synchronized int tooMany() {
    return refused.size();
  }

  /** Calls that came earlier after "too many" than they should have. */
  synchronized int tooEarly(Duration leftAlone) {
    int early = 0;
    for (Instant said : refused) {
      Instant end = said.plus(leftAlone);
      // Calls of the same moment as the refusal may have come before it.
      early += (int) calls.stream().filter(at -> at.isAfter(said) && at.isBefore(end)).count();
    }
    return early;
  }
}
