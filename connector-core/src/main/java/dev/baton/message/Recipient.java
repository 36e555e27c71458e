package dev.baton.message;

import dev.baton.agent.AgentId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Who is to be told, and how he can be.
 *
 * @param agent empty for the admins
 * @param email the agent's own
 * @param zone whose clock his quiet hours follow
 * @param on the media that are set up here
 */
public record Recipient(
    Optional<AgentId> agent,
    String email,
    ContactSettings settings,
    ZoneId zone,
    CompanyContacts company,
    Set<Medium> on) {
  public Recipient {
    on = Set.copyOf(on);
  }
}
