package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.message.Medium;
import dev.baton.routing.BookDraft;
import dev.baton.server.words.Words;
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

/** Gathers everybody of a company for the list of users. */
public final class UserLines {
  private final Accounts accounts;
  private final ContactBook contacts;
  private final Presences presences;

  UserLines(Accounts accounts, ContactBook contacts, Presences presences) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.presences = presences;
  }

  /**
   * Somebody in the list (domain §2).
   *
   * @param address of his own page
   * @param available empty for somebody who answers no leads
   * @param id the agent's; empty for somebody who is none
   * @param picked whether he was ticked in a form that comes back
   */
  public record Line(
      String address,
      String name,
      String email,
      String role,
      String mobile,
      List<String> tags,
      boolean catchall,
      boolean sms,
      String available,
      String language,
      int locations,
      String id,
      boolean picked) {
    boolean fits(String looked) {
      String all = name + " " + email + " " + role + " " + id + " " + String.join(" ", tags);
      return all.toLowerCase(Locale.ROOT).contains(looked);
    }
  }

  /** By name; agents as the book has them. */
  List<Line> of(CompanyId company, BookDraft book, Set<String> picked, Words words) {
    List<Account> all = accounts.of(company);
    Map<AgentId, Account> byAgent =
        all.stream()
            .filter(account -> account.agent().isPresent())
            .collect(Collectors.toMap(a -> a.agent().orElseThrow(), Function.identity()));
    Map<AgentId, ContactSettings> settings = contacts.all(company);
    Set<AgentId> away = presences.unavailable(company);
    var lines = new ArrayList<Line>();
    var told = new HashSet<AgentId>();
    for (Agent agent : book.agents()) {
      told.add(agent.id());
      lines.add(
          line(
              agent,
              Optional.ofNullable(byAgent.get(agent.id())),
              settings.getOrDefault(agent.id(), ContactSettings.DEFAULT),
              away.contains(agent.id()),
              picked.contains(agent.id().value()),
              words));
    }
    for (Account account : all) {
      if (account.agent().filter(told::contains).isPresent()) continue;
      lines.add(line(account, words));
    }
    lines.sort(Comparator.comparing(line -> line.name().toLowerCase(Locale.ROOT)));
    return lines;
  }

  private static Line line(
      Agent agent,
      Optional<Account> account,
      ContactSettings contact,
      boolean away,
      boolean picked,
      Words words) {
    String available =
        !agent.active() ? "people.users.left" : away ? "people.users.no" : "people.users.yes";
    return new Line(
        "/users/agents/" + agent.id(),
        agent.name(),
        agent.email(),
        role(account.map(Account::role).orElse(Role.AGENT), words),
        contact.mobile(),
        agent.tags().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(),
        agent.catchall(),
        contact.media().contains(Medium.SMS),
        words.say(available),
        contact.language(),
        agent.locations().size(),
        agent.id().value(),
        picked);
  }

  private static Line line(Account account, Words words) {
    String role = role(account.role(), words);
    return new Line(
        "/users/accounts/" + account.id(),
        account.name(),
        account.email().map(Object::toString).orElse(""),
        account.active() ? role : words.say("people.users.role.left", role),
        "",
        List.of(),
        false,
        false,
        "",
        account.language(),
        0,
        "",
        false);
  }

  private static String role(Role role, Words words) {
    return words.say("people.role." + role.name());
  }
}
