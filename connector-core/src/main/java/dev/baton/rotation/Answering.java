package dev.baton.rotation;

import static dev.baton.rotation.RotationRules.refuse;
import static dev.baton.rotation.RotationRules.refuseAsOwned;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationEvent.Withdrawal;
import java.time.Instant;
import java.util.Optional;

/** What agents answer, and what the clock answers for them. */
final class Answering {
  private Answering() {}

  static Decision accept(Rotation lead, Accept accept, Circumstances seen) {
    Instant now = seen.now();
    if (lead.owned()) return refuseAsOwned(lead, accept.agent());
    return theirs(lead, accept.offer(), accept.agent())
        .map(
            offer ->
                switch (offer.state()) {
                  case OPEN -> {
                    if (tooLate(offer, now)) yield refuse(Why.EXPIRED);
                    var happening = new Happening(lead);
                    happening.add(
                        new OfferAccepted(
                            now,
                            offer.number(),
                            offer.agent(),
                            accept.by(),
                            PriceOfAcceptance.owed(lead, offer, seen.book(), now)));
                    happening.withdrawAll(now, Withdrawal.TAKEN_BY_ANOTHER);
                    yield happening.decided();
                  }
                  case TIMED_OUT -> refuse(Why.EXPIRED);
                  case DECLINED -> refuse(Why.DECLINED_BEFORE);
                  case WITHDRAWN, ACCEPTED -> refuse(Why.WITHDRAWN);
                })
        .orElse(refuse(Why.NOT_YOURS));
  }

  static Decision decline(Rotation lead, Decline decline, Circumstances seen) {
    if (lead.owned()) return refuseAsOwned(lead, decline.agent());
    return theirs(lead, decline.offer(), decline.agent())
        .map(
            offer ->
                switch (offer.state()) {
                  case OPEN -> {
                    if (offer.kind() == Kind.CATCHALL) yield refuse(Why.CATCHALL_CANNOT_DECLINE);
                    if (tooLate(offer, seen.now())) yield refuse(Why.EXPIRED);
                    var happening = new Happening(lead);
                    happening.add(
                        new OfferDeclined(seen.now(), offer.number(), offer.agent(), decline.by()));
                    happening.withdrawAllOf(
                        offer.agent(), seen.now(), Withdrawal.DECLINED_OTHERWISE);
                    if (happening.lead().held().isEmpty()) NextInLine.ask(happening, seen);
                    yield happening.decided();
                  }
                  case TIMED_OUT -> refuse(Why.EXPIRED);
                  case DECLINED -> refuse(Why.DECLINED_BEFORE);
                  case WITHDRAWN, ACCEPTED -> refuse(Why.WITHDRAWN);
                })
        .orElse(refuse(Why.NOT_YOURS));
  }

  static Decision timeOut(Rotation lead, Circumstances seen) {
    if (lead.due().isEmpty() || seen.now().isBefore(lead.due().get())) return refuse(Why.NOT_DUE);
    Instant due = lead.due().get();
    var happening = new Happening(lead);
    return switch (lead.stage()) {
      case HELD -> Arriving.holdIsOver(lead, due, seen);
      case OFFERED -> {
        Offer missed = lead.held().orElseThrow();
        happening.add(new OfferTimedOut(due, missed.number(), missed.agent()));
        NextInLine.ask(happening, seen);
        yield happening.decided();
      }
      case SHARK_TANK -> {
        Run.SharkTank tank = lead.run().sharkTank().orElseThrow();
        if (tank.remindAt().isPresent()) happening.add(new SharkTankReminded(due));
        if (!seen.now().isBefore(tank.until())) {
          happening.withdrawAll(tank.until(), Withdrawal.SHARK_TANK_OVER);
          // Somebody in line may have become free meanwhile: he comes before the catchall.
          NextInLine.ask(happening, seen);
        }
        yield happening.decided();
      }
      case CATCHALL -> {
        happening.add(new LeadBecameDelinquent(due));
        yield happening.decided();
      }
      case OWNED -> Caring.missed(lead, seen);
      case NEW, QUARANTINED, FOLLOWING, DELINQUENT, ENDED -> refuse(Why.NOT_DUE);
    };
  }

  static Decision anotherChance(Rotation lead, GiveAnotherChance chance, Circumstances seen) {
    if (lead.owned()) return refuseAsOwned(lead, chance.agent());
    Optional<Offer> offer = theirs(lead, chance.offer(), chance.agent());
    if (offer.isEmpty()) return refuse(Why.NOT_YOURS);
    if (lead.out().contains(chance.agent())) return refuse(Why.DECLINED_BEFORE);
    if (lead.open().stream().anyMatch(o -> o.agent().equals(chance.agent()))) {
      return refuse(Why.ALREADY_HOLDING);
    }
    if (offer.get().state() != Offer.State.TIMED_OUT) return refuse(Why.NOT_MISSED);
    if (lead.spentChances().contains(chance.offer())) return refuse(Why.ASKED_BEFORE);
    var happening = new Happening(lead);
    happening.add(new AnotherChanceAsked(seen.now(), chance.offer(), chance.agent(), chance.by()));
    boolean kept = lead.stage() == Stage.HELD || lead.stage() == Stage.QUARANTINED;
    if (lead.held().isEmpty() && !kept) NextInLine.ask(happening, seen);
    return happening.decided();
  }

  private static boolean tooLate(Offer offer, Instant now) {
    return offer.expired(now) && !offer.kind().outlivesItsEnd();
  }

  private static Optional<Offer> theirs(Rotation lead, int number, AgentId agent) {
    return lead.offer(number).filter(o -> o.agent().equals(agent));
  }
}
