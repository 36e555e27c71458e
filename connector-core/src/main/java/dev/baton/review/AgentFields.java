package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.Schedule;
import dev.baton.company.ConnectionId;
import dev.baton.review.Field.Many;
import dev.baton.review.Field.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a book says of an agent. */
final class AgentFields {
  private AgentFields() {}

  static final List<Field<Agent>> ALL =
      List.of(
          new Value<>("name", Agent::name, AgentFields::named, v -> v),
          new Value<>("e-mail", Agent::email, AgentFields::reached, v -> v),
          Many.of(
              "tags",
              a -> a.tags().stream().sorted().toList(),
              (a, v) -> a.holding(Set.copyOf(v)),
              v -> v,
              v -> v),
          new Value<>("active", Agent::active, AgentFields::active, Words::yesNo),
          new Value<>("catchall", Agent::catchall, AgentFields::catchall, Words::yesNo),
          Many.of(
              "CRM users",
              a ->
                  a.crm().entrySet().stream()
                      .sorted(Comparator.comparing(e -> e.getKey().value()))
                      .toList(),
              AgentFields::known,
              v -> v.getKey().value(),
              v ->
                  "%s: owner %s, user %s"
                      .formatted(v.getKey(), v.getValue().owner(), v.getValue().user())),
          new Value<>(
              "shift",
              a -> a.schedule().shift(),
              (a, v) -> a.working(new Schedule(v, a.schedule().region())),
              v -> v.map(Words::week).orElse("")),
          new Value<>(
              "holidays of",
              a -> a.schedule().region(),
              (a, v) -> a.working(new Schedule(a.schedule().shift(), v)),
              v -> v.orElse("")),
          Many.of("locations", Agent::locations, Agent::at, v -> v.name(), Words::location));

  private static Agent named(Agent a, String name) {
    return new Agent(
        a.id(),
        name,
        a.email(),
        a.tags(),
        a.active(),
        a.catchall(),
        a.crm(),
        a.schedule(),
        a.locations());
  }

  private static Agent reached(Agent a, String email) {
    return new Agent(
        a.id(),
        a.name(),
        email,
        a.tags(),
        a.active(),
        a.catchall(),
        a.crm(),
        a.schedule(),
        a.locations());
  }

  private static Agent active(Agent a, boolean active) {
    return new Agent(
        a.id(),
        a.name(),
        a.email(),
        a.tags(),
        active,
        a.catchall(),
        a.crm(),
        a.schedule(),
        a.locations());
  }

  private static Agent catchall(Agent a, boolean catchall) {
    return new Agent(
        a.id(),
        a.name(),
        a.email(),
        a.tags(),
        a.active(),
        catchall,
        a.crm(),
        a.schedule(),
        a.locations());
  }

  private static Agent known(Agent a, List<Map.Entry<ConnectionId, CrmIdentity>> users) {
    var identities = new HashMap<ConnectionId, CrmIdentity>();
    users.forEach(user -> identities.put(user.getKey(), user.getValue()));
    return a.known(identities);
  }
}
