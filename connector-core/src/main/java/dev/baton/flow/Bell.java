package dev.baton.flow;

import java.time.Duration;

/**
 * Wakes a step up. Only a bell: what is due is written in the database, so a bell that is lost,
 * late, early or rung twice does no harm.
 */
@FunctionalInterface
public interface Bell {
  /** Rings after that time at the latest; zero means as soon as possible. */
  void ringIn(Duration wait);

  default void ring() {
    ringIn(Duration.ZERO);
  }

  /** For steps that nobody waits for. */
  static Bell silent() {
    return wait -> {};
  }
}
