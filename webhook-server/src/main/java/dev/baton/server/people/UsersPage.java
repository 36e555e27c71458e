package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Permission;
import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everybody of a company: agents of the routing book, and people who can come in. */
public final class UsersPage {
  static final String USERS = "/users";

  private final Editing editing;
  private final Accounts accounts;
  private final Presences presences;
  private final Shells shells;

  public UsersPage(Editing editing, Accounts accounts, Presences presences, Shells shells) {
    this.editing = editing;
    this.accounts = accounts;
    this.presences = presences;
    this.shells = shells;
  }

  /**
   * Somebody in the list (domain §2).
   *
   * @param address of his own page
   * @param available empty for somebody who answers no leads
   */
  public record Line(
      String address,
      String name,
      String email,
      String role,
      List<String> tags,
      boolean catchall,
      String available,
      String language,
      int locations,
      String id) {
    boolean fits(String looked) {
      String all = name + " " + email + " " + role + " " + id + " " + String.join(" ", tags);
      return all.toLowerCase(Locale.ROOT).contains(looked);
    }
  }

  public List<Route> routes() {
    return List.of(Route.get(USERS, Access.to(Permission.MANAGE_AGENTS), this::list));
  }

  private Answer list(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    String looked = asked.query().getOrDefault("q", "").strip();
    List<Line> lines =
        lines(visitor).stream().filter(l -> l.fits(looked.toLowerCase(Locale.ROOT))).toList();
    return Answer.html(
        200,
        Templates.render(
            "people/users.jte",
            Map.of(
                "shell",
                shells.around(visitor, USERS),
                "lines",
                lines,
                "looked",
                looked,
                "roles",
                visitor.may(Permission.MANAGE_ROLES))));
  }

  private List<Line> lines(Visitor visitor) {
    CompanyId company = visitor.company();
    BookDraft book = editing.seenBy(visitor);
    List<Account> all = accounts.of(company);
    Map<AgentId, Account> byAgent =
        all.stream()
            .filter(account -> account.agent().isPresent())
            .collect(Collectors.toMap(a -> a.agent().orElseThrow(), Function.identity()));
    Set<AgentId> away = presences.unavailable(company);
    var lines = new ArrayList<Line>();
    var told = new HashSet<AgentId>();
    for (Agent agent : book.agents()) {
      told.add(agent.id());
      lines.add(line(agent, Optional.ofNullable(byAgent.get(agent.id())), away));
    }
    for (Account account : all) {
      if (account.agent().filter(told::contains).isPresent()) continue;
      lines.add(line(account));
    }
    lines.sort(Comparator.comparing(line -> line.name().toLowerCase(Locale.ROOT)));
    return lines;
  }

  private static Line line(Agent agent, Optional<Account> account, Set<AgentId> away) {
    String available = !agent.active() ? "has left" : away.contains(agent.id()) ? "no" : "yes";
    return new Line(
        "/users/agents/" + agent.id(),
        agent.name(),
        agent.email(),
        account.map(a -> role(a.role())).orElse(role(Role.AGENT)),
        agent.tags().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(),
        agent.catchall(),
        available,
        account.map(Account::language).orElse(Account.ENGLISH),
        agent.locations().size(),
        agent.id().value());
  }

  private static Line line(Account account) {
    return new Line(
        "/users/accounts/" + account.id(),
        account.name(),
        account.email().map(Object::toString).orElse(""),
        role(account.role()) + (account.active() ? "" : ", has left"),
        List.of(),
        false,
        "",
        account.language(),
        0,
        "");
  }

  static String role(Role role) {
    return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
