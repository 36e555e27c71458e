package dev.baton.simulation;

import dev.baton.rotation.RotationCommand;
import java.util.Optional;

/** What somebody wants of a lead; it may depend on how the lead stands when it is looked at. */
@FunctionalInterface
interface Wish {
  Optional<RotationCommand> of(SimulatedLead lead);

  static Wish of(RotationCommand command) {
    Optional<RotationCommand> always = Optional.of(command);
    return lead -> always;
  }
}
