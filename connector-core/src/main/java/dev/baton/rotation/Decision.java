package dev.baton.rotation;

import dev.baton.routing.LineUp;
import java.util.List;
import java.util.Optional;

/** What the rules answer to a command. */
public sealed interface Decision {

  /**
   * It happens.
   *
   * @param events in order; at least one
   * @param lineUp who stood in line and why the others did not, where the line was looked at
   */
  record Decided(List<RotationEvent> events, Optional<LineUp> lineUp) implements Decision {
    public Decided {
      events = List.copyOf(events);
    }
  }

  /** It does not happen, and nothing is recorded. */
  record Refused(Refusal refusal) implements Decision {}
}
