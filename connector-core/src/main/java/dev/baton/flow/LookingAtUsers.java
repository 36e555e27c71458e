package dev.baton.flow;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.Presences;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.CrmUsers;
import dev.baton.crm.CrmUsers.Look;
import dev.baton.crm.KnownUser;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells an admin who his agents are in a connected account, and what is wrong with that. */
public final class LookingAtUsers {
  private final RoutingBooks books;
  private final Presences presences;
  private final CrmUsers users;

  public LookingAtUsers(RoutingBooks books, Presences presences, CrmUsers users) {
    this.books = books;
    this.presences = presences;
    this.users = users;
  }

  /** How the last look ended, and each agent with whom something is the matter. */
  public List<Finding> findings(CrmConnection connection) {
    Optional<Look> last = users.last(connection.id());
    if (last.isEmpty()) return List.of(Finding.fine("Users of the CRM: not looked at yet"));
    List<KnownUser> known = users.of(connection.id());
    Set<AgentId> away = presences.unavailable(connection.company());
    var findings = new ArrayList<Finding>();
    findings.add(of(last.get(), known));
    if (last.get().good().isEmpty()) return findings;
    for (Agent agent : books.current(connection.company()).agents()) {
      if (agent.active()) of(agent, connection, known, away).ifPresent(findings::add);
    }
    return findings;
  }

  private static Finding of(Look last, List<KnownUser> known) {
    String when = last.good().map(at -> "last read at " + minute(at)).orElse("never read");
    if (!last.trouble().isEmpty()) {
      return Finding.wrong("Users of the CRM, " + when, last.trouble());
    }
    long active = known.stream().filter(user -> user.user().active()).count();
    return Finding.fine("Users of the CRM, " + when + ": " + active + " active");
  }

  private static Optional<Finding> of(
      Agent agent, CrmConnection connection, List<KnownUser> known, Set<AgentId> away) {
    String what = "Agent " + agent.name();
    Optional<CrmIdentity> identity = agent.in(connection.id());
    if (identity.isEmpty()) {
      return Optional.of(
          Finding.wrong(
              what,
              "No active user of the account has the agent's e-mail address, so leads the agent"
                  + " accepts get no owner there. Use the same address here and there."));
    }
    String owner = identity.get().owner();
    Optional<KnownUser> user =
        known.stream().filter(k -> k.user().owner().equals(owner)).findFirst();
    if (user.isEmpty()) {
      return Optional.of(
          Finding.wrong(
              what,
              "The account lists nobody with the owner id "
                  + owner
                  + ". Correct it in the company file, or leave it out to have the agent found by"
                  + " e-mail address."));
    }
    if (user.get().user().active()) return Optional.empty();
    String since =
        what + ": the user in the CRM is not active since " + minute(user.get().changedAt());
    return Optional.of(
        away.contains(agent.id())
            ? Finding.fine(since + ", so the agent is offered nothing")
            : Finding.wrong(
                since,
                "The agent is available here all the same, and what the agent accepts gets no owner"
                    + " there. Make the agent unavailable, or the user active."));
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }
}
