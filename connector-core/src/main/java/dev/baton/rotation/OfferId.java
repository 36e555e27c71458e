package dev.baton.rotation;

import dev.baton.lead.LeadId;
import java.util.Optional;

/** Names an offer: the lead, and the how-manieth offer of that lead it is, from 1. */
public record OfferId(LeadId lead, int number) {
  /** The offer as the CRM's task carries it, so that a task tells its offer. */
  public String key() {
    return lead + "-" + number;
  }

  /** Reads {@link #key()} back; empty for anything else. */
  public static Optional<OfferId> parse(String key) {
    int dash = key.lastIndexOf('-');
    if (dash != 36) return Optional.empty();
    try {
      return Optional.of(
          new OfferId(
              LeadId.parse(key.substring(0, dash)), Integer.parseInt(key.substring(dash + 1))));
    } catch (IllegalArgumentException notAnOffer) {
      return Optional.empty();
    }
  }
}
