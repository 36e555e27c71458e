package dev.baton.server.people.file;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.routing.BookDraft;
import dev.baton.server.people.file.UserSheet.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody of a company, as one who edits its book sees them. */
final class Users {
  private final List<User> all = new ArrayList<>();
  private final Map<String, User> byEmail = new HashMap<>();
  private final Map<String, User> byId = new HashMap<>();

  private Users() {}

  static Users of(
      CompanyId company,
      BookDraft book,
      Accounts accounts,
      ContactBook contacts,
      Presences presences) {
    var users = new Users();
    List<Account> known = accounts.of(company);
    Map<AgentId, Account> byAgent = new HashMap<>();
    known.forEach(account -> account.agent().ifPresent(agent -> byAgent.put(agent, account)));
    Map<AgentId, ContactSettings> settings = contacts.all(company);
    Set<AgentId> away = presences.unavailable(company);
    Set<AgentId> told = new HashSet<>();
    for (Agent agent : book.agents()) {
      told.add(agent.id());
      users.add(
          new User(
              Optional.of(agent),
              Optional.ofNullable(byAgent.get(agent.id())),
              settings.getOrDefault(agent.id(), ContactSettings.DEFAULT),
              !away.contains(agent.id())));
    }
    for (Account account : known) {
      if (account.agent().filter(told::contains).isPresent()) continue;
      users.addAccount(account);
    }
    return users;
  }

  private void add(User user) {
    all.add(user);
    if (!user.email().isEmpty()) byEmail.putIfAbsent(key(user.email()), user);
    user.agent().ifPresent(agent -> byId.put(agent.id().value(), user));
  }

  /** An account of nobody's that has the address of an agent is that agent's from the next file. */
  private void addAccount(Account account) {
    var user = new User(Optional.empty(), Optional.of(account), ContactSettings.DEFAULT, true);
    User agent = byEmail.get(key(user.email()));
    if (agent != null && agent.account().isEmpty()) {
      User both = new User(agent.agent(), Optional.of(account), agent.contact(), agent.available());
      all.set(all.indexOf(agent), both);
      byEmail.put(key(user.email()), both);
      agent.agent().ifPresent(a -> byId.put(a.id().value(), both));
    } else {
      add(user);
    }
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** Whose row it is: by the address; where it has none, by the id. */
  Optional<User> of(Row row) {
    String email = row.cells().getOrDefault(Column.EMAIL, "");
    String id = row.cells().getOrDefault(Column.ID, "");
    Optional<User> addressed = Optional.ofNullable(byEmail.get(key(email)));
    if (addressed.isPresent()) return addressed;
    return withId(id).filter(user -> email.isEmpty() || user.email().isEmpty());
  }

  Optional<User> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Everybody, by name; who has left and answers no leads is not told of. */
  List<User> all() {
    return all.stream()
        .filter(u -> u.agent().isPresent() || u.account().filter(Account::active).isPresent())
        .sorted(Comparator.comparing((User user) -> key(user.name())).thenComparing(User::email))
        .toList();
  }
}
