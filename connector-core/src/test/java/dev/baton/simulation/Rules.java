package dev.baton.simulation;

import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationRules;

/** What decides in the simulated world: the rules of rotation, or rules with a planted bug. */
@FunctionalInterface
interface Rules {
  Rules REAL = RotationRules::decide;

  Decision decide(Rotation lead, RotationCommand command, Circumstances seen);
}
