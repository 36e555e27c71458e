package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.EmailAddress;
import dev.baton.account.MailedLinks;
import dev.baton.account.Permission;
import dev.baton.account.Role;
import dev.baton.account.RoleRules;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.security.AccountMail;
import dev.baton.server.security.PasswordLinks;
import dev.baton.server.words.Words;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who can come in, as what; invitations, and the end of an account. */
public final class AccountsPage {
  private static final int FORM_LIMIT = 4_096;
  private static final String ONE = "/users/accounts/{id}";

  private final Editing editing;
  private final Accounts accounts;
  private final PasswordLinks links;
  private final AccountMail mail;
  private final AuditLog audit;
  private final Shells shells;
  private final InstantSource clock;

  public AccountsPage(
      Editing editing,
      Accounts accounts,
      PasswordLinks links,
      AccountMail mail,
      AuditLog audit,
      Shells shells,
      InstantSource clock) {
    this.editing = editing;
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.audit = audit;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_ROLES);
    return List.of(
        Route.get("/users/accounts/new", access, asked -> newPage(200, asked, given(asked))),
        Route.post("/users/accounts/new", access, FORM_LIMIT, this::invite),
        Route.get(ONE, access, asked -> page(200, asked, required(asked), "", "")),
        Route.post(ONE + "/role", access, FORM_LIMIT, this::changeRole),
        Route.post(ONE + "/link", access, FORM_LIMIT, this::makeLink),
        Route.post(ONE + "/leave", access, FORM_LIMIT, asked -> leave(asked, true)),
        Route.post(ONE + "/return", access, FORM_LIMIT, asked -> leave(asked, false)));
  }

  /** An agent's page leads here with his name and address. */
  private static Form given(Question asked) {
    return Form.of(asked.query());
  }

  private Answer newPage(int status, Question asked, Form form) {
    return Answer.html(
        status,
        Templates.render(
            "people/newAccount.jte",
            Map.of(
                "shell", shells.around(asked.requiredVisitor(), UsersPage.USERS), "form", form)));
  }

  private Answer invite(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Form form = checked(Form.of(asked.form()), visitor);
    if (!form.good()) return newPage(400, asked, form);
    Optional<AgentId> agent = agent(form, visitor).map(Agent::id);
    Optional<Account> byLink =
        agent
            .flatMap(id -> accounts.ofAgent(visitor.company(), id))
            .filter(known -> known.email().isEmpty());
    var account =
        new Account(
            byLink.map(Account::id).orElseGet(() -> new AccountId(UUID.randomUUID())),
            visitor.company(),
            Optional.of(new EmailAddress(form.value("email"))),
            form.value("name"),
            role(form).orElseThrow(),
            agent,
            words(asked).language(),
            true);
    if (!kept(account, byLink.isPresent())) {
      return newPage(
          409, asked, form.wrong("email", words(asked).say("people.invite.wrong.taken")));
    }
    audit(visitor, "account added", account, role(account.role()));
    return linked(asked, account);
  }

  /** Who came by his link so far is the same person, and has an address from now on. */
  private boolean kept(Account account, boolean known) {
    if (!known) return accounts.add(account, clock.instant());
    boolean free = account.email().flatMap(accounts::byEmail).isEmpty();
    return free && accounts.change(account, clock.instant());
  }

  private Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  private Form checked(Form form, Visitor visitor) {
    Words words = shells.words(visitor);
    Form checked = form;
    if (form.value("name").isEmpty() || form.value("name").length() > 200) {
      checked = checked.wrong("name", words.say("people.wrong.name"));
    }
    try {
      var unused = new EmailAddress(form.value("email"));
    } catch (IllegalArgumentException wrong) {
      checked = checked.wrong("email", wrong);
    }
    if (role(form).isEmpty()) {
      checked = checked.wrong("role", words.say("people.invite.wrong.role"));
    }
    if (!form.value("agent").isEmpty() && agent(form, visitor).isEmpty()) {
      checked = checked.wrong("agent", words.say("people.invite.wrong.agent"));
    }
    return checked;
  }

  private Optional<Agent> agent(Form form, Visitor visitor) {
    return editing.seenBy(visitor).agents().stream()
        .filter(agent -> agent.id().value().equals(form.value("agent")))
        .findFirst();
  }

  private static Optional<Role> role(Form form) {
    return Stream.of(Role.values()).filter(r -> r.name().equals(form.value("role"))).findFirst();
  }

  /** As it is put down. */
  private static String role(Role role) {
    return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private Account required(Question asked) {
    try {
      return accounts
          .account(
              asked.requiredVisitor().company(),
              AccountId.parse(asked.path().getOrDefault("id", "")))
          .orElseThrow(() -> Problem.notFound("There is no such account."));
    } catch (IllegalArgumentException noId) {
      throw Problem.notFound("There is no such account.");
    }
  }

  private Answer page(int status, Question asked, Account account, String link, String said) {
    return Answer.html(
        status,
        Templates.render(
            "people/otherAccount.jte",
            Map.of(
                "shell",
                shells.around(asked.requiredVisitor(), UsersPage.USERS),
                "account",
                account,
                "agent",
                account.agent().map(AgentId::value).orElse(""),
                "himself",
                account.id().equals(asked.requiredVisitor().account().id()),
                "link",
                link,
                "said",
                said)));
  }

  private Answer changeRole(Question asked) {
    Account before = required(asked);
    Role role = role(Form.of(asked.form())).orElseThrow(() -> Problem.badRequest("Choose a role."));
    return changed(asked, before, before.as(role), "role changed", role(role));
  }

  private Answer leave(Question asked, boolean leaves) {
    Account before = required(asked);
    return changed(
        asked,
        before,
        leaves ? before.left() : before.back(),
        leaves ? "account ended" : "account opened again",
        "");
  }

  private Answer changed(
      Question asked, Account before, Account after, String what, String details) {
    Visitor visitor = asked.requiredVisitor();
    Optional<String> refusal = RoleRules.refusal(visitor.account(), before, after);
    if (refusal.isPresent()) return page(409, asked, before, "", refusal.get());
    if (!accounts.change(after, clock.instant())) {
      return page(409, asked, before, "", words(asked).say("people.account.last-admin"));
    }
    audit(visitor, what, after, details);
    return page(200, asked, after, "", words(asked).say("people.account.done"));
  }

  private Answer makeLink(Question asked) {
    Account account = required(asked);
    if (!account.active()) {
      return page(409, asked, account, "", words(asked).say("people.account.ended"));
    }
    audit(asked.requiredVisitor(), "password link made", account, "");
    return linked(asked, account);
  }

  /** By mail; where none is sent, the admin passes the link on himself. */
  private Answer linked(Question asked, Account account) {
    Words words = words(asked);
    if (account.email().isEmpty()) {
      return page(409, asked, account, "", words.say("people.account.no-password"));
    }
    URI link = links.make(account, MailedLinks.INVITATION_GOOD_FOR);
    return mail.send(account, link, true)
        ? page(200, asked, account, "", words.say("people.account.mailed", account.email().get()))
        : page(
            200,
            asked,
            account,
            link.toString(),
            words.say("people.account.no-mail", MailedLinks.INVITATION_GOOD_FOR.toDays()));
  }

  private void audit(Visitor visitor, String what, Account about, String details) {
    audit.add(
        new AuditLog.Entry(
            visitor.company(), clock.instant(), visitor.named(), what, about.name(), details));
  }
}
