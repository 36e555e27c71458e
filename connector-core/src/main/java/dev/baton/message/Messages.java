package dev.baton.message;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks messages up, for pages and the API, and takes letters to be posted. */
public interface Messages {
  /** The latest messages, newest first. */
  List<Message> latest(CompanyId company, Wanted wanted, int limit);

  /** Which messages somebody wants to see: those about the lead and to the agent, where given. */
  record Wanted(Optional<LeadId> lead, Optional<AgentId> agent) {
    public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty());

    public Wanted about(LeadId one) {
      return new Wanted(Optional.of(one), agent);
    }

    public Wanted to(AgentId one) {
      return new Wanted(lead, Optional.of(one));
    }
  }

  Optional<Message> find(CompanyId company, MessageId message);

  /**
   * Posts a letter by e-mail that is about no lead. Its words are kept encrypted, and only until it
   * has an outcome.
   *
   * @param until from when on it is of no use, such as when the link in it expires
   */
  void post(
      CompanyId company,
      MessageId id,
      String address,
      Letter letter,
      Instant at,
      Optional<Instant> until);

  /** Notes a message that was sent at once. */
  void note(Message message);
}
