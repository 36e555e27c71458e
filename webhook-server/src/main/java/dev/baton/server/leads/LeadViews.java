package dev.baton.server.leads;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.delivery.Deliveries.Wanted;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.feedback.Comment;
import dev.baton.feedback.Comments;
import dev.baton.flow.MindingDeliveries;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.LeadStatus;
import dev.baton.performance.LeadTrack;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.deliveries.DeliveryWords;
import dev.baton.server.leads.LeadView.DeliveryLine;
import dev.baton.server.leads.LeadView.Fact;
import dev.baton.server.leads.LeadView.OfferLine;
import dev.baton.server.leads.LeadView.Piece;
import dev.baton.server.leads.LeadView.Said;
import dev.baton.server.leads.LeadView.Tag;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.ContactLinks;
import dev.baton.server.page.Figures;
import dev.baton.server.page.OfferViews;
import dev.baton.server.why.Explaining;
import dev.baton.server.words.Words;
import dev.baton.tag.TagMatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Turns a lead on file into what admins and editors see of it. */
final class LeadViews {
  private static final int DELIVERIES = 50;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final RoutingBooks books;
  private final Comments comments;
  private final MindingDeliveries deliveries;
  private final Explaining explaining;
  private final InstantSource clock;

  LeadViews(
      RoutingBooks books, Comments comments, MindingDeliveries deliveries, InstantSource clock) {
    this.books = books;
    this.comments = comments;
    this.deliveries = deliveries;
    this.explaining = new Explaining(books);
    this.clock = clock;
  }

  LeadView of(LeadFile file, Company company, Words words) {
    RoutingBook book = books.current(company.id());
    Rotation rotation = file.rotation();
    LeadContent content = file.content();
    DateTimeFormatter when = WHEN.withZone(company.zone());
    LeadStatus status = status(file);
    return new LeadView(
        LeadsPage.LEADS + "/" + file.lead().id(),
        who(file, words),
        file.lead().record().object() + " " + file.lead().record().id(),
        when.format(file.lead().receivedAt()),
        company.zone().getId(),
        StatusNames.of(status, words),
        StatusNames.css(status),
        explaining.in(words).standing(file, company.zone()),
        explaining.in(words).because(file, company.zone()),
        facts(content, rotation.tags(), words),
        texts(content, rotation.tags(), words),
        rotation.tags().stream().map(tag -> new Tag(tag.tag().text(), place(tag, words))).toList(),
        OfferViews.hints(file, new CompanyTime(company.zone(), words), clock.instant()),
        offers(file, book, when, words),
        comments.of(company.id(), file.lead().id()).stream()
            .map(comment -> said(comment, when, words))
            .toList(),
        deliveries(company.id(), file, when, words),
        LeadAct.allFor(rotation),
        rotation.owned());
  }

  private static LeadStatus status(LeadFile file) {
    Iterable<RotationEvent> events = () -> file.history().stream().map(Recorded::event).iterator();
    return LeadStatus.of(LeadTrack.of(file.lead().receivedAt(), events));
  }

  private static String who(LeadFile file, Words words) {
    Contact contact = file.content().contact();
    return Stream.of(contact.name(), contact.email())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElseGet(() -> words.say("lead.nameless", file.lead().record().id()));
  }

  private static String place(TagMatch tag, Words words) {
    return switch (tag.place()) {
      case TagMatch.GIVEN -> words.say("lead.tag.given");
      case TagMatch.SUBJECT -> words.say("lead.tag.subject");
      case TagMatch.BODY -> words.say("lead.tag.body");
      default -> OfferViews.inWords(tag.place());
    };
  }

  private static List<Fact> facts(LeadContent content, List<TagMatch> tags, Words words) {
    Contact contact = content.contact();
    var facts = new ArrayList<Fact>();
    facts.add(plain(words.say("lead.says.name"), contact.name(), ""));
    facts.add(
        plain(words.say("lead.says.phone"), contact.phone(), ContactLinks.call(contact.phone())));
    facts.add(
        plain(words.say("lead.says.email"), contact.email(), ContactLinks.write(contact.email())));
    facts.add(plain(words.say("lead.says.source"), OfferViews.inWords(content.source()), ""));
    content
        .text()
        .fields()
        .forEach(
            (name, value) ->
                facts.add(
                    new Fact(OfferViews.inWords(name), TextPieces.of(value, name, tags), "")));
    facts.removeIf(fact -> fact.pieces().stream().allMatch(piece -> piece.text().isBlank()));
    return facts;
  }

  private static Fact plain(String name, String text, String href) {
    return new Fact(name, List.of(new Piece(text, false)), href);
  }

  private static List<Fact> texts(LeadContent content, List<TagMatch> tags, Words words) {
    return Stream.of(
            new Fact(
                words.say("lead.says.subject"),
                TextPieces.of(content.text().subject(), TagMatch.SUBJECT, tags),
                ""),
            new Fact(
                words.say("lead.says.message"),
                TextPieces.of(content.text().body(), TagMatch.BODY, tags),
                ""))
        .filter(fact -> !fact.pieces().isEmpty())
        .toList();
  }

  /** In order, each with the run it belongs to: a lead may start again. */
  private static List<OfferLine> offers(
      LeadFile file, RoutingBook book, DateTimeFormatter when, Words words) {
    var lines = new ArrayList<OfferLine>();
    Rotation seen = Rotation.NEW;
    int run = 1;
    for (Recorded recorded : file.history()) {
      RotationEvent event = recorded.event();
      boolean again =
          event instanceof RotationEvent.RotationResubmitted
              || event instanceof RotationEvent.LeadReturned;
      if (again) run++;
      seen = seen.after(event);
      while (lines.size() < seen.offers().size()) {
        lines.add(offer(file.rotation().offers().get(lines.size()), run, book, when, words));
      }
    }
    return lines;
  }

  private static OfferLine offer(
      Offer offer, int run, RoutingBook book, DateTimeFormatter when, Words words) {
    return new OfferLine(
        offer.number(),
        run,
        LeadsPage.name(offer.agent(), book),
        StatusNames.of(offer.kind(), words),
        when.format(offer.offeredAt()),
        when.format(offer.expiresAt()),
        StatusNames.of(offer.state(), words),
        offer.state().name().toLowerCase(Locale.ROOT),
        offer.settledAt().map(when::format).orElse(""),
        offer.settledAt().map(at -> took(offer.offeredAt(), at, words)).orElse(""));
  }

  private static String took(Instant from, Instant to, Words words) {
    return Figures.time(Math.max(0, Duration.between(from, to).toSeconds()), words);
  }

  private static Said said(Comment comment, DateTimeFormatter when, Words words) {
    return new Said(
        when.format(comment.at()),
        comment.author(),
        words.say("lead.said.kind." + comment.kind().name()),
        comment.kind() == Comment.Kind.MEMO,
        comment.text());
  }

  /** What came in and went out, in the order of time. */
  private List<DeliveryLine> deliveries(
      CompanyId company, LeadFile file, DateTimeFormatter when, Words words) {
    var what = new DeliveryWords(deliveries, words);
    return Stream.of(Direction.IN, Direction.OUT)
        .flatMap(
            direction ->
                deliveries
                    .latest(company, Wanted.all(direction).about(file.lead().id()), DELIVERIES)
                    .stream())
        .sorted(
            java.util.Comparator.comparing(Delivery::at)
                .thenComparing(Delivery::direction)
                .thenComparing(Delivery::id))
        .map(delivery -> line(delivery, what, when, words))
        .toList();
  }

  private static DeliveryLine line(
      Delivery delivery, DeliveryWords what, DateTimeFormatter when, Words words) {
    boolean out = delivery.direction() == Direction.OUT;
    boolean again =
        switch (delivery.state()) {
          case WAITING -> false;
          case ON_HOLD -> true;
          case DONE, SKIPPED -> !out;
        };
    return new DeliveryLine(
        out ? "out" : "in",
        delivery.id(),
        when.format(delivery.at()),
        what.of(delivery),
        words.say("lead.delivery.state." + delivery.state().name()),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.attempts(),
        delivery.note(),
        again ? words.say(out ? "lead.delivery.again.out" : "lead.delivery.again.in") : "");
  }
}
