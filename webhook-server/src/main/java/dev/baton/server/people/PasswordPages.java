package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.EmailAddress;
import dev.baton.account.LoginTries;
import dev.baton.account.MailedLinks;
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
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A new password, by a link that was mailed. The answer is the same whoever asks for whom. */
public final class PasswordPages {
  private static final int FORM_LIMIT = 4_096;

  private final PasswordLinks links;
  private final Mailing mailing;
  private final ComingIn comingIn;
  private final Readers readers;
  private final InstantSource clock;

  /**
   * How a link gets to who asks for it.
   *
   * @param threads links are made and sent on one of them, so that the time an answer takes does
   *     not tell whether there is such an account
   */
  public record Mailing(Accounts accounts, LoginTries tries, AccountMail mail, Executor threads) {}

  public PasswordPages(
      PasswordLinks links,
      Mailing mailing,
      ComingIn comingIn,
      Readers readers,
      InstantSource clock) {
    this.links = links;
    this.mailing = mailing;
    this.comingIn = comingIn;
    this.readers = readers;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/password", Access.GATE, asked -> forgot(200, asked, Form.EMPTY)),
        Route.post("/password", Access.GATE, FORM_LIMIT, this::send),
        Route.get("/password/{token}", Access.PERSONAL_LINK, this::show),
        Route.post("/password/{token}", Access.PERSONAL_LINK, FORM_LIMIT, this::set));
  }

  private static Answer forgot(int status, Question asked, Form form) {
    return Answer.html(
        status,
        Templates.render(
            "people/forgot.jte", Map.of("words", Readers.ofStranger(asked), "form", form)));
  }

  private Answer send(Question asked) {
    LoginPages.requireOwnPage(asked);
    Words words = Readers.ofStranger(asked);
    Form form = Form.of(asked.form());
    EmailAddress email;
    try {
      email = new EmailAddress(form.value("email"));
    } catch (IllegalArgumentException wrong) {
      return forgot(400, asked, SignUpPage.noEmail(form, words));
    }
    if (mailing.tries().mayTry("link " + email, clock.instant())) {
      mailing.threads().execute(() -> send(email));
    }
    return Answer.html(
        200, Told.page(words, words.say("gate.sent"), words.say("gate.sent.link", email)));
  }

  private void send(EmailAddress email) {
    mailing
        .accounts()
        .byEmail(email)
        .filter(Account::active)
        .ifPresent(
            account ->
                mailing.mail().send(account, links.make(account, MailedLinks.GOOD_FOR), false));
  }

  private Answer show(Question asked) {
    String token = asked.path().getOrDefault("token", "");
    return links
        .look(token)
        .map(account -> page(200, Form.EMPTY, token, account))
        .orElseGet(() -> gone(asked));
  }

  private Answer page(int status, Form form, String token, Account account) {
    return Answer.html(
        status,
        Templates.render(
            "people/setPassword.jte",
            Map.of(
                "words",
                readers.of(account),
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
    if (whose.isEmpty()) return gone(asked);
    Map<String, String> typed = asked.form();
    String password = typed.getOrDefault("password", "");
    Words words = readers.of(whose.get());
    Form form = Form.of(typed).wrong("password", PasswordWords.missing(password, words));
    if (!password.equals(typed.getOrDefault("again", ""))) {
      form = form.wrong("again", words.say("gate.password.differ"));
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
        .orElseGet(() -> gone(asked));
  }

  private static Answer gone(Question asked) {
    Words words = Readers.ofStranger(asked);
    return Answer.html(
        410,
        Told.page(
            words,
            words.say("gate.set.gone"),
            words.say("gate.set.gone.why"),
            "/password",
            words.say("gate.set.gone.again")));
  }
}
