package dev.baton.outbox;

import dev.baton.agent.AgentId;
import java.time.Instant;

/** Something owed to the CRM because of a decision, in Baton's words. */
public sealed interface Promise {

  /** Create the task that tells the agent about an offer. */
  record TellOffer(int offer, AgentId agent, Instant due) implements Promise {}

  /**
   * Tick off the task of an offer that has ended.
   *
   * @param outcome how it ended, one line for people
   */
  record CloseOffer(int offer, String outcome, boolean answeredInCrm) implements Promise {}

  /** Make the agent the owner of the record. */
  record GiveOwner(AgentId agent) implements Promise {}
}
