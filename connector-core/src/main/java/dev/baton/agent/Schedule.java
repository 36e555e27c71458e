package dev.baton.agent;

import java.util.Optional;

/**
 * When an agent works, as an admin has set it.
 *
 * @param shift the agent's own hours; empty for those of the company
 * @param region whose holidays the agent has; empty for none
 */
public record Schedule(Optional<WeeklyHours> shift, Optional<String> region) {
  /** The company's hours, and no holidays. */
  public static final Schedule NONE = new Schedule(Optional.empty(), Optional.empty());
}
