package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.Follow;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.HoldUntil;
import dev.baton.rotation.RotationCommand.Leave;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.Reconsider;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationCommand.TimeOut;

/**
 * All moves of a rotation (domain §5).
 *
 * <pre>
 *             spam ──▶ QUARANTINED ──▶ (Restore)      same customer ──▶ FOLLOWING ──▶ OWNED, or on
 *   NEW ──▶   intercept, closed ──▶ HELD ──▶ (Release, TimeOut)
 *             │ Begin
 *             ▼            nobody left            time over             time over
 *          OFFERED ────────────────▶ SHARK_TANK ──────────▶ CATCHALL ──────────▶ DELINQUENT
 *           │  ▲ Decline, TimeOut:       │                      │                     │
 *           │  └─ next in line           │                      │                     │
 *           ▼ Accept                     ▼ Accept               ▼ Accept              ▼ Accept
 *         OWNED ◀────────────────────────┴──────────────────────┴─────────────────────┘
 *           └── GiveBack, Move, a missed SLA: again from the start, without the owner
 *
 *   GiveAnotherChance: at once to OFFERED where nobody holds the lead, else next after the holder.
 *   Reconsider: from CATCHALL and DELINQUENT to OFFERED, when somebody in line has become free.
 *   HoldUntil: HELD for other operating hours than before.
 *   Resubmit: from anywhere unowned to the start.   Assign, ChangeOwner: from anywhere to OWNED.
 *   Leave: an agent's offers end.   End: from anywhere but OWNED to ENDED.
 * </pre>
 */
public final class RotationRules {
  private RotationRules() {}

  /** What a command does to a lead, or why it does nothing. No clock, no I/O, no chance. */
  public static Decision decide(Rotation lead, RotationCommand command, Circumstances seen) {
    if (lead.ended().isPresent()) return refuse(Why.LEAD_ENDED);
    Decision decision = move(lead, command, seen);
    return decision instanceof Decided decided ? Caring.expecting(lead, decided, seen) : decision;
  }

  private static Decision move(Rotation lead, RotationCommand command, Circumstances seen) {
    return switch (command) {
      case Begin begin -> Arriving.begin(lead, begin, seen);
      case Restore restore -> Arriving.restore(lead, restore.by(), seen);
      case Release release -> Arriving.release(lead, release.by(), seen);
      case HoldUntil other -> Arriving.holdUntil(lead, other, seen.now());
      case Follow unused -> Arriving.follow(lead, seen);
      case Accept accept -> Answering.accept(lead, accept, seen);
      case Decline decline -> Answering.decline(lead, decline, seen);
      case TimeOut unused -> Answering.timeOut(lead, seen);
      case GiveAnotherChance chance -> Answering.anotherChance(lead, chance, seen);
      case Reconsider unused -> reconsider(lead, seen);
      case Assign assign -> HandingOver.assign(lead, assign, seen);
      case ChangeOwner change -> HandingOver.changeOwner(lead, change, seen.now());
      case Resubmit again -> HandingOver.resubmit(lead, again, seen);
      case GiveBack back -> HandingOver.giveBack(lead, back, seen);
      case Move move -> HandingOver.move(lead, move, seen);
      case Leave leave -> HandingOver.leave(lead, leave.agent(), seen);
      case GiveFeedback given -> Caring.feedback(lead, given, seen.now());
      case NoteComment comment -> Caring.comment(lead, comment, seen.now());
      case End end -> HandingOver.end(lead, end, seen.now());
    };
  }

  /** A lead that nobody could be asked for is offered as soon as somebody can be. */
  private static Decision reconsider(Rotation lead, Circumstances seen) {
    if (!lead.stage().waits() || !NextInLine.somebodyIsFree(lead, seen))
      return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    NextInLine.ask(happening, seen);
    return happening.decided();
  }

  static Decision refuseAsOwned(Rotation lead, AgentId agent) {
    return lead.owner().filter(agent::equals).isPresent()
        ? refuse(Why.ALREADY_YOURS)
        : new Refused(new Refusal(Why.ALREADY_TAKEN, lead.owner()));
  }

  static Decision refuse(Why why) {
    return new Refused(Refusal.of(why));
  }
}
