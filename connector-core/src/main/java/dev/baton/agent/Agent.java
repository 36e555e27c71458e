package dev.baton.agent;

import dev.baton.company.ConnectionId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who answers leads.
 *
 * @param tags names of the tags the agent holds, as an admin wrote them
 * @param active false for somebody who has left: kept for the history, offered nothing
 * @param catchall whether the agent is told when nobody in line took a lead (domain §5)
 * @param crm who the agent is in each connected CRM account
 * @param schedule when the agent works
 * @param locations where the agent works; empty for nowhere in particular
 */
public record Agent(
    AgentId id,
    String name,
    String email,
    Set<String> tags,
    boolean active,
    boolean catchall,
    Map<ConnectionId, CrmIdentity> crm,
    Schedule schedule,
    List<Location> locations) {
  public Agent {
    if (name.isBlank()) throw new IllegalArgumentException("An agent has a name: " + id);
    tags = Set.copyOf(tags);
    crm = Map.copyOf(crm);
    // Books published before there was geography have no locations.
    locations = List.copyOf(Objects.requireNonNullElse(locations, List.of()));
  }

  /** An agent who works when the company does. */
  public Agent(
      AgentId id,
      String name,
      String email,
      Set<String> tags,
      boolean active,
      boolean catchall,
      Map<ConnectionId, CrmIdentity> crm) {
    this(id, name, email, tags, active, catchall, crm, Schedule.NONE, List.of());
  }

  /** The agent in that CRM account, where the two have been matched. */
  public Optional<CrmIdentity> in(ConnectionId connection) {
    return Optional.ofNullable(crm.get(connection));
  }

  /** The same agent with other tags. */
  public Agent holding(Set<String> others) {
    return new Agent(id, name, email, others, active, catchall, crm, schedule, locations);
  }

  /** The same agent, matched to other users of CRM accounts. */
  public Agent known(Map<ConnectionId, CrmIdentity> identities) {
    return new Agent(id, name, email, tags, active, catchall, identities, schedule, locations);
  }

  /** The same agent, working at other times. */
  public Agent working(Schedule times) {
    return new Agent(id, name, email, tags, active, catchall, crm, times, locations);
  }

  /** The same agent, working at other places. */
  public Agent at(List<Location> places) {
    return new Agent(id, name, email, tags, active, catchall, crm, schedule, places);
  }
}
