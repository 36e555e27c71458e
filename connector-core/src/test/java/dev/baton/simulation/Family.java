package dev.baton.simulation;

import dev.baton.simulation.Seen.Akin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Other leads that a lead may follow: of the same customer, or with the same value in a field. */
final class Family {
  private final List<SimulatedLead> leads;
  private final SimulatedLead lead;
  private final Edition edition;

  Family(List<SimulatedLead> leads, SimulatedLead lead, Edition edition) {
    this.leads = leads;
    this.lead = lead;
    this.edition = edition;
  }

  Optional<Akin> ofCustomer() {
    if (lead.notes.following >= 0) {
      return leads.stream()
          .filter(l -> l.number == lead.notes.following)
          .findFirst()
          .map(Family::akin);
    }
    if (lead.customer < 0 || !looks()) return Optional.empty();
    return latest(other -> other.customer == lead.customer);
  }

  Optional<Akin> stuck() {
    boolean sticks = edition.crew.filter(crew -> !crew.sticks().isZero()).isPresent();
    if (!sticks || lead.company < 0 || lead.notes.following >= 0 || !looks()) {
      return Optional.empty();
    }
    return latest(other -> other.company == lead.company && !other.notes.coalesced);
  }

  /** Only a lead that comes in looks for others. */
  private boolean looks() {
    return lead.notes.events == 0 || lead.notes.quarantined && !lead.notes.owned;
  }

  private Optional<Akin> latest(Predicate<SimulatedLead> akin) {
    Optional<SimulatedLead> latest = Optional.empty();
    for (SimulatedLead other : leads) {
      boolean counts = isOnItsWay(other) || other.notes.owner >= 0 && !other.notes.ended;
      if (other != lead && counts && akin.test(other)) latest = Optional.of(other);
    }
    return latest.map(Family::akin);
  }

  private static Akin akin(SimulatedLead other) {
    return new Akin(other.number, other.notes.owner, other.notes.ownedSince, isOnItsWay(other));
  }

  private static boolean isOnItsWay(SimulatedLead lead) {
    if (lead.notes.events == 0) return false;
    return switch (lead.notes.stage()) {
      case NEW, HELD, OFFERED, SHARK_TANK, CATCHALL -> true;
      case QUARANTINED, FOLLOWING, DELINQUENT, OWNED, ENDED -> false;
    };
  }
}
