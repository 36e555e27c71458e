package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.EmailAddress;
import dev.baton.account.MailedLinks;
import dev.baton.account.Role;
import dev.baton.company.CompanyId;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.security.PasswordLinks;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lets somebody of the company come in: the first admin of a company whose configuration stands in
 * a file, and whoever has lost his way in. The link that is answered sets a password.
 */
public final class AccountsApi {
  private static final String BY = "API token";

  private final Accounts accounts;
  private final PasswordLinks links;
  private final AuditLog audit;
  private final InstantSource clock;

  public AccountsApi(Accounts accounts, PasswordLinks links, AuditLog audit, InstantSource clock) {
    this.accounts = accounts;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.post("/api/v1/accounts", Access.API_TOKEN, Bodies.LIMIT, this::letIn));
  }

  private Answer letIn(Question asked) {
    CompanyId company = asked.requiredCompany();
    JsonNode body = Bodies.object(asked);
    EmailAddress email = email(Bodies.text(body, "email"));
    Account account = accounts.byEmail(email).orElseGet(() -> added(company, email, body));
    if (!account.company().equals(company)) {
      throw new Problem(409, "Taken", "This address has an account elsewhere; use another.");
    }
    if (!account.active()) {
      throw new Problem(409, "Has left", "An admin has to open this account again first.");
    }
    URI link = links.make(account, MailedLinks.INVITATION_GOOD_FOR);
    audit(account, "password link made", "");
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", account.id().toString());
    json.put("email", email.value());
    json.put("role", account.role().name());
    json.put("link", link.toString());
    json.put("goodForDays", MailedLinks.INVITATION_GOOD_FOR.toDays());
    return Answer.json(json.toString());
  }

  private static EmailAddress email(String text) {
    try {
      return new EmailAddress(text);
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest("email: " + wrong.getMessage());
    }
  }

  private Account added(CompanyId company, EmailAddress email, JsonNode body) {
    String wanted = body.path("role").asText(Role.ADMIN.name());
    Role role =
        Stream.of(Role.values())
            .filter(each -> each.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> Problem.badRequest("role: send ADMIN, EDITOR or AGENT."));
    String name = body.path("name").asText(email.value());
    if (name.isBlank() || name.length() > 200) {
      throw Problem.badRequest("name: send 1 to 200 characters.");
    }
    var account =
        new Account(
            new AccountId(UUID.randomUUID()),
            company,
            Optional.of(email),
            name,
            role,
            Optional.empty(),
            Account.ENGLISH,
            true);
    if (!accounts.add(account, clock.instant())) {
      throw new Problem(409, "Taken", "This address has an account already; send it again.");
    }
    audit(account, "account added", role.name());
    return account;
  }

  private void audit(Account about, String what, String details) {
    audit.add(
        new AuditLog.Entry(about.company(), clock.instant(), BY, what, about.name(), details));
  }
}
