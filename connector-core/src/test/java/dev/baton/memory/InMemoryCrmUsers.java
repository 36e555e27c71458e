package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUsers;
import dev.baton.crm.KnownUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The users of connected CRM accounts, in memory. */
public final class InMemoryCrmUsers implements CrmUsers {
  private final Map<ConnectionId, TreeMap<String, KnownUser>> users = new HashMap<>();
  private final Map<ConnectionId, CompanyId> companies = new HashMap<>();
  private final Map<ConnectionId, Instant> begun = new HashMap<>();
  private final Map<ConnectionId, Look> looks = new HashMap<>();

  @Override
  public synchronized boolean begin(ConnectionId connection, Instant now, Duration gap) {
    Instant last = begun.get(connection);
    if (last != null && last.isAfter(now.minus(gap))) return false;
    begun.put(connection, now);
    return true;
  }

  @Override
  public synchronized List<KnownUser> of(ConnectionId connection) {
    return List.copyOf(users.getOrDefault(connection, new TreeMap<>()).values());
  }

  @Override
  public synchronized List<Known> ofAgents(CompanyId company) {
    var known = new ArrayList<Known>();
    users.keySet().stream()
        .filter(connection -> company.equals(companies.get(connection)))
        .sorted(java.util.Comparator.comparing(ConnectionId::value))
        .forEach(
            connection ->
                of(connection).stream()
                    .filter(user -> user.agent().isPresent())
                    .forEach(user -> known.add(new Known(connection, user))));
    return known;
  }

  @Override
  public synchronized void keep(CrmConnection connection, List<KnownUser> seen, Instant at) {
    companies.put(connection.id(), connection.company());
    var kept = users.computeIfAbsent(connection.id(), id -> new TreeMap<>());
    seen.forEach(user -> kept.put(user.user().owner(), user));
    looks.put(connection.id(), new Look(Optional.of(at), ""));
  }

  @Override
  public synchronized void troubled(ConnectionId connection, String trouble) {
    Optional<Instant> good = last(connection).flatMap(Look::good);
    looks.put(connection, new Look(good, trouble));
  }

  @Override
  public synchronized Optional<Look> last(ConnectionId connection) {
    return Optional.ofNullable(looks.get(connection));
  }
}
