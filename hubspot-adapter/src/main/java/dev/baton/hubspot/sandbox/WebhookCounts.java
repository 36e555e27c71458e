package dev.baton.hubspot.sandbox;

/**
 * How telling the app went so far.
 *
 * @param delivered events the app has taken, copies included
 * @param attempts requests sent
 * @param failed requests that were refused or not answered
 * @param givenUp events that used up their last attempt
 */
public record WebhookCounts(long delivered, long attempts, long failed, long givenUp) {
  WebhookCounts plus(long moreDelivered, long moreAttempts, long moreFailed, long moreGivenUp) {
    return new WebhookCounts(
        delivered + moreDelivered,
        attempts + moreAttempts,
        failed + moreFailed,
        givenUp + moreGivenUp);
  }
}
