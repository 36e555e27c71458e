package dev.baton.server.page;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads.Link;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.page.OfferView.Fact;
import dev.baton.server.page.OfferView.Person;
import dev.baton.server.page.OfferView.State;
import dev.baton.server.security.Nonces;
import dev.baton.tag.TagMatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a lead on file into what one agent may see of it. */
public final class OfferViews {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final Companies companies;
  private final RoutingBooks books;
  private final Nonces nonces;
  private final InstantSource clock;

  public OfferViews(Companies companies, RoutingBooks books, Nonces nonces, InstantSource clock) {
    this.companies = companies;
    this.books = books;
    this.nonces = nonces;
    this.clock = clock;
  }

  OfferView of(LeadFile file, Link link, String token, String notice) {
    Instant now = clock.instant();
    Company company =
        companies.all().stream()
            .filter(c -> c.id().equals(link.company()))
            .findFirst()
            .orElseThrow();
    RoutingBook book = books.current(link.company());
    Offer offer = file.rotation().offer(link.offer().number()).orElseThrow();
    State state = state(file.rotation(), offer, now);
    boolean yours = state == State.YOURS;
    return new OfferView(
        state,
        company.name(),
        name(link.agent(), book),
        "/o/" + token,
        nonces.make(token, now),
        file.rotation().tags().stream().map(TagMatch::tag).map(Object::toString).toList(),
        file.content().source(),
        DAY_AND_CLOCK.withZone(company.zone()).format(file.lead().receivedAt()),
        deadline(offer, company.zone(), now),
        company.zone().getId(),
        Math.max(0, Duration.between(now, offer.expiresAt()).plusMillis(999).toSeconds()),
        file.rotation().owner().map(owner -> name(owner, book)).orElse(""),
        notice,
        yours ? facts(file.content()) : List.of(),
        yours ? lines(file.content()) : List.of(),
        state == State.CATCHALL ? people(book, file.rotation()) : List.of());
  }

  boolean isOpenCatchall(LeadFile file, Link link) {
    Offer offer = file.rotation().offer(link.offer().number()).orElseThrow();
    return offer.open() && !offer.kind().exclusive();
  }

  /** Where the offer stands for its agent now; the server's clock decides. */
  private static State state(Rotation lead, Offer offer, Instant now) {
    AgentId agent = offer.agent();
    if (lead.owner().filter(agent::equals).isPresent()) return State.YOURS;
    if (lead.owned()) return State.TAKEN;
    if (lead.ended().isPresent()) return State.GONE;
    if (lead.declined().contains(agent)) return State.DECLINED;
    if (offer.open() && !offer.kind().exclusive()) return State.CATCHALL;
    if (offer.open() && !offer.expired(now)) return State.OPEN;
    if (lead.chances().contains(agent)) return State.WAITING;
    boolean missed = offer.open() || offer.state() == Offer.State.TIMED_OUT;
    boolean spent = lead.spentChances().contains(offer.number());
    return missed && !spent ? State.MISSED : State.WITHDRAWN;
  }

  private static String deadline(Offer offer, ZoneId zone, Instant now) {
    boolean today = Duration.between(now, offer.expiresAt()).abs().toHours() < 20;
    return (today ? CLOCK : DAY_AND_CLOCK).withZone(zone).format(offer.expiresAt());
  }

  private static List<Fact> facts(LeadContent content) {
    Contact contact = content.contact();
    var facts = new ArrayList<Fact>();
    add(facts, "Name", contact.name(), "");
    add(facts, "Phone", contact.phone(), "tel:" + contact.phone().replaceAll("[^+0-9]", ""));
    add(facts, "E-mail", contact.email(), "mailto:" + contact.email());
    content.text().fields().forEach((name, value) -> add(facts, name, value, ""));
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value, String href) {
    if (!value.isBlank()) facts.add(new Fact(name, value, href));
  }

  private static List<String> lines(LeadContent content) {
    var lines = new ArrayList<String>();
    if (!content.text().subject().isBlank()) lines.add(content.text().subject());
    if (!content.text().body().isBlank()) lines.add(content.text().body());
    return lines;
  }

  private static List<Person> people(RoutingBook book, Rotation lead) {
    return book.agents().stream()
        .filter(a -> a.active() && !lead.declined().contains(a.id()))
        .map(a -> new Person(a.id().value(), a.name()))
        .toList();
  }

  private static String name(AgentId agent, RoutingBook book) {
    return Optional.of(agent).flatMap(book::agent).map(Agent::name).orElse(agent.value());
  }
}
