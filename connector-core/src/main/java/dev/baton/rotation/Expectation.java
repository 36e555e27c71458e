package dev.baton.rotation;

import dev.baton.agent.Sla;
import dev.baton.feedback.Progress;
import java.time.Instant;

/**
 * What an owner has to have done by a moment (domain §8, SLAs).
 *
 * @param number which of the team's SLAs it is, from 1
 */
public record Expectation(int number, Sla sla, Instant due) {
  /** Whether it is done. */
  boolean metBy(Progress progress) {
    return switch (sla.goal()) {
      case ACTED_ON -> progress.contact().acted();
      case CONTACTED -> progress.contact().reached();
    };
  }
}
