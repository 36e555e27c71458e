package dev.baton.flow;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUsers;
import dev.baton.crm.CrmUsers.Known;
import dev.baton.crm.KnownUser;
import dev.baton.crm.UserList;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.Publication;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows for agents when users of a CRM account come and go (domain §2): who is deactivated
 * there is offered nothing and his open offers are withdrawn; who is active again can be asked
 * again, unless somebody has said otherwise; who has become a user gets what waited for him. Leads
 * that somebody owns stay his. Only a difference to the look before does anything, so an agent whom
 * an admin makes available all the same stays so.
 */
public final class MindingUsers {
  private static final Logger LOG = LoggerFactory.getLogger(MindingUsers.class);
  private static final String BY = "matched with CRM users";

  private final RoutingBooks books;
  private final Presences presences;
  private final CrmUsers users;
  private final MindingAgents minding;
  private final MindingDeliveries deliveries;
  private final InstantSource clock;

  public MindingUsers(
      RoutingBooks books,
      Presences presences,
      CrmUsers users,
      MindingAgents minding,
      MindingDeliveries deliveries,
      InstantSource clock) {
    this.books = books;
    this.presences = presences;
    this.users = users;
    this.minding = minding;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Acts on what the account lists now, unless it cannot be believed. */
  void listed(CrmConnection connection, UserList listed) {
    List<KnownUser> before = users.of(connection.id());
    if (listed.lacksTooMany(before)) doubt(connection, listed, before);
    else act(connection, listed, before);
  }

  /** Who a company's agents are in its connections, as far as that was seen. */
  public List<Known> ofAgents(CompanyId company) {
    return users.ofAgents(company);
  }

  /** Who is not available because his user has left, and since when. */
  public Map<AgentId, Instant> left(CompanyId company) {
    return presences.left(company);
  }

  private void doubt(CrmConnection connection, UserList listed, List<KnownUser> before) {
    long active = before.stream().filter(known -> known.user().active()).count();
    String trouble =
        ("The CRM listed %d users, and %d of those it listed before were active. Nobody was made"
                + " unavailable for that. See whether Baton's user there may still see all users;"
                + " who has really left is to be deactivated, not deleted.")
            .formatted(listed.users().size(), active);
    LOG.warn(
        "connection={} users={} known={} not believed",
        connection.id(),
        listed.users().size(),
        active);
    users.troubled(connection.id(), trouble);
  }

  private void act(CrmConnection connection, UserList listed, List<KnownUser> before) {
    CompanyId company = connection.company();
    List<Agent> agents = matched(connection, listed);
    List<KnownUser> now = listed.seen(before, agents, connection.id(), clock.instant());
    for (AgentId agent : UserList.left(before, now)) {
      LOG.info("company={} agent={} left {}: user not active", company, agent, connection.id());
      minding.left(company, agent);
    }
    // Only now: whoever breaks off before begins again, and what was done is done again.
    users.keep(connection, now, clock.instant());
    for (AgentId agent : active(company)) {
      if (minding.cameBack(company, agent)) {
        LOG.info("company={} agent={} came back to {}", company, agent, connection.id());
      }
    }
    tryAgain(connection, before, now);
  }

  /** The company's agents, with what the list says of who they are. */
  private List<Agent> matched(CrmConnection connection, UserList listed) {
    RoutingBook book = books.current(connection.company());
    List<Agent> agents = List.copyOf(book.agents());
    if (listed.matched(agents, connection.id()).equals(agents)) return agents;
    Publication publication =
        books.revise(
            connection.company(), draft -> matched(draft, connection, listed), BY, clock.instant());
    return switch (publication) {
      case Publication.Published published -> {
        LOG.info(
            "company={} routing book revision={} {}",
            connection.company(),
            published.book().revision(),
            BY);
        yield List.copyOf(published.book().agents());
      }
      case Publication.Refused refused -> {
        LOG.warn("connection={} users not matched: {}", connection.id(), refused.problems());
        yield agents;
      }
      case Publication.Overtaken unused -> agents;
    };
  }

  private static BookDraft matched(BookDraft draft, CrmConnection connection, UserList listed) {
    return draft.staffed(listed.matched(draft.agents(), connection.id()));
  }

  /** Those who left and are not inactive in any account they are known in. */
  private List<AgentId> active(CompanyId company) {
    Set<AgentId> away = presences.left(company).keySet();
    if (away.isEmpty()) return List.of();
    var inactive = new HashSet<AgentId>();
    var known = new HashSet<AgentId>();
    for (Known user : users.ofAgents(company)) {
      AgentId agent = user.user().agent().orElseThrow();
      known.add(agent);
      if (!user.user().user().active()) inactive.add(agent);
    }
    return away.stream().filter(a -> known.contains(a) && !inactive.contains(a)).toList();
  }

  /** What was on hold because an agent was no user there, or not an active one. */
  private void tryAgain(CrmConnection connection, List<KnownUser> before, List<KnownUser> now) {
    Set<AgentId> newcomers = workers(now);
    newcomers.removeAll(workers(before));
    if (newcomers.isEmpty()) return;
    for (Cause cause : List.of(Cause.OWNER_NOT_MAPPED, Cause.INACTIVE_OWNER)) {
      deliveries.retryAll(
          connection.company(), Optional.of(connection.id()), Optional.of(cause.name()));
    }
  }

  private static Set<AgentId> workers(List<KnownUser> users) {
    var workers = new HashSet<AgentId>();
    for (KnownUser user : users) if (user.user().active()) user.agent().ifPresent(workers::add);
    return workers;
  }
}
