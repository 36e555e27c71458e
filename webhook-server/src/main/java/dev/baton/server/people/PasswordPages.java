package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.EmailAddress;
import dev.baton.account.LoginTries;
import dev.baton.account.MailedLinks;
import dev.baton.account.PasswordRule;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.security.AccountMail;
import dev.baton.server.security.ComingIn;
import dev.baton.server.security.ComingIn.Outcome;
import dev.baton.server.security.PasswordLinks;
import dev.baton.server.security.SessionCookie;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A new password, by a link that was mailed. The answer is the same whoever asks for whom. */
public final class PasswordPages {
  private static final int FORM_LIMIT = 4_096;

  private final PasswordLinks links;
  private final Accounts accounts;
  private final LoginTries tries;
  private final AccountMail mail;
  private final ComingIn comingIn;
  private final InstantSource clock;
  private final Executor threads;

  /**
   * @param threads links are made and sent on one of them, so that the time an answer takes does
   *     not tell whether there is such an account
   */
  public PasswordPages(
      PasswordLinks links,
      Accounts accounts,
      LoginTries tries,
      AccountMail mail,
      ComingIn comingIn,
      InstantSource clock,
      Executor threads) {
    this.links = links;
    this.accounts = accounts;
    this.tries = tries;
    this.mail = mail;
    this.comingIn = comingIn;
    this.clock = clock;
    this.threads = threads;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/password", Access.GATE, asked -> forgot(200, Form.EMPTY)),
        Route.post("/password", Access.GATE, FORM_LIMIT, this::send),
        Route.get("/password/{token}", Access.PERSONAL_LINK, this::show),
        Route.post("/password/{token}", Access.PERSONAL_LINK, FORM_LIMIT, this::set));
  }

  private static Answer forgot(int status, Form form) {
    return Answer.html(status, Templates.render("people/forgot.jte", Map.of("form", form)));
  }

  private Answer send(Question asked) {
    LoginPages.requireOwnPage(asked);
    Form form = Form.of(asked.form());
    EmailAddress email;
    try {
      email = new EmailAddress(form.value("email"));
    } catch (IllegalArgumentException wrong) {
      return forgot(400, form.wrong("email", wrong));
    }
    if (tries.mayTry("link " + email, clock.instant())) {
      threads.execute(
          () ->
              accounts
                  .byEmail(email)
                  .filter(Account::active)
                  .ifPresent(
                      account ->
                          mail.send(account, links.make(account, MailedLinks.GOOD_FOR), false)));
    }
    return Answer.html(
        200,
        Told.page(
            "Look into your mail",
            "If "
                + email
                + " has an account, a link is on its way to it, good for 30 minutes. If none"
                + " comes, an admin of your company can make you one on the users page."));
  }

  private Answer show(Question asked) {
    String token = asked.path().getOrDefault("token", "");
    return links
        .look(token)
        .map(account -> page(200, Form.EMPTY, token, account))
        .orElseGet(PasswordPages::gone);
  }

  private static Answer page(int status, Form form, String token, Account account) {
    return Answer.html(
        status,
        Templates.render(
            "people/setPassword.jte",
            Map.of(
                "form",
                form.without("password").without("again"),
                "token",
                token,
                "name",
                account.name(),
                "email",
                account.email().map(EmailAddress::value).orElse(""))));
  }

  private Answer set(Question asked) {
    LoginPages.requireOwnPage(asked);
    String token = asked.path().getOrDefault("token", "");
    Optional<Account> whose = links.look(token);
    if (whose.isEmpty()) return gone();
    Map<String, String> typed = asked.form();
    String password = typed.getOrDefault("password", "");
    Form form = Form.of(typed).wrong("password", PasswordRule.missing(password));
    if (!password.equals(typed.getOrDefault("again", ""))) {
      form = form.wrong("again", "The two passwords are not the same.");
    }
    if (!form.good()) return page(400, form, token, whose.get());
    return links
        .set(token, password)
        .map(
            account ->
                switch (comingIn.afterSettingPassword(account)) {
                  case Outcome.In in ->
                      Answer.seeOther(
                              in.kind() == dev.baton.account.Sessions.Kind.COMPLETE
                                  ? "/begin"
                                  : "/login/code")
                          .with("Set-Cookie", SessionCookie.keep(in.token(), in.kind()));
                  case Outcome.Wrong unused -> Answer.seeOther("/login");
                  case Outcome.Throttled unused -> Answer.seeOther("/login");
                })
        .orElseGet(PasswordPages::gone);
  }

  private static Answer gone() {
    return Answer.html(
        410,
        Told.page(
            "This link is not good any more",
            "It was used, or is too old, or a newer one was made. Ask for a new one.",
            "/password",
            "Send a new link"));
  }
}
