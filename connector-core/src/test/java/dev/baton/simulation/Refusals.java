package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import dev.baton.rotation.Hold;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.RotationCommand;
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
import dev.baton.rotation.Stage;
import java.util.Optional;

/** Holds a "no" against the notes: whether it was right, and whether its reason is true. */
final class Refusals {
  private final Notes notes;
  private final Seen seen;

  private Refusals(Notes notes, Seen seen) {
    this.notes = notes;
    this.seen = seen;
  }

  static void judge(RotationCommand command, Refusal refusal, SimulatedLead lead, Seen seen) {
    var refusals = new Refusals(lead.notes, seen);
    boolean waits = command instanceof Reconsider && lead.notes.stage().waits();
    boolean free = waits && lead.judge.offers().somebodyIsFree(seen);
    Invariant.FREE_AT_ONCE.check(!free, "refused", command);
    if (!lead.notes.ended && refusals.mustHappen(command)) {
      throw Invariant.TRUE_REFUSALS.broken(refusal.why() + " to " + command);
    }
    if (!refusals.isTrue(refusal, asker(command))) {
      throw Invariant.TRUE_REFUSALS.broken("not so: " + refusal + " to " + command);
    }
  }

  private boolean mustHappen(RotationCommand command) {
    boolean owned = notes.owned;
    return switch (command) {
      case Begin unused -> notes.events == 0;
      case Accept e -> !owned && answerable(e.offer(), e.agent(), Kind.CATCHALL, true);
      case Decline e -> !owned && answerable(e.offer(), e.agent(), Kind.CATCHALL, false);
      case GiveAnotherChance e -> !owned && missed(e.offer(), e.agent());
      case TimeOut unused -> !seen.now().isBefore(notes.due());
      case Assign e -> !owned && mayBeGiven(e.agent());
      case ChangeOwner e ->
          notes.events > 0
              && e.agent().filter(a -> People.of(a) != notes.owner || !owned).isPresent();
      case Move e ->
          owned && e.to().map(a -> People.of(a) != notes.owner && mayBeGiven(a)).orElse(true);
      case GiveBack e -> owned && People.of(e.agent()) == notes.owner;
      case Resubmit unused -> !owned && notes.events > 0 && !notes.quarantined;
      case Restore unused -> notes.stage() == Stage.QUARANTINED;
      case Release unused -> notes.stage() == Stage.HELD;
      case HoldUntil e ->
          notes.stage() == Stage.HELD
              && notes.keptWhy == Hold.Why.OUT_OF_HOURS
              && !e.until().orElse(Notes.NEVER).equals(notes.keptUntil);
      case Follow unused ->
          notes.stage() == Stage.FOLLOWING && seen.kin().filter(k -> k.onItsWay()).isEmpty();
      case Reconsider unused -> false;
      case Leave e -> notes.offers.stream().anyMatch(o -> o.open() && o.agent.equals(e.agent()));
      case GiveFeedback e -> owned && speaks(e.agent()) && (e.saysMore() || isNew(e.progress()));
      case NoteComment e -> owned && speaks(e.agent());
      case End unused -> !owned;
    };
  }

  private boolean answerable(int number, AgentId agent, Kind endless, boolean accepting) {
    if (number < 1 || number > notes.offers.size()) return false;
    Noted offer = notes.offers.get(number - 1);
    boolean declined = (notes.declined & People.bit(agent)) != 0;
    if (!offer.agent.equals(agent) || !offer.open() || declined) return false;
    return offer.kind == endless ? accepting : seen.now().isBefore(offer.end);
  }

  private boolean missed(int number, AgentId agent) {
    if (number < 1 || number > notes.offers.size()) return false;
    Noted offer = notes.offers.get(number - 1);
    boolean out = (notes.out() & People.bit(agent)) != 0;
    boolean asked = notes.offers.stream().anyMatch(o -> o.open() && o.agent.equals(agent));
    return offer.agent.equals(agent)
        && offer.state == State.TIMED_OUT
        && !offer.chanceAsked
        && !out
        && !asked;
  }

  private boolean mayBeGiven(AgentId agent) {
    int bit = People.bit(agent);
    return (seen.edition().active & bit) != 0 && (notes.declined & bit) == 0;
  }

  private boolean speaks(Optional<AgentId> agent) {
    return agent.isEmpty() || People.of(agent.get()) == notes.owner;
  }

  private boolean isNew(Progress progress) {
    return progress.contact().acted() != notes.acted
        || progress.contact().reached() != notes.reached
        || progress.deal().closed() != notes.closed;
  }

  private boolean isTrue(Refusal refusal, Optional<AgentId> asker) {
    int agent = asker.map(People::bit).orElse(0);
    return switch (refusal.why()) {
      case ALREADY_TAKEN ->
          notes.owned
              && refusal.owner().map(People::of).orElse(-1) == notes.owner
              && (asker.isEmpty() || !refusal.owner().equals(asker));
      case ALREADY_YOURS -> agent != 0 && notes.owned && agent == 1 << notes.owner;
      case LEAD_ENDED -> notes.ended;
      // Who has lost the lead is told the same: it is nearest in meaning.
      case DECLINED_BEFORE -> (agent & notes.out()) != 0;
      case QUARANTINED -> notes.quarantined;
      case NOT_OWNED -> !notes.owned;
      case UNKNOWN_AGENT -> (agent & seen.edition().active) == 0;
      case NOT_YOURS,
          EXPIRED,
          WITHDRAWN,
          ASKED_BEFORE,
          ALREADY_HOLDING,
          NOT_MISSED,
          CATCHALL_CANNOT_DECLINE,
          NOT_DUE,
          NOTHING_TO_DO ->
          true;
    };
  }

  /** For whom it was asked, where it was for somebody. */
  private static Optional<AgentId> asker(RotationCommand command) {
    return switch (command) {
      case Accept e -> Optional.of(e.agent());
      case Decline e -> Optional.of(e.agent());
      case GiveAnotherChance e -> Optional.of(e.agent());
      case Assign e -> Optional.of(e.agent());
      case Move e -> e.to();
      case GiveBack e -> Optional.of(e.agent());
      case GiveFeedback e -> e.agent();
      case NoteComment e -> e.agent();
      default -> Optional.empty();
    };
  }
}
