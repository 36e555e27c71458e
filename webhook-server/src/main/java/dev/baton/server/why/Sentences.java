package dev.baton.server.why;

import dev.baton.agent.AgentId;
import dev.baton.feedback.DealStatus;
import dev.baton.rotation.Contest;
import dev.baton.rotation.Hold;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadFollows;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.LeadQuarantined;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.LeadStandsAlone;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.server.words.Words;
import dev.baton.tag.TagMatch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened to a lead, a sentence each, with names and the company's clock. */
final class Sentences {
  private final Function<AgentId, String> names;
  private final Words words;
  private final DateTimeFormatter clock;

  Sentences(Function<AgentId, String> names, ZoneId zone, Words words) {
    this.names = names;
    this.words = words;
    this.clock = DateTimeFormatter.ofPattern(words.say("why.time"), words.locale()).withZone(zone);
  }

  String of(RotationEvent event) {
    return switch (event) {
      case RotationBegun e -> words.say("why.event.begun", tags(e.traits().tags()));
      case LeadQuarantined e -> words.say("why.event.quarantined", e.rule());
      case LeadRestored e -> words.say("why.event.restored", e.by());
      case LeadHeld e -> held(e);
      case LeadReleased e ->
          e.by().isEmpty()
              ? words.say("why.event.released")
              : words.say("why.event.released.by", e.by());
      case LeadFollows unused -> words.say("why.event.follows");
      case LeadStandsAlone unused -> words.say("why.event.alone");
      case LeadCoalesced e -> words.say("why.event.coalesced", name(e.agent()));
      case LeadOffered e ->
          words.say("why.event.offered" + chance(e.kind()), name(e.agent()), at(e.expiresAt()))
              + Sums.asked(e.owing(), words);
      case OfferAccepted e ->
          words.say(
                  e.by() == Channel.AT_ONCE
                      ? "why.event.accepted.at-once"
                      : "why.event.accepted" + by(e.by()),
                  name(e.agent()))
              + Sums.owed(e.owing(), words);
      case OfferDeclined e -> words.say("why.event.declined" + by(e.by()), name(e.agent()));
      case OfferTimedOut e -> words.say("why.event.timed-out", name(e.agent()));
      case OfferWithdrawn e -> words.say("why.event.withdrawn." + e.why().name(), name(e.agent()));
      case AnotherChanceAsked e -> words.say("why.event.chance", name(e.agent()));
      case SharkTankOpened e -> words.say("why.event.shark-tank", list(e.agents()), at(e.until()));
      case SharkTankReminded unused -> words.say("why.event.reminded");
      case CatchallTold e -> words.say("why.event.catchall", list(e.agents()), at(e.until()));
      case LeadBecameDelinquent unused -> words.say("why.event.delinquent");
      case LeadAssigned e -> words.say("why.event.assigned", e.by(), name(e.agent()));
      case OwnerChangedInCrm e ->
          e.agent()
              .map(agent -> words.say("why.event.owner", name(agent)))
              .orElseGet(() -> words.say("why.event.owner.nobody"));
      case LeadContested e -> words.say("why.event.contested", e.changes());
      case RotationResubmitted e ->
          words.say("why.event.resubmitted", e.by(), tags(e.traits().tags()));
      case LeadReturned e -> returned(e);
      case FeedbackGiven e -> feedback(e);
      case CommentAdded e -> words.say("why.event.comment", who(e.agent(), e.by()));
      case CareExpected e ->
          words.say(
              "why.event.care",
              e.expectations().stream()
                  .map(x -> words.say("why.care." + x.sla().goal().name(), at(x.due())))
                  .collect(Collectors.joining(", ")));
      case SlaMissed e ->
          words.say("why.event.missed." + e.expectation().sla().goal().name(), name(e.agent()))
              + (e.contested() ? " " + words.say("why.event.missed.contested") : "");
      case RotationEnded e ->
          switch (e.reason()) {
            case RECORD_GONE -> words.say("why.event.gone");
            case RECORD_MERGED -> words.say("why.event.merged");
            case PERSON_ERASED -> words.say("why.event.erased");
          };
    };
  }

  /** Where the lead stands, in a sentence. */
  String standing(Rotation lead) {
    String said = "why.standing." + lead.stage().name();
    return switch (lead.stage()) {
      case NEW, QUARANTINED, HELD, FOLLOWING, SHARK_TANK, CATCHALL, DELINQUENT, ENDED ->
          words.say(said);
      case OFFERED ->
          lead.held().map(o -> words.say(said, name(o.agent()), at(o.expiresAt()))).orElse("");
      case OWNED ->
          lead.owner()
                  .map(o -> words.say(said, name(o)))
                  .orElseGet(() -> words.say(said + ".unknown"))
              + contested(lead.contest());
    };
  }

  private String contested(Contest contest) {
    return contest.until().map(u -> " " + words.say("why.standing.contested", at(u))).orElse("");
  }

  private String held(LeadHeld event) {
    return event.why() == Hold.Why.MANUAL_INTERCEPT
        ? words.say("why.event.held.intercept")
        : event
            .until()
            .map(u -> words.say("why.event.held.until", at(u)))
            .orElseGet(() -> words.say("why.event.held"));
  }

  private String returned(LeadReturned event) {
    Optional<String> owner = event.owner().map(this::name);
    return event.by().isEmpty()
        ? owner
            .map(o -> words.say("why.event.returned", o))
            .orElseGet(() -> words.say("why.event.returned.owner"))
        : owner
            .map(o -> words.say("why.event.taken", event.by(), o))
            .orElseGet(() -> words.say("why.event.taken.owner", event.by()));
  }

  private String feedback(FeedbackGiven event) {
    String who = who(event.agent(), event.by());
    String contact = words.say("why.contact." + event.progress().contact().name());
    DealStatus deal = event.progress().deal();
    return deal == DealStatus.NONE
        ? words.say("why.event.feedback", who, contact)
        : words.say("why.event.feedback.deal", who, contact, words.say("why.deal." + deal.name()));
  }

  private String who(Optional<AgentId> agent, String by) {
    return agent.map(this::name).orElseGet(() -> by.isEmpty() ? words.say("why.somebody") : by);
  }

  private static String chance(Offer.Kind kind) {
    return kind == Offer.Kind.ANOTHER_CHANCE ? ".chance" : "";
  }

  private static String by(Channel channel) {
    return channel == Channel.CRM ? ".crm" : "";
  }

  private String tags(List<TagMatch> tags) {
    if (tags.isEmpty()) return words.say("why.tags.none");
    return words.say(
        "why.tags",
        tags.stream()
            .map(
                t ->
                    t.place().equals(TagMatch.GIVEN)
                        ? words.say("why.tags.given", t.tag().toString())
                        : t.tag() + " " + where(t, words))
            .collect(Collectors.joining(", ")));
  }

  /** Where a tag was found, after its name. */
  static String where(TagMatch tag, Words words) {
    return switch (tag.place()) {
      case TagMatch.SUBJECT, TagMatch.BODY, TagMatch.GIVEN -> words.say("why.where." + tag.place());
      default -> words.say("why.where.field", tag.place());
    };
  }

  private String list(List<AgentId> agents) {
    return agents.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(AgentId agent) {
    return names.apply(agent);
  }

  private String at(Instant instant) {
    return clock.format(instant);
  }
}
