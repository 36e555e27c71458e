package dev.baton.feedback;

import java.util.Optional;

/**
 * How far an owner has come with a lead (domain §6). A deal under way or closed implies that the
 * customer was contacted.
 *
 * @param reason why, in the owner's words; free text, so it is kept apart from the history
 */
public record Feedback(
    ContactStatus contact, DealStatus deal, Optional<ExpectedValue> value, String reason) {
  private static final int LONGEST_REASON = 255;

  /** Nothing has been said yet: how every lead begins. */
  public static final Feedback NONE =
      new Feedback(ContactStatus.NOT_CONTACTED, DealStatus.NONE, Optional.empty(), "");

  public Feedback {
    if (deal.impliesContact()) contact = ContactStatus.CONTACTED;
    reason = reason.strip();
    if (reason.length() > LONGEST_REASON) reason = reason.substring(0, LONGEST_REASON);
  }

  public Feedback(ContactStatus contact, DealStatus deal) {
    this(contact, deal, Optional.empty(), "");
  }

  /** As the history keeps it. */
  public Progress progress() {
    return new Progress(contact, deal, value, !reason.isEmpty());
  }

  public Feedback because(String words) {
    return new Feedback(contact, deal, value, words);
  }

  public Feedback worth(ExpectedValue expected) {
    return new Feedback(contact, deal, Optional.of(expected), reason);
  }

  /** The reason is free text and stays out of logs. */
  @Override
  public String toString() {
    return "Feedback[" + contact + ", " + deal + value.map(v -> ", " + v).orElse("") + "]";
  }
}
