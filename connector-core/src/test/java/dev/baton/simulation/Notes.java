package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
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

  /** An offer as noted. */
  static final class Noted {
    final AgentId agent;
    final Kind kind;
    final Instant end;
    State state;
    boolean chanceAsked;

    Noted(AgentId agent, Kind kind, Instant end, State state) {
      this.agent = agent;
      this.kind = kind;
      this.end = end;
      this.state = state;
    }

    boolean open() {
      return state == State.OPEN;
    }
  }

  /** The tags found in the lead, as bits. */
  final int tags;

  final List<Noted> offers = new ArrayList<>(8);
  final List<AgentId> waiting = new ArrayList<>(2);
  int events;
  int declined;
  int asked;
  int held;
  int open;
  int owner = -1;
  boolean owned;
  boolean ended;
  boolean delinquent;

  /** Whether something happened that these notes have no words for: state is taken over then. */
  boolean strange;

  Instant catchallUntil = NEVER;

  /** When somebody last had the lead to himself. */
  Instant heldUntil = Instant.MIN;

  /** When another chance was asked for last. */
  Instant chanceAskedAt = Instant.MIN;

  Notes(int tags) {
    this.tags = tags;
  }

  /** When the next step is due. */
  Instant due() {
    if (owned || ended) return NEVER;
    if (held > 0) return offers.get(held - 1).end;
    return delinquent ? NEVER : catchallUntil;
  }

  void add(RotationEvent event) {
    events++;
    if (event instanceof LeadOffered e) {
      offered(e.agent(), e.kind(), e.expiresAt());
      if (e.kind() == Kind.LINE) asked |= People.bit(e.agent());
      if (e.kind() == Kind.ANOTHER_CHANCE) waiting.remove(e.agent());
      delinquent = false;
    } else if (event instanceof OfferTimedOut e) {
      settled(e.offer(), State.TIMED_OUT, e.at());
    } else if (event instanceof OfferDeclined e) {
      settled(e.offer(), State.DECLINED, e.at());
      declined |= People.bit(e.agent());
      waiting.remove(e.agent());
    } else if (event instanceof AnotherChanceAsked e) {
      offers.get(e.offer() - 1).chanceAsked = true;
      if (!waiting.contains(e.agent())) waiting.add(e.agent());
      chanceAskedAt = e.at();
    } else if (event instanceof OfferAccepted e) {
      settled(e.offer(), State.ACCEPTED, e.at());
      owned(People.of(e.agent()));
    } else if (event instanceof OfferWithdrawn e) {
      settled(e.offer(), State.WITHDRAWN, e.at());
    } else if (event instanceof CatchallTold e) {
      for (AgentId agent : e.agents()) offered(agent, Kind.CATCHALL, e.until());
      catchallUntil = e.until();
      delinquent = false;
    } else if (event instanceof LeadBecameDelinquent) {
      delinquent = true;
    } else if (event instanceof LeadAssigned e) {
      owned(People.of(e.agent()));
    } else if (event instanceof OwnerChangedInCrm e) {
      owned(e.agent().map(People::of).orElse(-1));
    } else if (event instanceof RotationEnded) {
      ended = true;
    } else if (!(event instanceof RotationBegun)) {
      strange = true;
    }
  }

  private void offered(AgentId agent, Kind kind, Instant end) {
    offers.add(new Noted(agent, kind, end, State.OPEN));
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

  private void owned(int agent) {
    owner = agent;
    owned = true;
    delinquent = false;
  }

  /** Takes over what the lead has come to, after events these notes have no words for. */
  void takeOver(Rotation lead) {
    offers.clear();
    waiting.clear();
    declined = asked = open = held = 0;
    for (Offer offer : lead.offers()) {
      var noted = new Noted(offer.agent(), offer.kind(), offer.expiresAt(), offer.state());
      noted.chanceAsked = lead.spentChances().contains(offer.number());
      offers.add(noted);
      if (offer.open()) open++;
      if (offer.holds()) held = offer.number();
    }
    for (AgentId agent : lead.asked()) asked |= People.bit(agent);
    for (AgentId agent : lead.declined()) declined |= People.bit(agent);
    waiting.addAll(lead.chances());
    owner = lead.owner().map(People::of).orElse(-1);
    owned = lead.owned();
    ended = lead.ended().isPresent();
    delinquent = lead.run().delinquent();
    catchallUntil = lead.run().catchallUntil().orElse(NEVER);
  }
}
