package dev.baton.server.people;

import dev.baton.account.Permission;
import dev.baton.account.Sessions.Kind;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.security.ComingIn;
import dev.baton.server.security.ComingIn.Outcome;
import dev.baton.server.security.SessionCookie;
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Logging in, by password and where it is wanted by code, and logging out. */
public final class LoginPages {
  private static final int FORM_LIMIT = 4_096;

  private final ComingIn comingIn;
  private final BooleanSupplier signUp;
  private final Optional<DemoAdmin> demo;

  /**
   * Whom the demonstration lets in.
   *
   * @param password told on the page
   */
  public record DemoAdmin(String email, String password) {}

  /**
   * @param signUp whether a company can be signed up
   * @param demo empty in earnest
   */
  public LoginPages(ComingIn comingIn, BooleanSupplier signUp, Optional<DemoAdmin> demo) {
    this.comingIn = comingIn;
    this.signUp = signUp;
    this.demo = demo;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/login", Access.GATE, asked -> page(200, asked, Form.EMPTY, next(asked.query()))),
        Route.post("/login", Access.GATE, FORM_LIMIT, this::logIn),
        Route.get(
            "/login/code",
            Access.GATE,
            asked -> codePage(200, asked, Form.EMPTY, next(asked.query()))),
        Route.post("/login/code", Access.GATE, FORM_LIMIT, this::giveCode),
        Route.post("/logout", Access.to(Permission.OWN_LEADS), FORM_LIMIT, this::logOut));
  }

  private Answer logIn(Question asked) {
    requireOwnPage(asked);
    Form form = Form.of(asked.form());
    return answer(
        asked,
        comingIn.byPassword(form.value("email"), form.values().getOrDefault("password", "")),
        form,
        next(asked.form()));
  }

  private Answer answer(Question asked, Outcome outcome, Form form, String next) {
    return switch (outcome) {
      case Outcome.In in when in.kind() == Kind.CODE_WANTED ->
          Answer.seeOther("/login/code?next=" + Addresses.encoded(next))
              .with("Set-Cookie", SessionCookie.keep(in.token(), in.kind()));
      case Outcome.In in ->
          Answer.seeOther(next).with("Set-Cookie", SessionCookie.keep(in.token(), in.kind()));
      case Outcome.Wrong unused ->
          page(401, asked, wrong(asked, form, "password", "gate.log-in.wrong"), next);
      case Outcome.Throttled unused ->
          page(429, asked, wrong(asked, form, "password", "gate.too-often"), next);
    };
  }

  private static Form wrong(Question asked, Form form, String field, String key) {
    return form.wrong(field, Readers.ofStranger(asked).say(key));
  }

  private Answer page(int status, Question asked, Form form, String next) {
    Words words = Readers.ofStranger(asked);
    return Answer.html(
        status,
        Templates.render(
            "people/login.jte",
            Map.of(
                "words",
                words,
                "form",
                form.without("password"),
                "next",
                next,
                "said",
                next.startsWith("/my") ? words.say("gate.log-in.by-link") : "",
                "demoEmail",
                demo.map(DemoAdmin::email).orElse(""),
                "demoPassword",
                demo.map(DemoAdmin::password).orElse(""),
                "signUp",
                signUp.getAsBoolean())));
  }

  private Answer giveCode(Question asked) {
    requireOwnPage(asked);
    String next = next(asked.form());
    Form form = Form.of(asked.form());
    Optional<String> token = SessionCookie.token(asked.header().apply("Cookie"));
    if (token.isEmpty()) return Answer.seeOther("/login?next=" + Addresses.encoded(next));
    return switch (comingIn.byCode(token.get(), form.value("code"))) {
      case Outcome.In in ->
          Answer.seeOther(next).with("Set-Cookie", SessionCookie.keep(in.token(), in.kind()));
      case Outcome.Wrong unused ->
          codePage(401, asked, wrong(asked, form, "code", "gate.code.wrong"), next);
      case Outcome.Throttled unused ->
          codePage(429, asked, wrong(asked, form, "code", "gate.too-often"), next);
    };
  }

  private static Answer codePage(int status, Question asked, Form form, String next) {
    return Answer.html(
        status,
        Templates.render(
            "people/code.jte",
            Map.of(
                "words", Readers.ofStranger(asked), "form", form.without("code"), "next", next)));
  }

  private Answer logOut(Question asked) {
    SessionCookie.token(asked.header().apply("Cookie")).ifPresent(comingIn::goOut);
    return Answer.seeOther("/login").with("Set-Cookie", SessionCookie.forget());
  }

  /** Nobody is logged in from another site, not even as somebody else. */
  static void requireOwnPage(Question asked) {
    if (asked.fromElsewhere()) {
      throw new Problem(
          403, "Nothing was changed", "The form was sent from another site. Use this page.");
    }
  }

  /** Where he wanted to go: a page of ours, never another site. */
  private static String next(Map<String, String> fields) {
    String next = fields.getOrDefault("next", "");
    return Addresses.isOurs(next) ? next : "/begin";
  }
}
