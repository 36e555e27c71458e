package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.feedback.Comments;
import dev.baton.lead.LeadId;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayAlert;
import dev.baton.outbox.Promise.SayComment;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.rotation.OfferId;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Puts a promise into the words that are written to the CRM. No contact data (domain §5). */
public final class TellingAgents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final RoutingBooks books;
  private final Companies companies;
  private final Comments comments;
  private final OfferLinks links;

  public TellingAgents(
      RoutingBooks books, Companies companies, Comments comments, OfferLinks links) {
    this.books = books;
    this.companies = companies;
    this.comments = comments;
    this.links = links;
  }

  /** Whether the words of a promise were erased, so that there is nothing to say any more. */
  boolean speechless(Owed owed) {
    return owed.promise() instanceof SayComment said
        && comments.find(owed.company(), said.comment()).isEmpty();
  }

  /** The write; empty where the agent has no user in the CRM account. */
  Optional<CrmWrite> write(Owed owed) {
    RoutingBook book = books.current(owed.company());
    ZoneId zone = zoneOf(owed.company());
    return switch (owed.promise()) {
      case TellOffer offer -> owner(owed, offer.agent(), book).map(o -> task(owed, offer, o, zone));
      case CloseOffer close ->
          Optional.of(
              new CloseTask(
                  owed.record(),
                  new OfferId(owed.lead(), close.offer()).key(),
                  owed.taskId(),
                  outcome(owed.company(), close),
                  close.answeredInCrm()));
      case GiveOwner give ->
          owner(owed, give.agent(), book).map(owner -> new SetOwner(owed.record(), owner));
      case SayFeedback said -> Optional.of(new SetFeedback(owed.record(), said.feedback()));
      case SayAlert said ->
          Optional.of(
              new AddComment(
                  owed.record(), key(owed.lead(), said), "Baton", said.at(), said.text()));
      case SayComment said ->
          comments
              .find(owed.company(), said.comment())
              .map(
                  comment ->
                      new AddComment(
                          owed.record(),
                          comment.id().toString(),
                          comment.author(),
                          comment.at(),
                          comment.text()));
    };
  }

  /** The task of a lead that has become somebody's leads him to the others, too (domain §6). */
  private String outcome(CompanyId company, CloseOffer close) {
    String own = close.acceptedBy().map(agent -> links.own(company, agent)).orElse("");
    return own.isEmpty() ? close.outcome() : close.outcome() + ". Manage all my leads: " + own;
  }

  private static String key(LeadId lead, SayAlert said) {
    String named = lead + " " + said.key();
    return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private CrmWrite task(Owed owed, TellOffer told, String owner, ZoneId zone) {
    var offer = new OfferId(owed.lead(), told.offer());
    String by = TIME.withZone(zone).format(told.due());
    return new OfferTask(
        owed.record(),
        offer.key(),
        owner,
        told.due(),
        told.remindAt(),
        (told.shared() ? "A lead for whoever is first: answer by " : "New lead for you: answer by ")
            + by,
        (owed.tags().isEmpty() ? "" : "Tags: " + String.join(", ", owed.tags()) + "\n")
            + (owed.source().isEmpty() ? "" : "Source: " + owed.source() + "\n")
            + (told.price().isEmpty()
                ? ""
                : "Accepting costs " + told.price() + " at most; nothing before you accept.\n")
            + (told.shared()
                ? "Others are asked, too: whoever accepts first has it. Open until "
                : "The lead is yours alone until ")
            + by
            + " ("
            + zone
            + ").",
        links.link(offer, told.agent()));
  }

  private static Optional<String> owner(Owed owed, AgentId agent, RoutingBook book) {
    return book.agent(agent).flatMap(a -> a.in(owed.record().connection())).map(CrmIdentity::owner);
  }

  private ZoneId zoneOf(CompanyId company) {
    return companies.all().stream()
        .filter(c -> c.id().equals(company))
        .map(Company::zone)
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }
}
