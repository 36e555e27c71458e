package dev.baton.salesforce.sandbox;

/**
 * How telling others went so far.
 *
 * @param delivered notifications that were acknowledged, copies included
 * @param attempts messages sent
 * @param failed messages that were not acknowledged
 * @param dropped notifications that were given up after 24 hours
 */
public record OutboundCounts(long delivered, long attempts, long failed, long dropped) {
  OutboundCounts plus(long moreDelivered, long moreFailed, long moreDropped) {
    return new OutboundCounts(
        delivered + moreDelivered, attempts + 1, failed + moreFailed, dropped + moreDropped);
  }
}
