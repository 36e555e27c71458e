package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.feedback.Progress;
import dev.baton.rotation.Hold;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
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
import dev.baton.rotation.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the judge has noted down of a lead's history: a second fold, written independently of {@link
 * Rotation}, so that each can be held against the other.
 */
final class Notes {
  /** No due time. */
  static final Instant NEVER = Instant.MAX;

  private static final int MANY = 4;
  private static final Duration HOUR = Duration.ofHours(1);

  // The lead
  int events;
  int tags;
  int declined;

  /** Who owned it before, and lost it. */
  int former;

  final List<Noted> offers = new ArrayList<>(8);
  final List<AgentId> waiting = new ArrayList<>(2);
  int held;
  int open;
  boolean ended;

  // Its arrival
  boolean quarantined;

  /** Whether it has come in and is still to be held against the customer's other leads. */
  boolean kinToCheck;

  /** Whether it has come in and an admin may want to see it first. */
  boolean interceptToCheck;

  int following = -1;
  boolean kept;
  Hold.Why keptWhy = Hold.Why.OUT_OF_HOURS;
  Instant keptUntil = NEVER;

  // Its run
  int offersBefore;
  int asked;
  boolean released;
  boolean tankOpened;
  boolean swimming;
  Instant tankReminder = NEVER;
  Instant tankUntil = NEVER;
  Instant catchallUntil = NEVER;
  boolean delinquent;

  /** When somebody last had the lead to himself. */
  Instant heldUntil = Instant.MIN;

  /** When another chance was asked for last. */
  Instant chanceAskedAt = Instant.MIN;

  // Its owner
  int owner = -1;
  boolean owned;
  Instant ownedSince = NEVER;
  final List<Duty> duties = new ArrayList<>(2);
  boolean acted;
  boolean reached;
  boolean closed;

  /** Whether its owner has missed what he was to lose it for, and still has it. */
  boolean toBeTakenBack;

  /** When its owner was changed in the CRM. */
  final List<Instant> changes = new ArrayList<>(0);

  boolean contested;

  /** Whether it ever went to the owner of another lead. */
  boolean coalesced;

  Notes(int tags) {
    this.tags = tags;
  }

  /** Everybody it is not offered to any more. */
  int out() {
    return declined | former;
  }

  Stage stage() {
    if (ended) return Stage.ENDED;
    if (owned) return Stage.OWNED;
    if (quarantined) return Stage.QUARANTINED;
    if (following >= 0) return Stage.FOLLOWING;
    if (kept) return Stage.HELD;
    if (held > 0) return Stage.OFFERED;
    if (swimming) return Stage.SHARK_TANK;
    if (delinquent) return Stage.DELINQUENT;
    return catchallUntil.equals(NEVER) ? Stage.NEW : Stage.CATCHALL;
  }

  /** When the next step is due. */
  Instant due() {
    if (ended) return NEVER;
    if (owned) return firstDuty();
    if (quarantined || following >= 0) return NEVER;
    if (kept) return keptUntil;
    if (held > 0) return offers.get(held - 1).end;
    if (swimming) return tankReminder.isBefore(tankUntil) ? tankReminder : tankUntil;
    return delinquent ? NEVER : catchallUntil;
  }

  Instant firstDuty() {
    Instant first = NEVER;
    for (Duty duty : duties) if (duty.due().isBefore(first)) first = duty.due();
    return first;
  }

  /** Whether the lead is already with the shark tank or the catchall, whatever the hours. */
  boolean underWay() {
    return swimming || !catchallUntil.equals(NEVER);
  }

  boolean has(Sla.Goal goal) {
    return goal == Sla.Goal.ACTED_ON ? acted : reached;
  }

  void add(RotationEvent event) {
    events++;
    switch (event) {
      case RotationBegun unused -> kinToCheck = interceptToCheck = true;
      case LeadQuarantined unused -> {
        placed();
        quarantined = true;
      }
      case LeadRestored unused -> {
        quarantined = false;
        kinToCheck = interceptToCheck = true;
      }
      case LeadHeld e -> {
        placed();
        kept = true;
        keptWhy = e.why();
        keptUntil = e.until().orElse(NEVER);
      }
      case LeadReleased e -> {
        kept = false;
        released |= !e.by().isEmpty();
      }
      case LeadFollows e -> {
        placed();
        following = SimulatedLead.number(e.earlier());
      }
      case LeadStandsAlone unused -> {
        following = -1;
        interceptToCheck = true;
      }
      case LeadCoalesced e -> {
        placed();
        coalesced = true;
        owned(People.of(e.agent()), e.at());
      }
      case LeadOffered e -> {
        placed();
        offered(e.agent(), e.kind(), e.expiresAt());
        if (e.kind() == Kind.LINE) asked |= People.bit(e.agent());
        if (e.kind() == Kind.ANOTHER_CHANCE) waiting.remove(e.agent());
        delinquent = false;
      }
      case OfferTimedOut e -> settled(e.offer(), State.TIMED_OUT, e.at());
      case OfferDeclined e -> {
        settled(e.offer(), State.DECLINED, e.at());
        declined |= People.bit(e.agent());
        waiting.remove(e.agent());
      }
      case AnotherChanceAsked e -> {
        offers.get(e.offer() - 1).chanceAsked = true;
        if (!waiting.contains(e.agent())) waiting.add(e.agent());
        chanceAskedAt = e.at();
      }
      case OfferAccepted e -> {
        settled(e.offer(), State.ACCEPTED, e.at());
        owned(People.of(e.agent()), e.at());
      }
      case OfferWithdrawn e -> settled(e.offer(), State.WITHDRAWN, e.at());
      case SharkTankOpened e -> {
        placed();
        for (AgentId agent : e.agents()) offered(agent, Kind.SHARK_TANK, e.until());
        tankOpened = swimming = true;
        delinquent = false;
        tankReminder = e.remindAt();
        tankUntil = e.until();
      }
      case SharkTankReminded unused -> tankReminder = NEVER;
      case CatchallTold e -> {
        placed();
        for (AgentId agent : e.agents()) offered(agent, Kind.CATCHALL, e.until());
        swimming = false;
        catchallUntil = e.until();
        delinquent = false;
      }
      case LeadBecameDelinquent unused -> {
        placed();
        swimming = false;
        delinquent = true;
      }
      case LeadAssigned e -> owned(People.of(e.agent()), e.at());
      case OwnerChangedInCrm e -> {
        if (events > 2) changedInCrm(e.at());
        owned(e.agent().map(People::of).orElse(-1), e.at());
      }
      case LeadContested unused -> contested = true;
      case RotationResubmitted e -> {
        tags = People.tagSet(e.traits().tags());
        startsAgain();
      }
      case LeadReturned e -> {
        e.owner().ifPresent(this::loses);
        owner = -1;
        owned = toBeTakenBack = false;
        duties.clear();
        startsAgain();
      }
      case FeedbackGiven e -> said(e.progress());
      case CommentAdded unused -> {}
      case CareExpected e -> {
        duties.clear();
        e.expectations().forEach(x -> duties.add(Duty.of(x)));
      }
      case SlaMissed e -> {
        Duty missed = Duty.of(e.expectation());
        duties.remove(missed);
        boolean costsIt = missed.promise().consequence() == Sla.Consequence.TAKE_BACK;
        toBeTakenBack = costsIt && !e.contested();
      }
      case RotationEnded unused -> ended = true;
    }
  }

  /** Another change in the CRM; a contest that was over by then is forgotten. */
  private void changedInCrm(Instant at) {
    contested &= !isStill(at);
    changes.add(at);
  }

  /** Whether the owner has not been changed in the CRM for an hour. */
  private boolean isStill(Instant now) {
    return changes.isEmpty() || !now.isBefore(changes.getLast().plus(HOUR));
  }

  /** Whether two automations fight over it, by so many changes within an hour (decision 0027). */
  boolean isContested(Instant now) {
    return contested && !isStill(now);
  }

  /** Whether the owner has just been changed too often. */
  boolean isFoughtOver() {
    return changes.size() >= MANY
        && changes.get(changes.size() - MANY).isAfter(changes.getLast().minus(HOUR));
  }

  private void placed() {
    kinToCheck = interceptToCheck = false;
  }

  private void offered(AgentId agent, Kind kind, Instant end) {
    offers.add(new Noted(agent, kind, end));
    open++;
    if (kind.exclusive()) held = offers.size();
  }

  private void settled(int number, State outcome, Instant at) {
    offers.get(number - 1).state = outcome;
    open--;
    if (held != number) return;
    held = 0;
    heldUntil = at;
  }

  private void owned(int agent, Instant at) {
    placed();
    owner = agent;
    owned = true;
    ownedSince = at;
    duties.clear();
    swimming = delinquent = quarantined = kept = false;
    following = -1;
  }

  private void loses(AgentId agent) {
    former |= People.bit(agent);
    waiting.remove(agent);
  }

  private void startsAgain() {
    offersBefore = offers.size();
    asked = 0;
    released = tankOpened = swimming = delinquent = kept = false;
    following = -1;
    catchallUntil = NEVER;
    heldUntil = Instant.MIN;
  }

  private void said(Progress progress) {
    acted = progress.contact().acted();
    reached = progress.contact().reached();
    closed = progress.deal().closed();
    duties.removeIf(duty -> has(duty.promise().goal()));
  }
}
