package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Leads.Link;
import dev.baton.ledger.OfferTokens;
import dev.baton.rotation.Decision;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.Stage;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.security.Nonces;
import dev.baton.server.security.Nonces.Verdict;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The agent's page of one offer. Looking at it changes nothing; acting is a form that was looked at
 * first; what is shown after acting is read afresh, so it is always the truth.
 */
public final class OfferPages {
  private static final int FORM_LIMIT = 4096;

  private final Leads leads;
  private final RotatingLeads rotating;
  private final OfferViews views;
  private final Nonces nonces;
  private final InstantSource clock;

  public OfferPages(
      Leads leads, RotatingLeads rotating, OfferViews views, Nonces nonces, InstantSource clock) {
    this.leads = leads;
    this.rotating = rotating;
    this.views = views;
    this.nonces = nonces;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/o/{token}", Access.OFFER_LINK, q -> show(q, "")),
        act("accept", (link, q) -> rotating.accept(link.offer(), link.agent(), Channel.PAGE)),
        act("decline", (link, q) -> rotating.decline(link.offer(), link.agent(), Channel.PAGE)),
        act(
            "another-chance",
            (link, q) -> rotating.giveAnotherChance(link.offer(), link.agent(), Channel.PAGE)),
        act("assign", this::assign));
  }

  private interface Act {
    Decision act(Link link, Question question);
  }

  private Route act(String what, Act act) {
    return Route.post(
        "/o/{token}/" + what, Access.OFFER_LINK, FORM_LIMIT, question -> act(question, act));
  }

  private Answer show(Question question, String notice) {
    String token = token(question);
    return leads
        .link(OfferTokens.hash(token))
        .flatMap(link -> file(link).map(file -> views.of(file, link, token, notice)))
        .map(view -> Answer.html(200, Pages.offer(view)))
        .orElseGet(OfferPages::unknown);
  }

  private Answer act(Question question, Act act) {
    String token = token(question);
    Optional<Link> link = leads.link(OfferTokens.hash(token));
    if (link.isEmpty()) return unknown();
    requireSameOrigin(question);
    String nonce = question.form().getOrDefault("nonce", "");
    Verdict verdict = nonces.check(token, nonce, clock.instant());
    return switch (verdict) {
      case GOOD -> {
        act.act(link.get(), question);
        yield Answer.seeOther("/o/" + token);
      }
      case TOO_QUICK -> show(question, "That was very quick. Please press once more.");
      case TOO_OLD -> show(question, "This page was open for long. Please press once more.");
      case FORGED -> show(question, "Please press once more.");
    };
  }

  /** A form of another site is not a press of ours, whatever it holds. */
  private static void requireSameOrigin(Question question) {
    String site = question.header().apply("Sec-Fetch-Site").orElse("same-origin");
    if (!site.equals("same-origin") && !site.equals("none")) {
      throw new Problem(403, "Not from here", "Open the page itself and press there.");
    }
  }

  /** Only a catchall whose time it is may give the lead to somebody. */
  private Decision assign(Link link, Question question) {
    LeadFile file = file(link).orElseThrow();
    boolean mayAssign =
        views.isOpenCatchall(file, link)
            && (file.rotation().stage() == Stage.CATCHALL
                || file.rotation().stage() == Stage.DELINQUENT
                || file.rotation().stage() == Stage.OFFERED);
    if (!mayAssign) throw new Problem(409, "Too late", "This lead cannot be assigned any more.");
    AgentId agent;
    try {
      agent = new AgentId(question.form().getOrDefault("agent", ""));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.badRequest("Choose somebody from the list.");
    }
    return rotating.assign(link.offer().lead(), agent, "catchall " + link.agent());
  }

  private Optional<LeadFile> file(Link link) {
    return leads.file(link.company(), link.offer().lead());
  }

  private static String token(Question question) {
    return question.path().getOrDefault("token", "");
  }

  /** The same for a link that never was and one that is mistyped. */
  private static Answer unknown() {
    return Answer.html(404, Pages.notFound());
  }
}
