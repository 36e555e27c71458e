package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.company.TokenHash;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Leads.Link;
import dev.baton.ledger.OfferTokens;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the token of a link opens: one offer of one agent, and the lead as it stands now. */
final class OfferDoor {
  private final Leads leads;
  private final OfferTokens tokens;

  OfferDoor(Leads leads, OfferTokens tokens) {
    this.leads = leads;
    this.tokens = tokens;
  }

  /** An opened link. */
  record Opened(String token, Link link, LeadFile file) {
    Offer offer() {
      return file.rotation().offer(link.offer().number()).orElseThrow();
    }

    Rotation lead() {
      return file.rotation();
    }

    AgentId agent() {
      return link.agent();
    }

    /** The address of the page. */
    String address() {
      return "/o/" + token;
    }
  }

  Optional<Opened> open(String token) {
    return leads
        .link(TokenHash.of(token))
        .flatMap(
            link ->
                leads
                    .file(link.company(), link.offer().lead())
                    .map(file -> new Opened(token, link, file)));
  }

  /**
   * Where the same agent's offer that counts by now is shown, if it is another one: an agent who
   * got another chance, and opens the older task, is led to what can be pressed.
   */
  Optional<String> laterAddress(Opened opened, Instant now) {
    int number = current(opened, now).number();
    if (number == opened.offer().number()) return Optional.empty();
    var offer = new OfferId(opened.link().offer().lead(), number);
    return Optional.of("/o/" + tokens.token(offer, opened.agent()));
  }

  private static Offer current(Opened opened, Instant now) {
    List<Offer> theirs =
        opened.lead().offers().reversed().stream()
            .filter(offer -> offer.agent().equals(opened.agent()))
            .toList();
    return theirs.stream()
        .filter(offer -> offer.open() && !(offer.kind().exclusive() && offer.expired(now)))
        .findFirst()
        .orElse(theirs.getFirst());
  }
}
