package dev.baton.server.page;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.Summary;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Offer;
import dev.baton.rotation.PriceOfAcceptance;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.page.OfferDoor.Opened;
import dev.baton.server.page.OfferView.Deadline;
import dev.baton.server.page.OfferView.Details;
import dev.baton.server.page.OfferView.Fact;
import dev.baton.server.page.OfferView.Form;
import dev.baton.server.page.OfferView.Hints;
import dev.baton.server.page.OfferView.Person;
import dev.baton.server.page.OfferView.Queue;
import dev.baton.server.page.OfferView.Retagging;
import dev.baton.server.page.OfferView.State;
import dev.baton.server.security.Nonces;
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import dev.baton.tag.Owing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a lead on file into what one agent may see of it. */
public final class OfferViews {
  private final Companies companies;
  private final RoutingBooks books;
  private final Readers readers;
  private final Nonces nonces;

  public OfferViews(Companies companies, RoutingBooks books, Readers readers, Nonces nonces) {
    this.companies = companies;
    this.books = books;
    this.readers = readers;
    this.nonces = nonces;
  }

  OfferView of(Opened opened, Optional<Notice> notice, Instant now) {
    return of(opened, notice, TypedTags.carried(opened.file()), now);
  }

  /** What a catchall has typed, with what is wrong with it. */
  OfferView of(Opened opened, Optional<Notice> notice, String tags, Instant now) {
    Company company =
        companies.all().stream()
            .filter(c -> c.id().equals(opened.link().company()))
            .findFirst()
            .orElseThrow();
    RoutingBook book = books.current(company.id());
    Rotation lead = opened.lead();
    LeadContent content = opened.file().content();
    State state = OfferStates.of(opened, now);
    Words words = readers.of(company.id(), opened.agent());
    var time = new CompanyTime(company.zone(), words);
    return new OfferView(
        words,
        state,
        company.name(),
        name(opened.agent(), book),
        new Form(opened.address(), nonces.make(opened.token(), now)),
        hints(opened.file(), time, now),
        deadline(opened.offer(), time, now),
        queue(lead, opened.agent()),
        lead.owner().map(owner -> name(owner, book)).orElse(""),
        notice.filter(n -> state.asks()).map(n -> n.in(words)).orElse(""),
        state == State.YOURS ? details(content, words) : Details.HIDDEN,
        state == State.CATCHALL ? people(book, lead, opened.agent()) : List.of(),
        state == State.CATCHALL ? retagging(tags, opened.file(), book, words) : Retagging.NONE,
        price(lead, opened.offer(), book, now));
  }

  /** What a catchall typed for a lead that is to start again. */
  TypedTags typed(Opened opened, String tags) {
    return TypedTags.of(tags, opened.file(), books.current(opened.link().company()));
  }

  private static Retagging retagging(String typed, LeadFile lead, RoutingBook book, Words words) {
    List<String> unknown = TypedTags.of(typed, lead, book).unknown();
    return new Retagging(
        typed,
        unknown.isEmpty() ? "" : words.say("offer.resubmit.unknown", String.join(", ", unknown)));
  }

  /** What an agent may know of a lead before he has accepted it. */
  public static Hints hints(LeadFile file, CompanyTime time, Instant now) {
    return new Hints(
        file.rotation().tags().stream().map(match -> match.tag().toString()).distinct().toList(),
        inWords(file.content().source()),
        time.tell(file.lead().receivedAt(), now),
        file.summary().map(Summary::text).orElse(""));
  }

  private static String price(Rotation lead, Offer offer, RoutingBook book, Instant now) {
    Optional<Owing> owing =
        switch (offer.state()) {
          case OPEN -> PriceOfAcceptance.owed(lead, offer, book, now);
          case ACCEPTED -> offer.owing();
          case DECLINED, TIMED_OUT, WITHDRAWN -> Optional.empty();
        };
    return owing.map(Owing::words).orElse("");
  }

  /** When an offer ends, by the company's clock. */
  public static Deadline deadline(Offer offer, CompanyTime time, Instant now) {
    long left = Duration.between(now, offer.expiresAt()).plusMillis(999).toSeconds();
    return new Deadline(time.tell(offer.expiresAt(), now), time.zoneName(), Math.max(0, left));
  }

  private static Queue queue(Rotation lead, AgentId agent) {
    int place = lead.chances().indexOf(agent);
    return new Queue(lead.held().isPresent(), place < 0 ? lead.chances().size() : place);
  }

  /** The full details: for the lead's owner alone. */
  public static Details details(LeadContent content, Words words) {
    Contact contact = content.contact();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(words.say("offer.details.name"), contact.name(), ""));
    facts.add(
        new Fact(
            words.say("offer.details.phone"), contact.phone(), ContactLinks.call(contact.phone())));
    facts.add(
        new Fact(
            words.say("offer.details.email"),
            contact.email(),
            ContactLinks.write(contact.email())));
    content.text().fields().forEach((name, value) -> facts.add(new Fact(inWords(name), value, "")));
    facts.removeIf(fact -> fact.value().isBlank());
    List<String> texts =
        Stream.of(content.text().subject(), content.text().body())
            .filter(text -> !text.isBlank())
            .toList();
    return new Details(facts, texts);
  }

  /** {@code DIRECT_TRAFFIC} and {@code direct_traffic} as people write them: Direct traffic. */
  public static String inWords(String crmName) {
    String words = crmName.replace('_', ' ').strip();
    if (words.isEmpty()) return "";
    String rest = words.substring(1);
    boolean shouted = words.equals(words.toUpperCase(Locale.ROOT));
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + (shouted ? rest.toLowerCase(Locale.ROOT) : rest);
  }

  private static List<Person> people(RoutingBook book, Rotation lead, AgentId catchall) {
    return book.agents().stream()
        .filter(agent -> agent.active() && !agent.id().equals(catchall))
        .filter(agent -> !lead.declined().contains(agent.id()))
        .map(agent -> new Person(agent.id().value(), agent.name()))
        .toList();
  }

  private static String name(AgentId agent, RoutingBook book) {
    return Optional.of(agent).flatMap(book::agent).map(Agent::name).orElse(agent.value());
  }
}
