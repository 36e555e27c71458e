package dev.baton.rotation;

import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a decision sees besides the lead's own history.
 *
 * @param kin earlier leads of the same customer, or with the same value in a field; one of each
 */
public record Circumstances(RoutingBook book, RoutingFacts facts, Instant now, List<Kin> kin) {
  public Circumstances {
    facts = facts.at(now);
    kin = List.copyOf(kin);
  }

  public Circumstances(RoutingBook book, RoutingFacts facts, Instant now, Optional<Kin> kin) {
    this(book, facts, now, kin.stream().toList());
  }

  public Circumstances(RoutingBook book, RoutingFacts facts, Instant now) {
    this(book, facts, now, List.of());
  }

  /** The earlier lead of the same customer. */
  Optional<Kin> customer() {
    return kin.stream().filter(Kin::ofCustomer).findFirst();
  }

  /** The earlier lead with the same value in that field. */
  Optional<Kin> stuckBy(String field) {
    return kin.stream().filter(k -> k.by().equals(field)).findFirst();
  }
}
