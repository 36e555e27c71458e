package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.company.CompanyId;
import dev.baton.company.CrmConnection;
import dev.baton.flow.AskingConsent;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CrmNames;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Connects one more CRM account: by consent in the browser, or with a token. */
public final class NewConnectionPage {
  static final String NEW = "/connections/new";
  private static final List<String> OF_HUBSPOT = List.of("contacts", "leads", "tickets", "deals");
  private static final List<String> OF_SALESFORCE = List.of("Lead", "Case", "Opportunity");

  private static final Pattern MY_DOMAIN =
      Pattern.compile("https://([a-z0-9][a-z0-9-]*\\.)+my\\.salesforce\\.(com|mil)");

  private final ConnectedAccounts accounts;
  private final CrmsOnOffer offer;
  private final AskingConsent asking;
  private final Acts acts;
  private final Shells shells;

  public NewConnectionPage(
      ConnectedAccounts accounts,
      CrmsOnOffer offer,
      AskingConsent asking,
      Acts acts,
      Shells shells) {
    this.accounts = accounts;
    this.offer = offer;
    this.asking = asking;
    this.acts = acts;
    this.shells = shells;
  }

  /**
   * What can be connected.
   *
   * @param hubspotToken whether HubSpot is connected with a token instead of by consent
   */
  public record Ways(boolean hubspot, boolean hubspotToken, boolean salesforce) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    int limit = ConnectionsPage.FORM_LIMIT;
    return List.of(
        Route.get(NEW, access, asked -> page(200, asked, Form.EMPTY)),
        Route.post(NEW, access, limit, this::connect),
        Route.post("/connections/{id}/consent", access, limit, this::ask));
  }

  private Answer page(int status, Question asked, Form form) {
    Shell shell = shells.around(asked.requiredVisitor(), ConnectionsPage.CONNECTIONS);
    return Answer.html(
        status,
        Templates.render(
            "setup/newConnection.jte",
            Map.of(
                "shell",
                shell,
                "form",
                form.without("token"),
                "ways",
                ways(),
                "ofHubSpot",
                named(OF_HUBSPOT, shell.words()),
                "ofSalesforce",
                named(OF_SALESFORCE, shell.words()))));
  }

  private static Map<String, String> named(List<String> objects, Words words) {
    var named = new LinkedHashMap<String, String>();
    objects.forEach(each -> named.put(each, words.say("connection.new.object." + each)));
    return named;
  }

  private Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  private Ways ways() {
    return new Ways(
        offer.byConsent("hubspot"), offer.byToken("hubspot"), offer.byConsent("salesforce"));
  }

  private Answer connect(Question asked) {
    Form form = Form.of(asked.form());
    return switch (form.value("crm")) {
      case "salesforce" -> salesforce(asked, form);
      case "hubspot" -> offer.byConsent("hubspot") ? hubspot(asked, form) : byToken(asked, form);
      default -> page(400, asked, form.wrong("crm", words(asked).say("connection.new.crm.choose")));
    };
  }

  private Answer salesforce(Question asked, Form form) {
    Words words = words(asked);
    Form checked = form;
    String domain = form.value("domain").toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    if (!domain.isEmpty() && !domain.contains("://")) domain = "https://" + domain;
    // Baton sends its app's secret there: an operator may name other hosts in a file, a page not.
    if (!MY_DOMAIN.matcher(domain).matches()) {
      checked = checked.wrong("domain", words.say("connection.new.domain.where"));
    }
    if (!OF_SALESFORCE.contains(form.value("salesforce-object"))) {
      checked = checked.wrong("salesforce-object", words.say("connection.new.object.choose"));
    }
    if (!checked.good()) return page(400, asked, checked);
    var settings = new HashMap<String, String>();
    settings.put("my-domain", domain);
    settings.put("sign-in", "consent");
    settings.put("object", form.value("salesforce-object"));
    return begin(asked, checked, "domain", settings);
  }

  private Answer hubspot(Question asked, Form form) {
    if (!OF_HUBSPOT.contains(form.value("hubspot-object"))) {
      String choose = words(asked).say("connection.new.object.choose");
      return page(400, asked, form.wrong("hubspot-object", choose));
    }
    return begin(asked, form, "hubspot-object", Map.of("object", form.value("hubspot-object")));
  }

  private Answer begin(Question asked, Form form, String field, Map<String, String> settings) {
    Visitor visitor = asked.requiredVisitor();
    CrmConnection planned = accounts.planned(visitor.company(), form.value("crm"), settings);
    Optional<String> objection = offer.objection(planned);
    if (objection.isPresent()) return page(400, asked, form.wrong(field, objection.get()));
    accounts.keep(planned);
    acts.note(visitor, "connection begun", planned.id().value(), CrmNames.of(planned.crm()));
    return leaving(asked, planned);
  }

  private Answer byToken(Question asked, Form form) {
    Visitor visitor = asked.requiredVisitor();
    Words words = words(asked);
    Form checked = form;
    String portal = form.value("portal");
    String token = form.value("token");
    if (!portal.matches("\\d{1,20}")) {
      checked = checked.wrong("portal", words.say("connection.new.portal.number"));
    } else if (accounts.isConnected("hubspot", portal)) {
      checked = checked.wrong("portal", words.say("connection.new.portal.connected"));
    }
    if (token.length() < 20 || token.length() > 500 || !token.matches("[\\x21-\\x7e]+")) {
      checked = checked.wrong("token", words.say("connection.new.token.whole"));
    }
    if (!OF_HUBSPOT.contains(form.value("hubspot-object"))) {
      checked = checked.wrong("hubspot-object", words.say("connection.new.object.choose"));
    }
    if (!checked.good()) return page(400, asked, checked);
    CompanyId company = visitor.company();
    var connection =
        new CrmConnection(
            accounts.freeId(company, "hubspot"),
            company,
            "hubspot",
            portal,
            Map.of("object", form.value("hubspot-object")));
    accounts.keep(connection);
    offer.keepToken(connection, token);
    acts.note(visitor, "connection added", connection.id().value(), "HubSpot, with a token");
    return Answer.seeOther("/connections/" + connection.id() + "?done=added");
  }

  private Answer ask(Question asked) {
    return leaving(asked, accounts.required(asked));
  }

  /**
   * The way to the CRM is a link and no redirect: what a form may lead to is this site alone, and
   * CRMs send people on among sites of theirs.
   */
  private Answer leaving(Question asked, CrmConnection connection) {
    Visitor visitor = asked.requiredVisitor();
    URI page =
        asking
            .begin(connection.id())
            .orElseThrow(
                () ->
                    new Problem(
                        409,
                        "Nobody is to be asked",
                        "Baton comes into this account by what its settings give: its app's own"
                            + " credentials, or a token."));
    acts.note(visitor, "consent asked for", connection.id().value(), "");
    return Answer.html(
        200,
        Templates.render(
            "setup/leaving.jte",
            Map.of(
                "shell",
                shells.around(visitor, ConnectionsPage.CONNECTIONS),
                "crm",
                CrmNames.of(connection.crm()),
                "page",
                page.toString(),
                "back",
                "/connections/" + connection.id())));
  }
}
