package dev.baton.crm;

/** What reading a task back from the CRM gave. */
public sealed interface TaskRead {

  /**
   * A task that Baton created for an offer.
   *
   * @param offerKey the offer it stands for, as {@link CrmWrite.OfferTask} named it
   * @param completed whether somebody has ticked it off
   */
  record OfOffer(String offerKey, boolean completed) implements TaskRead {}

  /** Not one of Baton's tasks, or gone. */
  record NotOurs() implements TaskRead {}
}
