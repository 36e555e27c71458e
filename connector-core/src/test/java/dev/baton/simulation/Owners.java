package dev.baton.simulation;

import static dev.baton.simulation.Invariant.CONTESTED_WHERE_FOUGHT_OVER;
import static dev.baton.simulation.Invariant.DECLINED_FOR_GOOD;
import static dev.baton.simulation.Invariant.DUTIES_AS_AGREED;
import static dev.baton.simulation.Invariant.NEVER_EARLY;
import static dev.baton.simulation.Invariant.NOTHING_LEFT_OPEN;
import static dev.baton.simulation.Invariant.ONE_OWNER;
import static dev.baton.simulation.Invariant.ONE_WRITE_PER_OWNER;
import static dev.baton.simulation.Invariant.ONLY_ELIGIBLE;
import static dev.baton.simulation.Invariant.OWNER_SPEAKS;
import static dev.baton.simulation.Invariant.SETTLED_WHEN_DUE;
import static dev.baton.simulation.Invariant.TRUE_HISTORY;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.rotation.RotationEvent.SlaMissed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges who owns a lead, who loses it, and what an owner has to do (domain §5, §6 and §8). */
final class Owners {
  private final Notes notes;

  /** What the owner of this decision has to do by the team's agreement. */
  private List<Duty> agreed = List.of();

  Owners(Notes notes) {
    this.notes = notes;
  }

  // Who gets it ----------------------------------------------------------------------------------

  void assigned(LeadAssigned e, Seen seen) {
    unowned(notes, e.agent(), e);
    int agent = People.bit(e.agent());
    DECLINED_FOR_GOOD.check((notes.declined & agent) == 0, "had declined", e);
    ONLY_ELIGIBLE.check((seen.edition().active & agent) != 0, "has left", e);
  }

  static void unowned(Notes notes, AgentId agent, RotationEvent e) {
    boolean already = notes.owned && People.of(agent) == notes.owner;
    ONE_WRITE_PER_OWNER.check(!already, "owner already", e);
    ONE_OWNER.check(!notes.owned, "beside the owner", e);
  }

  /** The CRM wins over any owner, but an owner who is the same is no change. */
  void changed(OwnerChangedInCrm e) {
    boolean same =
        notes.owned && e.agent().isPresent() && People.of(e.agent().get()) == notes.owner;
    ONE_WRITE_PER_OWNER.check(!same, "owner already", e);
  }

  void contested(LeadContested e, Instant now) {
    CONTESTED_WHERE_FOUGHT_OVER.check(notes.isFoughtOver(), "not that often", e);
    CONTESTED_WHERE_FOUGHT_OVER.check(!notes.isContested(now), "twice", e);
  }

  // Who loses it ---------------------------------------------------------------------------------

  void resubmitted(RotationResubmitted e) {
    TRUE_HISTORY.check(!notes.owned && !notes.quarantined && notes.events > 0, "not to be", e);
    NOTHING_LEFT_OPEN.check(notes.open == 0, "open", e);
  }

  void returned(LeadReturned e, Instant now) {
    TRUE_HISTORY.check(notes.owned, "was not owned", e);
    TRUE_HISTORY.check(e.owner().map(People::of).orElse(-1) == notes.owner, "not the owner", e);
    TRUE_HISTORY.check(e.at().equals(now), "not now", e);
    boolean bySla = e.by().startsWith("SLA ");
    DUTIES_AS_AGREED.check(bySla == notes.toBeTakenBack, "taken back as not agreed", e);
  }

  // What he has to do ----------------------------------------------------------------------------

  void speaks(Optional<AgentId> agent, RotationEvent e) {
    TRUE_HISTORY.check(notes.owned, "nobody owns it", e);
    OWNER_SPEAKS.check(agent.isEmpty() || People.of(agent.get()) == notes.owner, "who?", e);
  }

  /** Works out what a new owner has to do, once he is known and before he is noted. */
  void follow(RotationEvent event, Seen seen) {
    boolean got =
        event instanceof OfferAccepted
            || event instanceof LeadAssigned
            || event instanceof LeadCoalesced
            || event instanceof OwnerChangedInCrm e && e.agent().isPresent();
    if (got) agreed = agreed(seen);
    else if (event instanceof LeadReturned || event instanceof OwnerChangedInCrm) {
      agreed = List.of();
    }
  }

  private List<Duty> agreed(Seen seen) {
    List<Crew.Promise> promises =
        seen.edition().crewOf(notes.tags).map(Crew::promises).orElse(List.of());
    if (promises.isEmpty()) return List.of();
    return IntStream.range(0, promises.size())
        .mapToObj(i -> new Duty(i + 1, promises.get(i), seen.now().plus(promises.get(i).after())))
        .filter(duty -> !notes.has(duty.promise().goal()))
        .toList();
  }

  void expected(CareExpected e) {
    List<Duty> duties = e.expectations().stream().map(Duty::of).toList();
    DUTIES_AS_AGREED.check(People.of(e.agent()) == notes.owner, "not of the owner", e);
    DUTIES_AS_AGREED.check(duties.equals(agreed), "not that", e);
    agreed = List.of();
  }

  void missed(SlaMissed e, Instant now) {
    Duty duty = Duty.of(e.expectation());
    TRUE_HISTORY.check(People.of(e.agent()) == notes.owner, "not of the owner", e);
    DUTIES_AS_AGREED.check(notes.duties.contains(duty), "was not expected", e);
    DUTIES_AS_AGREED.check(duty.due().equals(notes.firstDuty()), "not the first", e);
    NEVER_EARLY.check(!now.isBefore(duty.due()), "he has time", e);
    SETTLED_WHEN_DUE.check(e.at().equals(duty.due()), "another time", e);
    boolean contested = notes.isContested(now);
    CONTESTED_WHERE_FOUGHT_OVER.check(e.contested() == contested, "is it fought over?", e);
  }

  /** Judges the end of a decision. */
  void leftIn(Rotation after, Instant now) {
    boolean said = !notes.isFoughtOver() || notes.isContested(now) || !isNew(now);
    CONTESTED_WHERE_FOUGHT_OVER.check(said, "nobody says so", after);
    DUTIES_AS_AGREED.check(agreed.isEmpty(), "is not told what to do", after);
    DUTIES_AS_AGREED.check(!notes.toBeTakenBack, "was not taken back", after);
  }

  /** Whether the last change is of this decision. */
  private boolean isNew(Instant now) {
    return notes.changes.getLast().equals(now);
  }
}
