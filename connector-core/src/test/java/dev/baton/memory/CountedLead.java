package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import dev.baton.ledger.Lead;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.AgentEvent.Kind;
import dev.baton.performance.Measure;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one lead adds to the numbers of its company and of its agents, told from its events. */
final class CountedLead {
  /** Something to be counted, and the moment it counts for. */
  record Amount(Optional<AgentId> agent, Measure measure, Instant at, long amount) {}

  /** An agent was offered the lead. */
  record Offered(AgentId agent, Instant at) {}

  /** An offer, and what has become of it. */
  private static final class OneOffer {
    final AgentId agent;
    final Offer.Kind kind;
    final Instant at;
    Measure outcome = Measure.PENDING;
    long secondsToAccept;

    OneOffer(AgentId agent, Offer.Kind kind, Instant at) {
      this.agent = agent;
      this.kind = kind;
      this.at = at;
    }
  }

  private final Lead lead;
  private final List<OneOffer> offers = new ArrayList<>();
  private final List<Spell> spells = new ArrayList<>();
  private final List<AgentEvent> scored = new ArrayList<>();
  private Rotation standing = Rotation.NEW;
  private boolean gone;
  private @Nullable Measure cameToBeOwned;
  private @Nullable Spell spell;
  private @Nullable Instant firstAccepted;
  private Progress lastSaid = Progress.NONE;

  CountedLead(Lead lead, List<RotationEvent> events) {
    this.lead = lead;
    events.forEach(this::happened);
  }

  Lead lead() {
    return lead;
  }

  /** What counts for the scores of agents. */
  List<AgentEvent> scored() {
    return scored;
  }

  List<Spell> spells() {
    return spells;
  }

  List<Offered> offered() {
    return offers.stream().map(o -> new Offered(o.agent, o.at)).toList();
  }

  /** Whole seconds from received to the first acceptance ever. */
  Optional<Integer> responseSeconds() {
    if (classOfLead().isEmpty()) return Optional.empty();
    return Optional.ofNullable(firstAccepted)
        .map(at -> Math.toIntExact(seconds(lead.receivedAt(), at)));
  }

  // What happened --------------------------------------------------------------------------------

  private void happened(RotationEvent event) {
    if (event instanceof RotationEnded) gone = true;
    else standing = standing.after(event);
    switch (event) {
      case LeadOffered e -> offers.add(new OneOffer(e.agent(), e.kind(), e.at()));
      case SharkTankOpened e -> offeredToAll(e.agents(), Offer.Kind.SHARK_TANK, e.at());
      case CatchallTold e -> offeredToAll(e.agents(), Offer.Kind.CATCHALL, e.at());
      case OfferAccepted e -> accepted(e);
      case OfferDeclined e -> {
        offer(e.offer()).outcome = Measure.DECLINED;
        scored.add(new AgentEvent(e.agent(), Kind.DECLINED, e.at()));
      }
      case OfferTimedOut e -> {
        offer(e.offer()).outcome = Measure.TIMED_OUT;
        scored.add(new AgentEvent(e.agent(), Kind.TIMED_OUT, e.at()));
      }
      case OfferWithdrawn e -> offer(e.offer()).outcome = Measure.WITHDRAWN;
      case AnotherChanceAsked e ->
          scored.add(new AgentEvent(e.agent(), Kind.ASKED_ANOTHER_CHANCE, e.at()));
      case LeadCoalesced e -> {
        scored.add(new AgentEvent(e.agent(), Kind.COALESCED, e.at()));
        owned(Measure.LEADS_COALESCED, given(e.agent(), e.at()));
      }
      case LeadAssigned e -> {
        scored.add(new AgentEvent(e.agent(), Kind.ASSIGNED, e.at()));
        owned(Measure.LEADS_ASSIGNED, given(e.agent(), e.at()));
      }
      case OwnerChangedInCrm e -> {
        // Who is given a lead in the CRM is assigned it: +1, as by an admin.
        e.agent().ifPresent(a -> scored.add(new AgentEvent(a, Kind.ASSIGNED, e.at())));
        owned(Measure.LEADS_ASSIGNED, e.agent().map(a -> given(a, e.at())).orElse(null));
      }
      case LeadReturned unused -> {
        cameToBeOwned = null;
        spell = null;
      }
      case FeedbackGiven e -> said(e);
      case CommentAdded e -> commented(e);
      case RotationBegun unused -> {}
      case LeadQuarantined unused -> {}
      case LeadRestored unused -> {}
      case LeadHeld unused -> {}
      case LeadReleased unused -> {}
      case LeadFollows unused -> {}
      case LeadStandsAlone unused -> {}
      case SharkTankReminded unused -> {}
      case LeadBecameDelinquent unused -> {}
      case LeadContested unused -> {}
      case RotationResubmitted unused -> {}
      case CareExpected unused -> {}
      case SlaMissed unused -> {}
      case RotationEnded unused -> {}
    }
  }

  private void offeredToAll(List<AgentId> agents, Offer.Kind kind, Instant at) {
    for (AgentId agent : agents) offers.add(new OneOffer(agent, kind, at));
  }

  /** Offers are numbered from 1, in the order in which they are made. */
  private OneOffer offer(int number) {
    return offers.get(number - 1);
  }

  private void accepted(OfferAccepted e) {
    OneOffer offer = offer(e.offer());
    offer.outcome = Measure.ACCEPTED;
    offer.secondsToAccept = seconds(offer.at, e.at());
    boolean again = offer.kind == Offer.Kind.ANOTHER_CHANCE;
    scored.add(
        new AgentEvent(e.agent(), again ? Kind.ACCEPTED_ANOTHER_CHANCE : Kind.ACCEPTED, e.at()));
    if (firstAccepted == null) firstAccepted = e.at();
    boolean byCatchall = offer.kind == Offer.Kind.CATCHALL;
    owned(
        byCatchall ? Measure.LEADS_CATCHALL : Measure.LEADS_ACCEPTED,
        new Spell(e.agent(), e.at(), offer.at, true));
  }

  private static Spell given(AgentId agent, Instant at) {
    return new Spell(agent, at, at, false);
  }

  private void owned(Measure how, @Nullable Spell his) {
    if (cameToBeOwned == null) cameToBeOwned = how;
    spell = his;
    if (his != null) spells.add(his);
  }

  private void said(FeedbackGiven e) {
    Progress before = lastSaid;
    Progress now = e.progress();
    lastSaid = now;
    Spell his = spell;
    if (his == null) return;
    his.said = now;
    if (now.contact().acted() && his.acted == null) his.acted = e.at();
    if (e.agent().isEmpty()) return;
    if (now.contact() != before.contact()) spokeOf(Kind.FEEDBACK_CONTACT, his, e.at());
    if (now.deal() != before.deal()) spokeOf(Kind.FEEDBACK_DEAL, his, e.at());
    if (!now.value().equals(before.value())) spokeOf(Kind.FEEDBACK_VALUE, his, e.at());
    if (now.reasoned() && !before.reasoned()) spokeOf(Kind.FEEDBACK_WORDS, his, e.at());
  }

  private void commented(CommentAdded e) {
    Spell his = spell;
    if (his == null || e.agent().isEmpty()) return;
    his.comments++;
    spokeOf(Kind.FEEDBACK_WORDS, his, e.at());
  }

  /** One point for each thing he can speak of. */
  private void spokeOf(Kind kind, Spell his, Instant at) {
    if (his.spokenOf.add(kind)) scored.add(new AgentEvent(his.agent, kind, at));
  }

  // What it adds up to ---------------------------------------------------------------------------

  /** All that is not nothing, without response times. */
  List<Amount> amounts() {
    var amounts = new ArrayList<Amount>();
    classOfLead()
        .ifPresent(
            measure -> {
              amounts.add(new Amount(Optional.empty(), Measure.LEADS, lead.receivedAt(), 1));
              amounts.add(new Amount(Optional.empty(), measure, lead.receivedAt(), 1));
            });
    for (OneOffer offer : offers) {
      add(amounts, offer.agent, Measure.OFFERED, offer.at, 1);
      add(amounts, offer.agent, offer.outcome, offer.at, 1);
      add(amounts, offer.agent, Measure.ANSWER_SECONDS, offer.at, offer.secondsToAccept);
    }
    for (Spell his : spells) amounts.addAll(his.amounts());
    return amounts;
  }

  static void add(List<Amount> amounts, AgentId agent, Measure measure, Instant at, long amount) {
    if (amount != 0) amounts.add(new Amount(Optional.of(agent), measure, at, amount));
  }

  /** The one class the lead is in; none for one that is not counted. */
  private Optional<Measure> classOfLead() {
    if (gone && cameToBeOwned == null) return Optional.empty();
    return switch (standing.stage()) {
      case QUARANTINED -> Optional.empty();
      case NEW, HELD, FOLLOWING, OFFERED, SHARK_TANK, CATCHALL ->
          Optional.of(Measure.LEADS_PENDING);
      case DELINQUENT -> Optional.of(Measure.LEADS_DELINQUENT);
      case OWNED -> Optional.ofNullable(cameToBeOwned);
      case ENDED -> throw new IllegalStateException("A lead ends once");
    };
  }

  static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).getSeconds();
  }
}
