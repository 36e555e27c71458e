package dev.baton.outbox;

import dev.baton.agent.AgentId;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Feedback;
import java.time.Instant;
import java.util.Objects;

/** Something owed to the CRM because of a decision, in Baton's words. */
public sealed interface Promise {

  /**
   * Create the task that tells the agent about an offer.
   *
   * @param price the most that accepting costs, such as {@code 12.50 EUR}; empty where it is free
   */
  record TellOffer(int offer, AgentId agent, Instant due, String price) implements Promise {
    public TellOffer {
      // Offers promised before there were prices are free.
      price = Objects.requireNonNullElse(price, "");
    }

    public TellOffer(int offer, AgentId agent, Instant due) {
      this(offer, agent, due, "");
    }
  }

  /**
   * Tick off the task of an offer that has ended.
   *
   * @param outcome how it ended, one line for people
   */
  record CloseOffer(int offer, String outcome, boolean answeredInCrm) implements Promise {}

  /** Make the agent the owner of the record. */
  record GiveOwner(AgentId agent) implements Promise {}

  /**
   * Say how far the owner has come, all of it. Its reason is free text, which the outbox forgets
   * once the promise has an outcome.
   */
  record SayFeedback(Feedback feedback) implements Promise {}

  /** Say a comment, whose text is kept apart. */
  record SayComment(CommentId comment) implements Promise {}
}
