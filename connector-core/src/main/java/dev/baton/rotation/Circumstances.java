package dev.baton.rotation;

import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a decision sees besides the lead's own history.
 *
 * @param kin an earlier lead of the same customer, where there is one
 */
public record Circumstances(RoutingBook book, RoutingFacts facts, Instant now, Optional<Kin> kin) {
  public Circumstances {
    facts = facts.at(now);
  }

  public Circumstances(RoutingBook book, RoutingFacts facts, Instant now) {
    this(book, facts, now, Optional.empty());
  }
}
