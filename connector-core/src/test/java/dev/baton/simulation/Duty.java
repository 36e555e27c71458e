package dev.baton.simulation;

import dev.baton.rotation.Expectation;
import java.time.Instant;

/** Something the owner of a lead has to have done by a moment, as the judge has noted it. */
record Duty(int number, Crew.Promise promise, Instant due) {
  static Duty of(Expectation expectation) {
    return new Duty(expectation.number(), Crew.Promise.of(expectation), expectation.due());
  }
}
