package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.routing.RoutingBook;
import dev.baton.tag.Owing;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What accepting a lead costs an agent (domain §3): the highest price among the lead's tags that he
 * holds. What he was shown with the offer is the most he ever owes: a price that falls meanwhile is
 * lower when he accepts, and one that an admin raises meanwhile is for the offers to come. Catchall
 * and admin assignments are free.
 */
public final class PriceOfAcceptance {
  private PriceOfAcceptance() {}

  /** What an agent is told with an offer. */
  static Optional<Owing> shown(Rotation lead, AgentId agent, Offer.Kind kind, Circumstances seen) {
    return kind == Offer.Kind.CATCHALL
        ? Optional.empty()
        : highest(lead, agent, seen.book(), seen.now());
  }

  /** What the agent owes who accepts the offer at that moment. */
  public static Optional<Owing> owed(Rotation lead, Offer offer, RoutingBook book, Instant at) {
    if (offer.owing().isEmpty()) return Optional.empty();
    Owing most = offer.owing().get();
    return highest(lead, offer.agent(), book, at).map(now -> lower(most, now));
  }

  /** Where the company sells in another currency by now, what was shown counts. */
  private static Owing lower(Owing shown, Owing now) {
    boolean comparable = shown.currency().equals(now.currency());
    return comparable && now.amount().compareTo(shown.amount()) < 0 ? now : shown;
  }

  private static Optional<Owing> highest(
      Rotation lead, AgentId agent, RoutingBook book, Instant at) {
    Set<TagName> held = book.heldBy(agent);
    List<Tag> billable =
        book.tags(lead.tagNames()).stream().filter(tag -> held.contains(tag.name())).toList();
    Duration age = Duration.between(lead.begunAt().orElse(at), at);
    return Owing.highest(billable, age, lead.timeouts());
  }
}
