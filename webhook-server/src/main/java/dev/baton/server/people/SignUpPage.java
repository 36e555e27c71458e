package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.EmailAddress;
import dev.baton.account.LoginTries;
import dev.baton.account.MailedLinks;
import dev.baton.account.Role;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.FirstSteps;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.security.AccountMail;
import dev.baton.server.security.PasswordLinks;
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A company signs up; who does it is its admin, and gets a link to set his password (domain §2).
 * Once somebody can come in, the page is closed unless the installation leaves it open.
 */
public final class SignUpPage {
  private static final Logger LOG = LoggerFactory.getLogger(SignUpPage.class);
  private static final int FORM_LIMIT = 4_096;

  private final Companies companies;
  private final Accounts accounts;
  private final LoginTries tries;
  private final PasswordLinks links;
  private final AccountMail mail;
  private final InstantSource clock;
  private final BooleanSupplier open;
  private final FirstSteps steps;

  public SignUpPage(
      Companies companies,
      Accounts accounts,
      LoginTries tries,
      PasswordLinks links,
      AccountMail mail,
      InstantSource clock,
      BooleanSupplier open,
      FirstSteps steps) {
    this.steps = steps;
    this.companies = companies;
    this.accounts = accounts;
    this.tries = tries;
    this.links = links;
    this.mail = mail;
    this.clock = clock;
    this.open = open;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/signup", Access.GATE, asked -> page(200, Form.EMPTY, Readers.ofStranger(asked))),
        Route.post("/signup", Access.GATE, FORM_LIMIT, this::signUp));
  }

  private Answer page(int status, Form form, Words words) {
    if (!open.getAsBoolean()) return closed(words);
    return Answer.html(
        status, Templates.render("people/signup.jte", Map.of("words", words, "form", form)));
  }

  private static Answer closed(Words words) {
    return Answer.html(
        403,
        Told.page(words, words.say("gate.sign-up.closed"), words.say("gate.sign-up.closed.why")));
  }

  private Answer signUp(Question asked) {
    LoginPages.requireOwnPage(asked);
    Words words = Readers.ofStranger(asked);
    if (!open.getAsBoolean()) return closed(words);
    Form form = checked(Form.of(asked.form()), words);
    if (!form.good()) return page(400, form, words);
    var email = new EmailAddress(form.value("email"));
    if (!tries.mayTry("sign up " + email, clock.instant())) {
      throw new Problem(429, "Not now", "There were too many tries; wait a quarter of an hour.");
    }
    if (accounts.byEmail(email).isPresent()) return told(email, words);
    Company company = added(form.value("company"), zone(form).orElseThrow());
    var admin =
        new Account(
            new AccountId(UUID.randomUUID()),
            company.id(),
            Optional.of(email),
            form.value("name"),
            Role.ADMIN,
            Optional.empty(),
            words.language(),
            true);
    if (!accounts.add(admin, clock.instant())) return told(email, words);
    steps.begin(company.id());
    LOG.info("company={} signed up", company.id());
    // Nobody has proved that the address is his: without mail, only who can come in may know.
    URI link = links.make(admin, MailedLinks.INVITATION_GOOD_FOR);
    return mail.send(admin, link, true) ? told(email, words) : unmailed(link);
  }

  /**
   * The very first admin of an installation that sends no mail: whoever set it up sees its pages
   * before anybody else, and goes straight on.
   */
  private static Answer unmailed(URI link) {
    return Answer.seeOther(link.getPath());
  }

  private static Answer told(EmailAddress email, Words words) {
    return Answer.html(
        200, Told.page(words, words.say("gate.sent"), words.say("gate.sign-up.sent", email)));
  }

  private static Form checked(Form form, Words words) {
    Form checked = form;
    if (form.value("company").isEmpty()) {
      checked = checked.wrong("company", words.say("gate.sign-up.no-company"));
    }
    if (form.value("company").length() > 200) {
      checked = checked.wrong("company", words.say("gate.sign-up.long-company"));
    }
    if (form.value("name").isEmpty() || form.value("name").length() > 200) {
      checked = checked.wrong("name", words.say("gate.sign-up.no-name"));
    }
    try {
      var unused = new EmailAddress(form.value("email"));
    } catch (IllegalArgumentException wrong) {
      checked = noEmail(checked, words);
    }
    if (zone(form).isEmpty()) {
      checked = checked.wrong("zone", words.say("gate.sign-up.no-zone"));
    }
    return checked;
  }

  /** What was typed is told as the type of addresses would have it. */
  static Form noEmail(Form form, Words words) {
    String typed = form.value("email").toLowerCase(Locale.ROOT);
    return form.wrong("email", words.say("gate.no-email", typed));
  }

  private static Optional<ZoneId> zone(Form form) {
    try {
      return Optional.of(ZoneId.of(form.value("zone")))
          .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone.getId()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** A company with an id of its own, made from its name: never that of another company. */
  private Company added(String name, ZoneId zone) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String start = plain.isEmpty() ? "company" : plain.substring(0, Math.min(50, plain.length()));
    var company = new Company(new CompanyId(start), name, zone);
    for (int i = 2; !companies.add(company); i++) {
      company = new Company(new CompanyId(start + "-" + i), name, zone);
    }
    return company;
  }
}
