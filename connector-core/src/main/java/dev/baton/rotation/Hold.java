package dev.baton.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a lead is kept back before it is offered.
 *
 * @param until when it goes on by itself; empty where an admin has to release it
 */
public record Hold(Why why, Optional<Instant> until) {
  /** What is waited for. */
  public enum Why {
    /** The company's operating hours (domain §5). */
    OUT_OF_HOURS,
    /** An admin, who looks at each new lead first (domain §4, manual intercept). */
    MANUAL_INTERCEPT
  }
}
