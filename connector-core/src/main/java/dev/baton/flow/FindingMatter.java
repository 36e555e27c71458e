package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Comments;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.message.Matter;
import dev.baton.message.Matter.Hints;
import dev.baton.message.Matter.Loss;
import dev.baton.message.Matter.Said;
import dev.baton.message.Matter.Waiting;
import dev.baton.message.Matter.Week;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.MessageQueue;
import dev.baton.message.Recipient;
import dev.baton.message.Tidings.Kind;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.tag.Owing;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a message may say at the moment it is sent, and whether there is still anything to
 * say. Contact details are found for the owner of the lead alone (domain §12).
 */
public final class FindingMatter {
  private final KnowingPeople people;
  private final MessageQueue queue;
  private final Leads leads;
  private final Comments comments;
  private final CountingWeeks weeks;
  private final OfferLinks links;

  public FindingMatter(
      KnowingPeople people,
      MessageQueue queue,
      Leads leads,
      Comments comments,
      CountingWeeks weeks,
      OfferLinks links) {
    this.people = people;
    this.queue = queue;
    this.leads = leads;
    this.comments = comments;
    this.weeks = weeks;
    this.links = links;
  }

  /** What was found. */
  sealed interface Found {
    record Worth(Matter matter) implements Found {}

    record Needless(String why) implements Found {}
  }

  Found find(Message message, Instant now) {
    Optional<Recipient> who = people.recipient(message.company(), message.agent());
    if (who.isEmpty()) return new Found.Needless("the agent has left");
    var finding = new Finding(message, who.get(), now);
    if (message.lead().isPresent()) {
      Optional<LeadFile> file = leads.file(message.company(), message.lead().get());
      if (file.isEmpty()) return new Found.Needless("the lead is not on file any more");
      Optional<String> needless = needless(message, file.get().rotation());
      if (needless.isPresent()) return new Found.Needless(needless.get());
      finding.file = file;
    }
    return finding.found();
  }

  private Optional<String> needless(Message message, Rotation lead) {
    Optional<Offer> offer = lead.offer(message.offer());
    boolean his = message.agent().isPresent() && lead.owner().equals(message.agent());
    return switch (message.kind()) {
      case OFFERED, SHARK_TANK, REMINDER, CATCHALL ->
          offer.filter(o -> o.open() && message.agent().equals(Optional.of(o.agent()))).isPresent()
              ? Optional.empty()
              : Optional.of("the offer has ended");
      case OWNED -> his ? Optional.empty() : Optional.of("the lead is not the agent's any more");
      case COMMENT ->
          his || message.agent().isEmpty()
              ? Optional.empty()
              : Optional.of("the lead is not the agent's any more");
      case LEAD_LOST -> {
        if (his) yield Optional.of("the lead is the agent's");
        boolean unheard =
            message.offer() > 0 && !queue.told(message.lead().orElseThrow(), message.offer());
        yield unheard ? Optional.of("the agent was not told of the offer") : Optional.empty();
      }
      case SLA_MISSED, FEEDBACK_DUE, DIGEST, LETTER, TRIAL -> Optional.empty();
    };
  }

  /** One message on its way to its matter. */
  private final class Finding {
    private final Message message;
    private final Recipient who;
    private final Instant now;
    private Optional<LeadFile> file = Optional.empty();

    Finding(Message message, Recipient who, Instant now) {
      this.message = message;
      this.who = who;
      this.now = now;
    }

    Found found() {
      Optional<Said> said = Optional.empty();
      List<Waiting> waiting = List.of();
      Optional<Week> week = Optional.empty();
      if (message.kind() == Kind.COMMENT) {
        said =
            comments
                .find(message.company(), CommentId.parse(message.about()))
                .map(c -> new Said(c.author(), c.text()));
        if (said.isEmpty()) return new Found.Needless("the comment was erased");
      }
      if (message.kind() == Kind.FEEDBACK_DUE) {
        waiting = waiting();
        if (waiting.isEmpty()) return new Found.Needless("the agent has nothing to say any more");
      }
      if (message.kind() == Kind.DIGEST) {
        week = week();
        if (week.isEmpty()) return new Found.Needless("nothing has happened");
      }
      return new Found.Worth(
          new Matter(
              message.kind(),
              people.company(message.company()).map(Company::name).orElse(""),
              about().map(agent -> people.name(message.company(), agent)).orElse(""),
              message.agent().isPresent(),
              message.overheard(),
              Locale.forLanguageTag(
                  message.agent().isPresent()
                      ? who.settings().language()
                      : who.company().language()),
              who.zone(),
              now,
              hints(),
              link(),
              own(),
              details(),
              message.overheard() ? Optional.empty() : said,
              loss(),
              message.overheard() ? List.of() : waiting,
              week));
    }

    /** Whom it is about; what the admins are told is about the owner. */
    private Optional<AgentId> about() {
      if (message.agent().isPresent()) return message.agent();
      if (message.kind() == Kind.SLA_MISSED) {
        return Optional.of(new AgentId(message.about()));
      }
      return file.flatMap(f -> f.rotation().owner());
    }

    private Hints hints() {
      if (file.isEmpty()) return Hints.NONE;
      Rotation lead = file.get().rotation();
      Optional<Offer> offer = lead.offer(message.offer());
      return new Hints(
          tags(lead),
          file.get().content().source(),
          offer.filter(Offer::open).map(Offer::expiresAt),
          offer.flatMap(Offer::owing).map(Owing::words).orElse(""));
    }

    private static List<String> tags(Rotation lead) {
      return lead.tagNames().stream().map(TagName::text).distinct().toList();
    }

    /** The offer's page, which also shows what became of it; never where others read it. */
    private String link() {
      if (message.overheard() || message.agent().isEmpty() || file.isEmpty()) return "";
      AgentId agent = message.agent().get();
      Optional<Integer> number =
          message.offer() > 0
              ? Optional.of(message.offer())
              : accepted(file.get().rotation(), agent);
      return number.map(n -> links.link(new OfferId(file.get().lead().id(), n), agent)).orElse("");
    }

    /** What lets the agent in to all his leads: to nobody else, and in no copy for others. */
    private String own() {
      boolean copy = message.medium() == Medium.EMAIL && !message.address().equals(who.email());
      if (message.overheard() || copy) return "";
      return message.agent().map(agent -> links.own(message.company(), agent)).orElse("");
    }

    private static Optional<Integer> accepted(Rotation lead, AgentId agent) {
      return lead.offers().stream()
          .filter(o -> o.state() == Offer.State.ACCEPTED && o.agent().equals(agent))
          .reduce((earlier, later) -> later)
          .map(Offer::number);
    }

    /** The one door through which contact data leaves: to the lead's owner, and his alone. */
    private Optional<LeadContent> details() {
      if (message.kind() != Kind.OWNED || message.overheard()) return Optional.empty();
      return file.filter(f -> f.rotation().owner().equals(message.agent())).map(LeadFile::content);
    }

    private Loss loss() {
      return message.kind() == Kind.LEAD_LOST ? Loss.valueOf(message.about()) : Loss.NONE;
    }

    private List<Waiting> waiting() {
      return Arrays.stream(message.about().split(","))
          .map(LeadId::parse)
          .flatMap(lead -> leads.file(message.company(), lead).stream())
          .filter(f -> SpreadingTidings.wantsFeedback(f, message.agent()))
          .map(this::waiting)
          .toList();
    }

    private Waiting waiting(LeadFile lead) {
      AgentId agent = message.agent().orElseThrow();
      return new Waiting(
          tags(lead.rotation()),
          lead.content().source(),
          lead.rotation().ownedAt().orElse(now),
          accepted(lead.rotation(), agent)
              .map(n -> links.link(new OfferId(lead.lead().id(), n), agent))
              .orElse(""));
    }

    private Optional<Week> week() {
      return message
          .agent()
          .flatMap(
              agent ->
                  weeks.before(
                      message.company(),
                      agent,
                      LocalDate.parse(message.about()),
                      people.zoneOf(message.company())));
    }
  }
}
