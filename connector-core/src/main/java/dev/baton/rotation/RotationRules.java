package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.Withdrawal;
import java.time.Instant;
import java.util.Optional;

/**
 * All moves of a rotation (domain §5).
 *
 * <pre>
 *             Begin                     nobody left           window over
 *   NEW ──────────────▶ OFFERED ─────────────────▶ CATCHALL ─────────────▶ DELINQUENT
 *                        │  ▲ Decline, TimeOut:       │                        │
 *                        │  └─ next in line           │ Accept, Assign         │ Accept, Assign
 *                        │                            ▼                        │
 *                        └── Accept, Assign ───────▶ OWNED ◀───────────────────┘
 *
 *   GiveAnotherChance: at once to OFFERED where nobody holds the lead, else next after the holder.
 *   ChangeOwner: from anywhere to OWNED.   End: from anywhere but OWNED to ENDED.
 * </pre>
 */
public final class RotationRules {
  private RotationRules() {}

  /** What a command does to a lead, or why it does nothing. No clock, no I/O, no chance. */
  public static Decision decide(Rotation lead, RotationCommand command, Circumstances seen) {
    if (lead.ended().isPresent()) return refuse(Why.LEAD_ENDED);
    return switch (command) {
      case Begin begin -> begin(lead, begin, seen);
      case Accept accept -> accept(lead, accept, seen.now());
      case Decline decline -> decline(lead, decline, seen);
      case TimeOut unused -> timeOut(lead, seen);
      case GiveAnotherChance chance -> anotherChance(lead, chance, seen);
      case Assign assign -> assign(lead, assign, seen);
      case ChangeOwner change -> changeOwner(lead, change, seen.now());
      case End end -> end(lead, end, seen.now());
    };
  }

  private static Decision begin(Rotation lead, Begin begin, Circumstances seen) {
    if (lead.version() > 0) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new RotationBegun(seen.now(), begin.tags()));
    return NextInLine.ask(happening, seen);
  }

  private static Decision accept(Rotation lead, Accept accept, Instant now) {
    if (lead.owned()) return refuseAsOwned(lead, accept.agent());
    return theirs(lead, accept.offer(), accept.agent())
        .map(
            offer ->
                switch (offer.state()) {
                  case OPEN -> {
                    if (offer.kind().exclusive() && offer.expired(now)) yield refuse(Why.EXPIRED);
                    var happening = new Happening(lead);
                    happening.add(
                        new OfferAccepted(now, offer.number(), offer.agent(), accept.by()));
                    happening.withdrawAll(now, Withdrawal.TAKEN_BY_ANOTHER);
                    yield happening.decided();
                  }
                  case TIMED_OUT -> refuse(Why.EXPIRED);
                  case DECLINED -> refuse(Why.DECLINED_BEFORE);
                  case WITHDRAWN, ACCEPTED -> refuse(Why.WITHDRAWN);
                })
        .orElse(refuse(Why.NOT_YOURS));
  }

  private static Decision decline(Rotation lead, Decline decline, Circumstances seen) {
    if (lead.owned()) return refuseAsOwned(lead, decline.agent());
    return theirs(lead, decline.offer(), decline.agent())
        .map(
            offer ->
                switch (offer.state()) {
                  case OPEN -> {
                    if (!offer.kind().exclusive()) yield refuse(Why.CATCHALL_CANNOT_DECLINE);
                    if (offer.expired(seen.now())) yield refuse(Why.EXPIRED);
                    var happening = new Happening(lead);
                    happening.add(
                        new OfferDeclined(seen.now(), offer.number(), offer.agent(), decline.by()));
                    yield NextInLine.ask(happening, seen);
                  }
                  case TIMED_OUT -> refuse(Why.EXPIRED);
                  case DECLINED -> refuse(Why.DECLINED_BEFORE);
                  case WITHDRAWN, ACCEPTED -> refuse(Why.WITHDRAWN);
                })
        .orElse(refuse(Why.NOT_YOURS));
  }

  private static Decision timeOut(Rotation lead, Circumstances seen) {
    if (lead.due().isEmpty() || seen.now().isBefore(lead.due().get())) return refuse(Why.NOT_DUE);
    var happening = new Happening(lead);
    if (lead.held().isEmpty()) {
      happening.add(new LeadBecameDelinquent(lead.due().get()));
      return happening.decided();
    }
    Offer missed = lead.held().get();
    happening.add(new OfferTimedOut(missed.expiresAt(), missed.number(), missed.agent()));
    return NextInLine.ask(happening, seen);
  }

  private static Decision anotherChance(
      Rotation lead, GiveAnotherChance chance, Circumstances seen) {
    if (lead.owned()) return refuseAsOwned(lead, chance.agent());
    Optional<Offer> offer = theirs(lead, chance.offer(), chance.agent());
    if (offer.isEmpty()) return refuse(Why.NOT_YOURS);
    if (lead.declined().contains(chance.agent())) return refuse(Why.DECLINED_BEFORE);
    if (lead.held().filter(o -> o.agent().equals(chance.agent())).isPresent()) {
      return refuse(Why.ALREADY_HOLDING);
    }
    if (offer.get().state() != Offer.State.TIMED_OUT) return refuse(Why.NOT_MISSED);
    if (lead.spentChances().contains(chance.offer())) return refuse(Why.ASKED_BEFORE);
    var happening = new Happening(lead);
    happening.add(new AnotherChanceAsked(seen.now(), chance.offer(), chance.agent(), chance.by()));
    return lead.held().isPresent() ? happening.decided() : NextInLine.ask(happening, seen);
  }

  private static Decision assign(Rotation lead, Assign assign, Circumstances seen) {
    if (lead.owned()) return refuseAsOwned(lead, assign.agent());
    if (seen.book().agent(assign.agent()).filter(a -> a.active()).isEmpty()) {
      return refuse(Why.UNKNOWN_AGENT);
    }
    if (lead.declined().contains(assign.agent())) return refuse(Why.DECLINED_BEFORE);
    var happening = new Happening(lead);
    happening.add(new LeadAssigned(seen.now(), assign.agent(), assign.by()));
    happening.withdrawAll(seen.now(), Withdrawal.ASSIGNED);
    return happening.decided();
  }

  private static Decision changeOwner(Rotation lead, ChangeOwner change, Instant now) {
    boolean same =
        change.agent().isPresent()
            ? change.agent().equals(lead.owner())
            : change.crmOwner().equals(lead.crmOwner());
    if (change.crmOwner().isEmpty() || same) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new OwnerChangedInCrm(now, change.crmOwner(), change.agent()));
    happening.withdrawAll(now, Withdrawal.OWNER_CHANGED_IN_CRM);
    return happening.decided();
  }

  private static Decision end(Rotation lead, End end, Instant now) {
    if (lead.owned()) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new RotationEnded(now, end.reason()));
    happening.withdrawAll(now, Withdrawal.LEAD_ENDED);
    return happening.decided();
  }

  private static Optional<Offer> theirs(Rotation lead, int number, AgentId agent) {
    return lead.offer(number).filter(o -> o.agent().equals(agent));
  }

  private static Decision refuseAsOwned(Rotation lead, AgentId agent) {
    return lead.owner().filter(agent::equals).isPresent()
        ? refuse(Why.ALREADY_YOURS)
        : new Refused(new Refusal(Why.ALREADY_TAKEN, lead.owner()));
  }

  static Decision refuse(Why why) {
    return new Refused(Refusal.of(why));
  }
}
