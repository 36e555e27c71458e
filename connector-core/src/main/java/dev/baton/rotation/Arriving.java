package dev.baton.rotation;

import static dev.baton.rotation.RotationRules.refuse;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.HoldUntil;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadFollows;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadQuarantined;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadStandsAlone;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What happens to a lead before it is offered: spam, then coalesce, then hold, then rotate (domain
 * §11, "In").
 */
final class Arriving {
  private Arriving() {}

  static Decision begin(Rotation lead, Begin begin, Circumstances seen) {
    if (lead.version() > 0) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new RotationBegun(seen.now(), begin.traits()));
    if (begin.owner().isPresent()) {
      ChangeOwner owner = begin.owner().get();
      happening.add(new OwnerChangedInCrm(seen.now(), owner.crmOwner(), owner.agent()));
    } else if (begin.spam().isPresent()) {
      happening.add(new LeadQuarantined(seen.now(), begin.spam().get()));
    } else {
      coalesce(happening, seen);
    }
    return happening.decided();
  }

  static Decision restore(Rotation lead, String by, Circumstances seen) {
    if (lead.stage() != Stage.QUARANTINED) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new LeadRestored(seen.now(), by));
    coalesce(happening, seen);
    return happening.decided();
  }

  static Decision release(Rotation lead, String by, Circumstances seen) {
    if (lead.stage() != Stage.HELD) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new LeadReleased(seen.now(), by));
    NextInLine.ask(happening, seen);
    return happening.decided();
  }

  /** The time of a held lead has come. */
  static Decision holdIsOver(Rotation lead, Instant due, Circumstances seen) {
    var happening = new Happening(lead);
    happening.add(new LeadReleased(due, ""));
    NextInLine.ask(happening, seen);
    return happening.decided();
  }

  static Decision holdUntil(Rotation lead, HoldUntil other, Instant now) {
    Optional<Hold> hold = lead.hold().filter(h -> h.why() == Hold.Why.OUT_OF_HOURS);
    boolean held = lead.stage() == Stage.HELD && hold.isPresent();
    if (!held || hold.get().until().equals(other.until())) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new LeadHeld(now, Hold.Why.OUT_OF_HOURS, other.until()));
    return happening.decided();
  }

  static Decision follow(Rotation lead, Circumstances seen) {
    if (lead.stage() != Stage.FOLLOWING) return refuse(Why.NOTHING_TO_DO);
    Optional<Kin> kin = seen.customer();
    if (kin.filter(Kin::onItsWay).isPresent()) return refuse(Why.NOT_DUE);
    var happening = new Happening(lead);
    Optional<AgentId> owner = kin.flatMap(Kin::owner).filter(a -> isWithUs(a, seen));
    if (owner.isPresent()) {
      happening.add(new LeadCoalesced(seen.now(), owner.get(), kin.get().lead()));
    } else {
      happening.add(new LeadStandsAlone(seen.now()));
      hold(happening, seen);
    }
    return happening.decided();
  }

  /** A customer who has an owner stays with him; one who waits for an owner waits once. */
  private static void coalesce(Happening happening, Circumstances seen) {
    Optional<Kin> kin =
        seen.customer()
            .filter(k -> counts(k, seen.book().settings().intake().coalesceWithin(), seen))
            .or(() -> stuck(happening.lead(), seen));
    if (kin.isEmpty()) {
      hold(happening, seen);
    } else if (kin.get().onItsWay()) {
      happening.add(new LeadFollows(seen.now(), kin.get().lead()));
    } else {
      AgentId owner = kin.get().owner().orElseThrow();
      happening.add(new LeadCoalesced(seen.now(), owner, kin.get().lead()));
    }
  }

  /** The lead that this one sticks to, where its team has leads stick by a field (domain §8). */
  private static Optional<Kin> stuck(Rotation lead, Circumstances seen) {
    Optional<Sticky> sticky = seen.book().teamOf(lead.traits()).flatMap(Team::sticky);
    return sticky
        .flatMap(s -> seen.stuckBy(s.field()))
        .filter(k -> counts(k, sticky.get().time(), seen));
  }

  private static boolean counts(Kin kin, Duration time, Circumstances seen) {
    // Never is never, also for an earlier lead that is still on its way.
    if (time.isZero()) return false;
    Instant earliest = seen.now().minus(time);
    if (kin.onItsWay()) return true;
    return kin.owner().filter(a -> isWithUs(a, seen)).isPresent()
        && kin.ownedAt().filter(at -> at.isAfter(earliest)).isPresent();
  }

  private static boolean isWithUs(AgentId agent, Circumstances seen) {
    return seen.book().agent(agent).filter(Agent::active).isPresent();
  }

  private static void hold(Happening happening, Circumstances seen) {
    if (seen.book().settings().intake().manualIntercept()) {
      happening.add(new LeadHeld(seen.now(), Hold.Why.MANUAL_INTERCEPT, Optional.empty()));
    } else {
      NextInLine.ask(happening, seen);
    }
  }
}
