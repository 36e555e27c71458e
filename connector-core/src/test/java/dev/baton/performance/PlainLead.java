package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Progress;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one lead adds to reports, read off its history word for word as decision 29 tells it, by
 * code that shares nothing with what is measured.
 */
final class PlainLead {
  /** An offer and what became of it. */
  private static final class Asked {
    AgentId agent;
    Offer.Kind kind;
    Instant at;
    String outcome = "PENDING";
    Instant answeredAt;

    Asked(AgentId agent, Offer.Kind kind, Instant at) {
      this.agent = agent;
      this.kind = kind;
      this.at = at;
    }
  }

  /** A lead in an agent's hands. */
  private static final class Hands {
    AgentId agent;
    Instant got;
    Instant counts;
    boolean byOffer;
    Progress progress = Progress.NONE;
    Instant acted;
    int comments;
  }

  /** One amount of one number at one moment; {@code seconds} with "RESPONDED" alone. */
  record Amount(Optional<AgentId> agent, Measure measure, Instant at, long amount, int seconds) {}

  final List<Amount> amounts = new ArrayList<>();
  final List<AgentEvent> scored = new ArrayList<>();
  final List<AgentEvent> offeredTo = new ArrayList<>();

  private final Map<Integer, Asked> asked = new TreeMap<>();
  private final List<Hands> hands = new ArrayList<>();
  private Hands holding;
  private String how = "";
  private Instant firstAccepted;
  private Progress said = Progress.NONE;
  private final Set<AgentEvent.Kind> told = new HashSet<>();

  PlainLead(LeadFile file, List<Recorded> known) {
    for (Recorded recorded : known) happened(recorded.event());
    Rotation end = Rotation.of(known.stream().map(Recorded::event).toList());
    company(file.lead().receivedAt(), end);
    asked.values().forEach(this::agent);
    hands.forEach(this::agent);
  }

  private void happened(RotationEvent event) {
    switch (event) {
      case RotationEvent.LeadOffered e ->
          asked.put(e.offer(), new Asked(e.agent(), e.kind(), e.at()));
      case RotationEvent.SharkTankOpened e ->
          all(e.firstOffer(), e.agents(), Offer.Kind.SHARK_TANK, e.at());
      case RotationEvent.CatchallTold e ->
          all(e.firstOffer(), e.agents(), Offer.Kind.CATCHALL, e.at());
      case RotationEvent.OfferAccepted e -> {
        Asked offer = ended(e.offer(), "ACCEPTED", e.at());
        boolean again = offer.kind == Offer.Kind.ANOTHER_CHANCE;
        score(
            e.agent(),
            again ? AgentEvent.Kind.ACCEPTED_ANOTHER_CHANCE : AgentEvent.Kind.ACCEPTED,
            e.at());
        if (firstAccepted == null) firstAccepted = e.at();
        owned(offer.kind == Offer.Kind.CATCHALL ? "CATCHALL" : "ACCEPTED");
        give(e.agent(), e.at(), offer.at, true);
      }
      case RotationEvent.OfferDeclined e -> {
        ended(e.offer(), "DECLINED", e.at());
        score(e.agent(), AgentEvent.Kind.DECLINED, e.at());
      }
      case RotationEvent.OfferTimedOut e -> {
        ended(e.offer(), "TIMED_OUT", e.at());
        score(e.agent(), AgentEvent.Kind.TIMED_OUT, e.at());
      }
      case RotationEvent.OfferWithdrawn e -> ended(e.offer(), "WITHDRAWN", e.at());
      case RotationEvent.AnotherChanceAsked e ->
          score(e.agent(), AgentEvent.Kind.ASKED_ANOTHER_CHANCE, e.at());
      case RotationEvent.LeadAssigned e -> {
        score(e.agent(), AgentEvent.Kind.ASSIGNED, e.at());
        owned("ASSIGNED");
        give(e.agent(), e.at(), e.at(), false);
      }
      case RotationEvent.LeadCoalesced e -> {
        score(e.agent(), AgentEvent.Kind.COALESCED, e.at());
        owned("COALESCED");
        give(e.agent(), e.at(), e.at(), false);
      }
      case RotationEvent.OwnerChangedInCrm e -> {
        owned("ASSIGNED");
        holding = null;
        told.clear();
        if (e.agent().isPresent()) {
          score(e.agent().get(), AgentEvent.Kind.ASSIGNED, e.at());
          give(e.agent().get(), e.at(), e.at(), false);
        }
      }
      case RotationEvent.LeadReturned e -> {
        how = "";
        holding = null;
        told.clear();
      }
      case RotationEvent.FeedbackGiven e -> feedback(e);
      case RotationEvent.CommentAdded e -> {
        if (e.agent().isEmpty()) break;
        if (holding != null) holding.comments++;
        point(e.agent().get(), AgentEvent.Kind.FEEDBACK_WORDS, e.at());
      }
      default -> {}
    }
  }

  private void all(int first, List<AgentId> agents, Offer.Kind kind, Instant at) {
    int number = first;
    for (AgentId agent : agents) asked.put(number++, new Asked(agent, kind, at));
  }

  private Asked ended(int number, String outcome, Instant at) {
    Asked offer = asked.get(number);
    offer.outcome = outcome;
    offer.answeredAt = at;
    return offer;
  }

  private void owned(String by) {
    if (how.isEmpty()) how = by;
  }

  private void give(AgentId agent, Instant got, Instant counts, boolean byOffer) {
    told.clear();
    holding = new Hands();
    holding.agent = agent;
    holding.got = got;
    holding.counts = counts;
    holding.byOffer = byOffer;
    hands.add(holding);
  }

  private void feedback(RotationEvent.FeedbackGiven e) {
    Progress before = said;
    Progress now = e.progress();
    said = now;
    if (holding != null) {
      holding.progress = now;
      boolean acts = now.contact() != ContactStatus.NOT_CONTACTED;
      if (acts && holding.acted == null) holding.acted = e.at();
    }
    if (e.agent().isEmpty()) return;
    AgentId agent = e.agent().get();
    if (now.contact() != before.contact()) point(agent, AgentEvent.Kind.FEEDBACK_CONTACT, e.at());
    if (now.deal() != before.deal()) point(agent, AgentEvent.Kind.FEEDBACK_DEAL, e.at());
    if (!now.value().equals(before.value())) point(agent, AgentEvent.Kind.FEEDBACK_VALUE, e.at());
    if (now.reasoned() && !before.reasoned()) point(agent, AgentEvent.Kind.FEEDBACK_WORDS, e.at());
  }

  /** Each topic once for an owner. */
  private void point(AgentId agent, AgentEvent.Kind kind, Instant at) {
    if (told.add(kind)) score(agent, kind, at);
  }

  private void score(AgentId agent, AgentEvent.Kind kind, Instant at) {
    scored.add(new AgentEvent(agent, kind, at));
  }

  // What that adds
  // ---------------------------------------------------------------------------------

  private void company(Instant received, Rotation end) {
    String standing =
        switch (end.stage()) {
          case QUARANTINED -> "";
          case DELINQUENT -> "DELINQUENT";
          case OWNED, ENDED -> how;
          default -> "PENDING";
        };
    if (end.stage() == Stage.NEW && end.begunAt().isEmpty()) standing = "";
    if (standing.isEmpty()) return;
    add(Optional.empty(), Measure.LEADS, received, 1);
    add(Optional.empty(), Measure.valueOf("LEADS_" + standing), received, 1);
    if (firstAccepted == null) return;
    int seconds = (int) Duration.between(received, firstAccepted).toSeconds();
    amounts.add(new Amount(Optional.empty(), Measure.RESPONDED, received, 1, seconds));
  }

  private void agent(Asked offer) {
    offeredTo.add(new AgentEvent(offer.agent, AgentEvent.Kind.ACCEPTED, offer.at));
    add(offer.agent, Measure.OFFERED, offer.at, 1);
    add(offer.agent, Measure.valueOf(offer.outcome), offer.at, 1);
    if (offer.outcome.equals("ACCEPTED")) {
      long seconds = Duration.between(offer.at, offer.answeredAt).toSeconds();
      add(offer.agent, Measure.ANSWER_SECONDS, offer.at, seconds);
    }
  }

  private void agent(Hands hand) {
    DealStatus deal = hand.progress.deal();
    add(hand.agent, Measure.GOT, hand.counts, 1);
    add(hand.agent, Measure.WON, hand.counts, deal == DealStatus.CLOSED_WON ? 1 : 0);
    add(hand.agent, Measure.LOST, hand.counts, deal == DealStatus.CLOSED_LOST ? 1 : 0);
    if (hand.acted != null) {
      add(hand.agent, Measure.ACTED, hand.counts, 1);
      long seconds = Duration.between(hand.got, hand.acted).toSeconds();
      add(hand.agent, Measure.ACTION_SECONDS, hand.counts, seconds);
    }
    if (!hand.byOffer) return;
    boolean contacted = hand.progress.contact() == ContactStatus.CONTACTED;
    add(hand.agent, Measure.CONTACTED, hand.counts, contacted ? 1 : 0);
    add(hand.agent, Measure.NOT_CONTACTED, hand.counts, contacted ? 0 : 1);
    add(hand.agent, Measure.IN_PROGRESS, hand.counts, deal == DealStatus.IN_PROGRESS ? 1 : 0);
    add(hand.agent, Measure.CLOSED, hand.counts, deal == DealStatus.CLOSED_WON ? 1 : 0);
    add(hand.agent, Measure.UNSUCCESSFUL, hand.counts, deal == DealStatus.CLOSED_LOST ? 1 : 0);
    add(hand.agent, Measure.COMMENTS, hand.counts, hand.comments);
  }

  private void add(AgentId agent, Measure measure, Instant at, long amount) {
    add(Optional.of(agent), measure, at, amount);
  }

  private void add(Optional<AgentId> agent, Measure measure, Instant at, long amount) {
    if (amount != 0) amounts.add(new Amount(agent, measure, at, amount, 0));
  }
}
