package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.Leads;
import dev.baton.ledger.OfferTokens;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.OfferDoor.Opened;
import dev.baton.server.page.OfferView.State;
import dev.baton.server.security.Nonces;
import dev.baton.server.words.Readers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The agent's page of one offer. Looking at it changes nothing; acting is a form that was looked at
 * first. Whatever was pressed, the browser is sent back to look again: what it shows is always the
 * truth, and loading it once more never presses anything.
 */
public final class OfferPages {
  private static final int FORM_LIMIT = 4096;
  private static final String NOTICE = "notice";
  private static final Set<Why> WRONG_PERSON = Set.of(Why.UNKNOWN_AGENT, Why.DECLINED_BEFORE);

  private final OfferDoor door;
  private final RotatingLeads rotating;
  private final OfferViews views;
  private final Nonces nonces;
  private final InstantSource clock;

  public OfferPages(
      Leads leads,
      OfferTokens tokens,
      RotatingLeads rotating,
      OfferViews views,
      Nonces nonces,
      InstantSource clock) {
    this.door = new OfferDoor(leads, tokens);
    this.rotating = rotating;
    this.views = views;
    this.nonces = nonces;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/o/{token}", Access.OFFER_LINK, this::show),
        act("accept", (opened, q) -> rotating.accept(offer(opened), opened.agent(), Channel.PAGE)),
        act(
            "decline",
            (opened, q) -> rotating.decline(offer(opened), opened.agent(), Channel.PAGE)),
        act(
            "another-chance",
            (opened, q) -> rotating.giveAnotherChance(offer(opened), opened.agent(), Channel.PAGE)),
        act("assign", this::assign),
        Route.post("/o/{token}/resubmit", Access.OFFER_LINK, FORM_LIMIT, this::resubmit));
  }

  private interface Act {
    Decision act(Opened opened, Question question);
  }

  private Route act(String what, Act act) {
    return Route.post(
        "/o/{token}/" + what, Access.OFFER_LINK, FORM_LIMIT, question -> act(question, act));
  }

  private Answer show(Question question) {
    Optional<Opened> opened = door.open(token(question));
    if (opened.isEmpty()) return unknown(question);
    Instant now = clock.instant();
    return door.laterAddress(opened.get(), now)
        .map(Answer::seeOther)
        .orElseGet(
            () -> {
              String key = question.query().getOrDefault(NOTICE, "");
              OfferView view = views.of(opened.get(), Notice.of(key), now);
              return Answer.html(200, Pages.offer(view));
            });
  }

  /** Tags that are none are told first, and stay as they were typed. */
  private Answer resubmit(Question question) {
    Optional<Opened> opened = door.open(token(question));
    String typed = question.form().getOrDefault("tags", "");
    if (opened.isPresent() && !question.fromElsewhere()) {
      OfferView view = views.of(opened.get(), Optional.empty(), typed, clock.instant());
      if (!view.retagging().unknown().isEmpty()) return Answer.html(400, Pages.offer(view));
    }
    return act(question, this::resubmitted);
  }

  /**
   * Only a catchall whose time it is may do it, and nothing that has happened meanwhile is undone.
   */
  private Decision resubmitted(Opened opened, Question question) {
    if (OfferStates.of(opened, clock.instant()) != State.CATCHALL) {
      return new Refused(Refusal.of(Why.NOT_YOURS));
    }
    TypedTags tags = views.typed(opened, question.form().getOrDefault("tags", ""));
    return rotating.carryOutAsSeen(
        offer(opened).lead(),
        opened.lead().version(),
        tags.resubmit(OfferStates.signature(opened.agent())));
  }

  private Answer act(Question question, Act act) {
    String token = token(question);
    Optional<Opened> found = door.open(token);
    if (found.isEmpty()) return unknown(question);
    Opened opened = found.get();
    Instant now = clock.instant();
    if (question.fromElsewhere()) {
      return Answer.html(403, Pages.offer(views.of(opened, Optional.of(Notice.ONCE_MORE), now)));
    }
    String nonce = question.form().getOrDefault("nonce", "");
    Optional<Notice> notice =
        switch (nonces.check(token, nonce, now)) {
          case GOOD -> notice(act.act(opened, question));
          case TOO_QUICK -> Optional.of(Notice.TOO_QUICK);
          case TOO_OLD -> Optional.of(Notice.TOO_OLD);
          case FORGED -> Optional.of(Notice.ONCE_MORE);
        };
    String words = notice.map(n -> "?" + NOTICE + "=" + n.key()).orElse("");
    return Answer.seeOther(opened.address() + words);
  }

  /** Whether it happened or was refused, the page tells the truth; this is what it cannot tell. */
  private static Optional<Notice> notice(Decision decision) {
    return decision instanceof Refused refused && WRONG_PERSON.contains(refused.refusal().why())
        ? Optional.of(Notice.NOT_THEM)
        : Optional.empty();
  }

  /** Only a catchall whose time it is may give the lead to somebody. */
  private Decision assign(Opened opened, Question question) {
    if (OfferStates.of(opened, clock.instant()) != State.CATCHALL) {
      return new Refused(Refusal.of(Why.NOT_YOURS));
    }
    AgentId to;
    try {
      to = new AgentId(question.form().getOrDefault("agent", ""));
    } catch (IllegalArgumentException notAnId) {
      return new Refused(Refusal.of(Why.UNKNOWN_AGENT));
    }
    return rotating.assign(offer(opened).lead(), to, OfferStates.signature(opened.agent()));
  }

  private static OfferId offer(Opened opened) {
    return opened.link().offer();
  }

  private static String token(Question question) {
    return question.path().getOrDefault("token", "");
  }

  /** The same for a link that never was and one that is mistyped. */
  private static Answer unknown(Question question) {
    return Answer.html(404, Pages.notFound(Readers.ofStranger(question)));
  }
}
