package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.LeadId;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which leads somebody is looking for; all that is said has to be so.
 *
 * @param words beginnings of words, as {@link dev.baton.lead.SearchWords} reads what was typed
 * @param agent who owns the lead, or holds its offer
 * @param from received then or later
 * @param to received before then
 * @param after only those that come after it in the list
 */
public record LeadSearch(
    List<String> words,
    Optional<LeadStatus> status,
    Optional<TagName> tag,
    Optional<TeamId> team,
    Optional<AgentId> agent,
    Optional<ConnectionId> connection,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after) {
  public static final LeadSearch ALL =
      new LeadSearch(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public LeadSearch {
    words = List.copyOf(words);
  }

  /** Where a lead stands in the list, which is by when leads were received. */
  public record Place(Instant receivedAt, LeadId id) {}

  public LeadSearch saying(List<String> looked) {
    return new LeadSearch(looked, status, tag, team, agent, connection, from, to, after);
  }

  public LeadSearch in(LeadStatus wanted) {
    return new LeadSearch(
        words, Optional.of(wanted), tag, team, agent, connection, from, to, after);
  }

  public LeadSearch tagged(TagName wanted) {
    return new LeadSearch(
        words, status, Optional.of(wanted), team, agent, connection, from, to, after);
  }

  public LeadSearch of(TeamId wanted) {
    return new LeadSearch(
        words, status, tag, Optional.of(wanted), agent, connection, from, to, after);
  }

  public LeadSearch with(AgentId wanted) {
    return new LeadSearch(
        words, status, tag, team, Optional.of(wanted), connection, from, to, after);
  }

  public LeadSearch by(ConnectionId wanted) {
    return new LeadSearch(words, status, tag, team, agent, Optional.of(wanted), from, to, after);
  }

  /** Received in a span of time. */
  public LeadSearch between(Optional<Instant> begin, Optional<Instant> end) {
    return new LeadSearch(words, status, tag, team, agent, connection, begin, end, after);
  }

  public LeadSearch after(Place last) {
    return new LeadSearch(words, status, tag, team, agent, connection, from, to, Optional.of(last));
  }
}
