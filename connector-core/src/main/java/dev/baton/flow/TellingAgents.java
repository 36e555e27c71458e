package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.rotation.OfferId;
import dev.baton.routing.RoutingBook;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Puts a promise into the words that are written to the CRM. No contact data (domain §5). */
final class TellingAgents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final OfferLinks links;

  TellingAgents(OfferLinks links) {
    this.links = links;
  }

  /** The write; empty where the agent has no user in the CRM account. */
  Optional<CrmWrite> write(Owed owed, RoutingBook book, ZoneId zone) {
    return switch (owed.promise()) {
      case TellOffer offer -> owner(owed, offer.agent(), book).map(o -> task(owed, offer, o, zone));
      case CloseOffer close ->
          Optional.of(
              new CloseTask(
                  owed.record(),
                  new OfferId(owed.lead(), close.offer()).key(),
                  owed.taskId(),
                  close.outcome(),
                  close.answeredInCrm()));
      case GiveOwner give ->
          owner(owed, give.agent(), book).map(owner -> new SetOwner(owed.record(), owner));
    };
  }

  private CrmWrite task(Owed owed, TellOffer told, String owner, ZoneId zone) {
    var offer = new OfferId(owed.lead(), told.offer());
    String by = TIME.withZone(zone).format(told.due());
    return new OfferTask(
        owed.record(),
        offer.key(),
        owner,
        told.due(),
        "New lead for you: answer by " + by,
        (owed.tags().isEmpty() ? "" : "Tags: " + String.join(", ", owed.tags()) + "\n")
            + (owed.source().isEmpty() ? "" : "Source: " + owed.source() + "\n")
            + "The lead is yours alone until "
            + by
            + " ("
            + zone
            + ").",
        links.link(offer, told.agent()));
  }

  private static Optional<String> owner(Owed owed, AgentId agent, RoutingBook book) {
    return book.agent(agent).flatMap(a -> a.in(owed.record().connection())).map(CrmIdentity::owner);
  }
}
