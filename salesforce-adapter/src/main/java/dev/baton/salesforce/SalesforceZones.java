package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.TIME_ZONE;

import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.Soql;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where users live by the clock, which decides the day a task of theirs is due on. Looked up once a
 * day for each; a user without a zone is taken to live where Baton's own user does.
 */
final class SalesforceZones {
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private final SalesforceApi api;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  SalesforceZones(SalesforceApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  private record Known(ZoneId zone, Instant until) {}

  /**
   * @param user 18 characters; empty for Baton's own user
   */
  ZoneId of(String user) {
    Instant now = clock.instant();
    Known found = known.get(user);
    if (found != null && now.isBefore(found.until())) return found.zone();
    ZoneId zone = asked(user).or(() -> zone(api.me().timeZone())).orElse(ZoneOffset.UTC);
    known.put(user, new Known(zone, now.plus(GOOD_FOR)));
    return zone;
  }

  private Optional<ZoneId> asked(String user) {
    if (user.isEmpty()) return Optional.empty();
    String soql = "SELECT Id, %s FROM User WHERE Id = %s".formatted(TIME_ZONE, Soql.text(user));
    return api.query(soql).stream().findFirst().flatMap(row -> zone(row.value(TIME_ZONE)));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
