package dev.baton.server.why;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.feedback.DealStatus;
import dev.baton.rotation.Contest;
import dev.baton.rotation.Hold;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.EndReason;
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
import dev.baton.rotation.RotationEvent.Withdrawal;
import dev.baton.tag.TagMatch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened to a lead, a sentence each, with names and the company's clock. */
final class Sentences {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private final Function<AgentId, String> names;
  private final ZoneId zone;

  Sentences(Function<AgentId, String> names, ZoneId zone) {
    this.names = names;
    this.zone = zone;
  }

  String of(RotationEvent event) {
    return switch (event) {
      case RotationBegun e -> "The lead came in. " + tags(e.traits().tags());
      case LeadQuarantined e -> "It was kept apart as spam: the entry “" + e.rule() + "” fits it.";
      case LeadRestored e -> e.by() + " found that it is no spam.";
      case LeadHeld e -> "It is held " + held(e);
      case LeadReleased e -> e.by().isEmpty() ? "It goes on." : e.by() + " let it go on.";
      case LeadFollows unused ->
          "An earlier lead of the same customer is still on its way: this one follows it.";
      case LeadStandsAlone unused ->
          "The earlier lead of the customer found no owner: this one goes its own way.";
      case LeadCoalesced e ->
          name(e.agent()) + " has the customer's earlier lead, and so gets this one without offer.";
      case LeadOffered e ->
          "It was offered to "
              + name(e.agent())
              + why(e.kind())
              + ", until "
              + at(e.expiresAt())
              + "."
              + Sums.asked(e.owing());
      case OfferAccepted e ->
          (e.by() == Channel.AT_ONCE
                  ? "Queuing is off: it went to " + name(e.agent()) + " at once."
                  : name(e.agent()) + " accepted it" + by(e.by()) + ".")
              + Sums.owed(e.owing());
      case OfferDeclined e -> name(e.agent()) + " declined it" + by(e.by()) + ", for good.";
      case OfferTimedOut e -> name(e.agent()) + " did not answer in time.";
      case OfferWithdrawn e ->
          "The offer to " + name(e.agent()) + " ended: " + words(e.why()) + ".";
      case AnotherChanceAsked e -> name(e.agent()) + " asked for another chance.";
      case SharkTankOpened e ->
          "Nobody in line took it. "
              + list(e.agents())
              + " may take it, first come, first served,"
              + " until "
              + at(e.until())
              + ".";
      case SharkTankReminded unused -> "Those who had not answered were reminded.";
      case CatchallTold e ->
          "Nobody is left to ask. The catchall was told: "
              + list(e.agents())
              + ", until "
              + at(e.until())
              + ".";
      case LeadBecameDelinquent unused -> "Nobody took it: it became delinquent.";
      case LeadAssigned e -> e.by() + " assigned it to " + name(e.agent()) + ".";
      case OwnerChangedInCrm e ->
          "Its owner was changed in the CRM to "
              + e.agent().map(this::name).orElse("somebody who is no agent here")
              + ": the CRM wins.";
      case LeadContested e ->
          "Its owner was changed in the CRM "
              + e.changes()
              + " times within an hour: two automations seem to fight over it. Until the owner has"
              + " been still for an hour, Baton looks at the owner every few minutes only, and takes"
              + " it back for no SLA.";
      case RotationResubmitted e -> e.by() + " sent it round again. " + tags(e.traits().tags());
      case LeadReturned e ->
          e.by().isEmpty()
              ? e.owner().map(this::name).orElse("The owner") + " gave it back: it starts again."
              : e.by() + " took it from " + e.owner().map(this::name).orElse("its owner") + ".";
      case FeedbackGiven e ->
          e.agent().map(this::name).orElse(e.by().isEmpty() ? "Somebody" : e.by())
              + " says: "
              + e.progress().contact().label().toLowerCase(Locale.ENGLISH)
              + (e.progress().deal() == DealStatus.NONE
                  ? ""
                  : ", deal " + e.progress().deal().label().toLowerCase(Locale.ENGLISH))
              + ".";
      case CommentAdded e ->
          e.agent().map(this::name).orElse(e.by().isEmpty() ? "Somebody" : e.by())
              + " wrote a comment.";
      case CareExpected e ->
          e.expectations().stream()
              .map(x -> x.sla().goal().words() + " by " + at(x.due()))
              .collect(Collectors.joining(", ", "It is to be ", "."));
      case SlaMissed e ->
          name(e.agent())
              + " had not "
              + e.expectation().sla().goal().words()
              + (e.expectation().sla().goal() == Sla.Goal.ACTED_ON ? " it" : " the customer")
              + " in time."
              + (e.contested() ? " It is contested, so it stays where it is." : "");
      case RotationEnded e ->
          e.reason() == EndReason.RECORD_GONE
              ? "Its record is gone in the CRM: it needs no owner any more."
              : "Its record was merged into another: it needs no owner any more.";
    };
  }

  /** Where the lead stands, in a sentence. */
  String standing(Rotation lead) {
    return switch (lead.stage()) {
      case NEW -> "Nothing has been decided yet.";
      case QUARANTINED -> "It is kept apart as spam until somebody restores it.";
      case HELD -> "It is held.";
      case FOLLOWING -> "It waits for an earlier lead of the same customer.";
      case OFFERED ->
          lead.held()
              .map(o -> name(o.agent()) + " has it alone until " + at(o.expiresAt()) + ".")
              .orElse("");
      case SHARK_TANK -> "Whoever was asked may take it: first come, first served.";
      case CATCHALL -> "Nobody in line took it; it is with the catchall.";
      case DELINQUENT -> "Nobody took it in time; it can still be taken.";
      case OWNED ->
          lead.owner().map(o -> name(o) + " owns it.").orElse("Somebody in the CRM owns it.")
              + contested(lead.contest());
      case ENDED -> "It needs no owner any more.";
    };
  }

  private String contested(Contest contest) {
    return contest
        .until()
        .map(
            u ->
                " Its owner was contested in the CRM; that is over when he stays until "
                    + at(u)
                    + ".")
        .orElse("");
  }

  private String held(LeadHeld event) {
    return event.why() == Hold.Why.MANUAL_INTERCEPT
        ? "until an admin has looked at it."
        : event
            .until()
            .map(u -> "outside operating hours, until " + at(u) + ".")
            .orElse("outside operating hours, which do not begin again.");
  }

  private static String why(Offer.Kind kind) {
    return kind == Offer.Kind.ANOTHER_CHANCE ? ", who had asked for another chance" : "";
  }

  private static String by(Channel channel) {
    return channel == Channel.CRM ? " in the CRM" : "";
  }

  private static String words(Withdrawal why) {
    return switch (why) {
      case TAKEN_BY_ANOTHER -> "somebody else took it";
      case ASSIGNED -> "it was assigned";
      case OWNER_CHANGED_IN_CRM -> "its owner was changed in the CRM";
      case LEAD_ENDED -> "the lead is gone";
      case SHARK_TANK_OVER -> "the time was over";
      case DECLINED_OTHERWISE -> "the agent declined the lead for good";
      case RESUBMITTED -> "the lead starts again";
      case AGENT_LEFT -> "the agent is not available any more";
    };
  }

  private static String tags(List<TagMatch> tags) {
    if (tags.isEmpty()) return "No tag was found in it.";
    return tags.stream()
        .map(t -> t.tag() + (t.place().equals(TagMatch.GIVEN) ? " (given)" : " in " + t.place()))
        .collect(Collectors.joining(", ", "Tags found: ", "."));
  }

  private String list(List<AgentId> agents) {
    return agents.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(AgentId agent) {
    return names.apply(agent);
  }

  private String at(Instant instant) {
    return CLOCK.withZone(zone).format(instant);
  }
}
