package dev.baton.crm;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.ConnectionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The users of a CRM account as it lists them now: who of them is which agent, and what is
 * different from the look before.
 */
public record UserList(List<CrmUser> users) {
  public UserList {
    users = List.copyOf(users);
  }

  /**
   * Agents with their users. An identity follows the id of the login, which may get another owner
   * id; an agent who has none, or whose user has left, becomes the active user with his e-mail
   * address. Who has left without that stays who he was: his leads still name him.
   */
  public List<Agent> matched(List<Agent> agents, ConnectionId connection) {
    Set<String> taken = new HashSet<>();
    for (Agent agent : agents) agent.in(connection).ifPresent(known -> taken.add(known.owner()));
    var matched = new ArrayList<Agent>(agents.size());
    for (Agent agent : agents) {
      Optional<CrmIdentity> known = agent.in(connection);
      Optional<CrmIdentity> is =
          known.filter(k -> isActive(k.owner())).isPresent()
              ? known
              : known
                  .flatMap(k -> sameLogin(k, taken))
                  .or(() -> sameEmail(agent, taken))
                  .map(user -> new CrmIdentity(user.owner(), user.user()));
      is.ifPresent(found -> taken.add(found.owner()));
      matched.add(is.isEmpty() || is.equals(known) ? agent : as(agent, connection, is.get()));
    }
    return matched;
  }

  private static Agent as(Agent agent, ConnectionId connection, CrmIdentity identity) {
    var crm = new HashMap<>(agent.crm());
    crm.put(connection, identity);
    return agent.known(crm);
  }

  private boolean isActive(String owner) {
    return users.stream().anyMatch(user -> user.active() && user.owner().equals(owner));
  }

  private Optional<CrmUser> sameLogin(CrmIdentity known, Set<String> taken) {
    return users.stream()
        .filter(user -> user.active() && !taken.contains(user.owner()))
        .filter(user -> !user.user().isEmpty() && user.user().equals(known.user()))
        .findFirst();
  }

  private Optional<CrmUser> sameEmail(Agent agent, Set<String> taken) {
    String email = agent.email().toLowerCase(Locale.ROOT);
    return users.stream()
        .filter(user -> user.active() && !email.isBlank() && !taken.contains(user.owner()))
        .filter(user -> user.email().toLowerCase(Locale.ROOT).equals(email))
        .findFirst();
  }

  /**
   * Whether so many active users are missing that the list cannot be right: more likely the CRM, or
   * what Baton may see there, is in trouble. Users who are listed as not active are not missing:
   * that is the CRM's own word.
   */
  public boolean lacksTooMany(List<KnownUser> before) {
    var listed = new HashSet<String>();
    for (CrmUser user : users) listed.add(user.owner());
    long active = before.stream().filter(known -> known.user().active()).count();
    long missing =
        before.stream()
            .filter(known -> known.user().active() && !listed.contains(known.user().owner()))
            .count();
    return users.isEmpty() || missing * 2 > active;
  }

  /** Everybody who was ever seen, as he is now. */
  public List<KnownUser> seen(
      List<KnownUser> before, List<Agent> agents, ConnectionId connection, Instant now) {
    Map<String, AgentId> who = new HashMap<>();
    for (Agent agent : agents) {
      agent.in(connection).ifPresent(known -> who.putIfAbsent(known.owner(), agent.id()));
    }
    var all = new LinkedHashMap<String, KnownUser>();
    for (KnownUser known : before) {
      all.put(known.user().owner(), known.seen(gone(known), who(known.user(), who), now));
    }
    Map<String, KnownUser> was = byOwner(before);
    for (CrmUser user : users) {
      KnownUser known = was.get(user.owner());
      Optional<AgentId> agent = who(user, who);
      all.put(
          user.owner(),
          known == null ? KnownUser.first(user, agent, now) : known.seen(user, agent, now));
    }
    return List.copyOf(all.values());
  }

  private static Map<String, KnownUser> byOwner(List<KnownUser> users) {
    var byOwner = new HashMap<String, KnownUser>();
    for (KnownUser known : users) byOwner.put(known.user().owner(), known);
    return byOwner;
  }

  private static CrmUser gone(KnownUser known) {
    CrmUser user = known.user();
    return new CrmUser(user.owner(), user.user(), user.name(), user.email(), false);
  }

  private static Optional<AgentId> who(CrmUser user, Map<String, AgentId> agents) {
    return Optional.ofNullable(agents.get(user.owner()));
  }

  /**
   * The agents whose users are not active now, and were when it was last looked, or were not known
   * to be theirs.
   */
  public static List<AgentId> left(List<KnownUser> before, List<KnownUser> now) {
    Map<String, KnownUser> was = byOwner(before);
    var left = new ArrayList<AgentId>();
    for (KnownUser user : now) {
      if (user.user().active() || user.agent().isEmpty()) continue;
      KnownUser then = was.get(user.user().owner());
      boolean knownToHaveLeft =
          then != null && !then.user().active() && then.agent().equals(user.agent());
      if (!knownToHaveLeft) left.add(user.agent().get());
    }
    return left;
  }
}
