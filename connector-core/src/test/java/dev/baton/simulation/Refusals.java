package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.simulation.Notes.Noted;
import java.time.Instant;
import java.util.Optional;

/** Holds a "no" against the notes: whether it was right, and whether its reason is true. */
final class Refusals {
  private Refusals() {}

  static void judge(RotationCommand command, Refusal refusal, Notes notes, Instant now) {
    if (mustHappen(command, notes, now)) {
      throw new InvariantBroken(Invariant.TRUE_REFUSALS, refusal.why() + " to " + command);
    }
    if (!isTrue(refusal, notes, asker(command))) {
      throw new InvariantBroken(Invariant.TRUE_REFUSALS, "not so: " + refusal + " to " + command);
    }
  }

  private static boolean mustHappen(RotationCommand command, Notes notes, Instant now) {
    if (notes.owned || notes.ended) return false;
    if (command instanceof Accept e) return answerable(e.offer(), e.agent(), notes, now, false);
    if (command instanceof Decline e) return answerable(e.offer(), e.agent(), notes, now, true);
    return command instanceof TimeOut && !now.isBefore(notes.due());
  }

  private static boolean answerable(
      int number, AgentId agent, Notes notes, Instant now, boolean alone) {
    if (number < 1 || number > notes.offers.size()) return false;
    Noted offer = notes.offers.get(number - 1);
    boolean declined = (notes.declined & People.bit(agent)) != 0;
    if (!offer.agent.equals(agent) || !offer.open() || declined) return false;
    return offer.kind.exclusive() ? now.isBefore(offer.end) : !alone;
  }

  private static boolean isTrue(Refusal refusal, Notes notes, Optional<AgentId> asker) {
    if (refusal.why() == Why.ALREADY_TAKEN) {
      return notes.owned
          && refusal.owner().map(People::of).orElse(-1) == notes.owner
          && !refusal.owner().equals(asker);
    }
    if (refusal.why() == Why.ALREADY_YOURS) {
      return asker.isPresent() && notes.owned && People.of(asker.get()) == notes.owner;
    }
    if (refusal.why() == Why.LEAD_ENDED) return notes.ended;
    if (refusal.why() == Why.DECLINED_BEFORE) {
      return asker.isPresent() && (notes.declined & People.bit(asker.get())) != 0;
    }
    return true;
  }

  /** For whom it was asked, where it was for somebody. */
  private static Optional<AgentId> asker(RotationCommand command) {
    if (command instanceof Accept e) return Optional.of(e.agent());
    if (command instanceof Decline e) return Optional.of(e.agent());
    if (command instanceof GiveAnotherChance e) return Optional.of(e.agent());
    if (command instanceof Assign e) return Optional.of(e.agent());
    return Optional.empty();
  }
}
