package dev.baton.feedback;

import java.util.Optional;

/**
 * Feedback as the history keeps it: without the owner's words, which are kept apart.
 *
 * @param reasoned whether a reason stands beside it
 */
public record Progress(
    ContactStatus contact, DealStatus deal, Optional<ExpectedValue> value, boolean reasoned) {
  /** Nothing has been said yet: how every lead begins. */
  public static final Progress NONE = Feedback.NONE.progress();

  public Progress {
    if (deal.impliesContact()) contact = ContactStatus.CONTACTED;
  }
}
