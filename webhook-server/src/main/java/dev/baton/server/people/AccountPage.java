package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.EmailAddress;
import dev.baton.account.Permission;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.security.OneTimeCodes;
import dev.baton.server.security.Passwords;
import dev.baton.server.security.SessionCookie;
import dev.baton.server.words.Words;
import io.nayuki.qrcodegen.QrCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One's own account: name, language, password, second factor. */
public final class AccountPage {
  private static final int FORM_LIMIT = 4_096;

  private final Accounts accounts;
  private final Passwords passwords;
  private final ChoosingLanguage choosing;
  private final AuditLog audit;
  private final Shells shells;
  private final InstantSource clock;
  private final OneTimeCodes codes = new OneTimeCodes();

  private final Function<Visitor, String> first;

  /**
   * @param first where somebody begins after logging in
   */
  public AccountPage(
      Accounts accounts,
      Passwords passwords,
      ChoosingLanguage choosing,
      AuditLog audit,
      Shells shells,
      InstantSource clock,
      Function<Visitor, String> first) {
    this.first = first;
    this.accounts = accounts;
    this.passwords = passwords;
    this.choosing = choosing;
    this.audit = audit;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access own = Access.to(Permission.OWN_ACCOUNT);
    return List.of(
        Route.get("/begin", Access.to(Permission.OWN_LEADS), this::begin),
        Route.get("/account", own, asked -> page(200, asked, Form.EMPTY)),
        Route.post("/account/name", own, FORM_LIMIT, this::rename),
        Route.post("/account/language", own, FORM_LIMIT, this::changeLanguage),
        Route.post("/account/password", own, FORM_LIMIT, this::changePassword),
        Route.get("/account/code", own, asked -> newCode(200, asked, Form.EMPTY, secret())),
        Route.post("/account/code", own, FORM_LIMIT, this::turnOn),
        Route.post("/account/code/off", own, FORM_LIMIT, this::turnOff));
  }

  private Answer begin(Question asked) {
    return Answer.seeOther(first.apply(asked.requiredVisitor()));
  }

  private Answer page(int status, Question asked, Form form) {
    Visitor visitor = asked.requiredVisitor();
    return Answer.html(
        status,
        Templates.render(
            "people/account.jte",
            Map.of(
                "shell",
                shells.around(visitor, ""),
                "form",
                form.without("current").without("password").without("again"),
                "account",
                visitor.account(),
                "languages",
                ChoosingLanguage.languages(),
                "done",
                asked.query().getOrDefault("done", ""),
                "secondFactor",
                accounts.secondFactor(visitor.account().id()).isPresent())));
  }

  private Answer rename(Question asked) {
    Account account = asked.requiredVisitor().account();
    Form form = Form.of(asked.form());
    try {
      accounts.change(account.called(form.value("name"), account.language()), clock.instant());
    } catch (IllegalArgumentException wrong) {
      return page(400, asked, form.wrong("name", words(asked).say("account.name.wrong")));
    }
    return Answer.seeOther("/account?done=name");
  }

  private Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  private Answer changeLanguage(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Form form = Form.of(asked.form());
    if (!choosing.choose(visitor.account(), form.value("language"))) {
      return page(400, asked, form.wrong("language", words(asked).say("account.language.unknown")));
    }
    audit(visitor, "language changed");
    return Answer.seeOther("/account?done=language");
  }

  private Answer changePassword(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    AccountId id = visitor.account().id();
    Map<String, String> typed = asked.form();
    String password = typed.getOrDefault("password", "");
    Words words = words(asked);
    Form form = Form.of(typed);
    if (!isHis(id, typed.getOrDefault("current", ""))) {
      form = form.wrong("current", words.say("account.password.wrong"));
    }
    form = form.wrong("password", PasswordWords.missing(password, words));
    if (!password.equals(typed.getOrDefault("again", ""))) {
      form = form.wrong("again", words.say("gate.password.differ"));
    }
    if (!form.good()) return page(400, asked, form);
    accounts.setPassword(id, passwords.hash(password), clock.instant());
    audit(visitor, "password changed");
    // Every session ended, this one too: whoever else was in is out.
    return Answer.seeOther("/login").with("Set-Cookie", SessionCookie.forget());
  }

  private boolean isHis(AccountId id, String password) {
    return accounts.passwordHash(id).filter(hash -> passwords.matches(password, hash)).isPresent();
  }

  private String secret() {
    return codes.newSecret();
  }

  private Answer newCode(int status, Question asked, Form form, String secret) {
    Visitor visitor = asked.requiredVisitor();
    String whose =
        visitor.account().email().map(EmailAddress::value).orElse(visitor.account().name());
    return Answer.html(
        status,
        Templates.render(
            "people/newCode.jte",
            Map.of(
                "shell",
                shells.around(visitor, ""),
                "form",
                form.without("code"),
                "secret",
                secret,
                "typed",
                OneTimeCodes.typed(secret),
                "square",
                Square.path(
                    QrCode.encodeText(OneTimeCodes.address(secret, whose), QrCode.Ecc.MEDIUM)),
                "side",
                Square.side(
                    QrCode.encodeText(OneTimeCodes.address(secret, whose), QrCode.Ecc.MEDIUM)))));
  }

  private Answer turnOn(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Form form = Form.of(asked.form());
    String secret = form.value("secret");
    OptionalLong step;
    try {
      step = codes.step(secret, form.value("code"), clock.instant());
    } catch (IllegalArgumentException noSecret) {
      return Answer.seeOther("/account/code");
    }
    if (step.isEmpty()) {
      return newCode(400, asked, form.wrong("code", words(asked).say("gate.code.wrong")), secret);
    }
    accounts.setSecondFactor(visitor.account().id(), Optional.of(secret));
    accounts.useStep(visitor.account().id(), step.getAsLong());
    audit(visitor, "second factor on");
    return Answer.seeOther("/account?done=code");
  }

  private Answer turnOff(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Form form = Form.of(asked.form());
    if (!isHis(visitor.account().id(), asked.form().getOrDefault("current", ""))) {
      return page(400, asked, form.wrong("current", words(asked).say("account.password.wrong")));
    }
    accounts.setSecondFactor(visitor.account().id(), Optional.empty());
    audit(visitor, "second factor off");
    return Answer.seeOther("/account?done=off");
  }

  private void audit(Visitor visitor, String what) {
    audit.add(
        new AuditLog.Entry(
            visitor.company(),
            clock.instant(),
            visitor.named(),
            what,
            visitor.account().name(),
            ""));
  }
}
