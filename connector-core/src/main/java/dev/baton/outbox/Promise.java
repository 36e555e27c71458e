package dev.baton.outbox;

import dev.baton.agent.AgentId;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something owed to the CRM because of a decision, in Baton's words. */
public sealed interface Promise {

  /**
   * Create the task that tells the agent about an offer.
   *
   * @param price the most that accepting costs, such as {@code 12.50 EUR}; empty where it is free
   * @param shared whether others are offered the lead at the same time
   * @param remindAt when the CRM reminds the agent
   */
  record TellOffer(
      int offer, AgentId agent, Instant due, String price, boolean shared, Instant remindAt)
      implements Promise {
    private static final Duration REMINDED_BEFORE_END = Duration.ofMinutes(2);

    public TellOffer {
      // Offers promised before there were prices are free, and before there were moments to remind
      // at are reminded of as they were.
      price = Objects.requireNonNullElse(price, "");
      remindAt = Objects.requireNonNullElseGet(remindAt, () -> due.minus(REMINDED_BEFORE_END));
    }

    /** An offer of the line, which is the agent's alone. */
    public TellOffer(int offer, AgentId agent, Instant due, String price) {
      this(offer, agent, due, price, false, due.minus(REMINDED_BEFORE_END));
    }

    /** An offer of the line that is free. */
    public TellOffer(int offer, AgentId agent, Instant due) {
      this(offer, agent, due, "");
    }

    /** An offer that others have, too, reminded of shortly before its end. */
    public static TellOffer shared(int offer, AgentId agent, Instant due) {
      return new TellOffer(offer, agent, due, "", true, due.minus(REMINDED_BEFORE_END));
    }
  }

  /**
   * Tick off the task of an offer that has ended.
   *
   * @param outcome how it ended, one line for people
   * @param acceptedBy whose lead it is now; empty where it ended otherwise
   */
  record CloseOffer(int offer, String outcome, boolean answeredInCrm, Optional<AgentId> acceptedBy)
      implements Promise {
    public CloseOffer {
      // Promised before the task told its agent of his other leads.
      acceptedBy = Objects.requireNonNullElse(acceptedBy, Optional.empty());
    }

    /** Of an offer that was not accepted. */
    public CloseOffer(int offer, String outcome, boolean answeredInCrm) {
      this(offer, outcome, answeredInCrm, Optional.empty());
    }
  }

  /** Make the agent the owner of the record. */
  record GiveOwner(AgentId agent) implements Promise {}

  /**
   * Say how far the owner has come, all of it. Its reason is free text, which the outbox forgets
   * once the promise has an outcome.
   */
  record SayFeedback(Feedback feedback) implements Promise {}

  /** Say a comment, whose text is kept apart. */
  record SayComment(CommentId comment) implements Promise {}

  /**
   * Write onto the record that an owner was too slow, for everybody who watches it.
   *
   * @param key names the alert within its lead
   * @param text a sentence that holds nothing of the lead's person
   */
  record SayAlert(String key, Instant at, String text) implements Promise {}
}
