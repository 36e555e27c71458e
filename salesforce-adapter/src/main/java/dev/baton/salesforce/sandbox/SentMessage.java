package dev.baton.salesforce.sandbox;

import java.net.URI;
import java.util.List;

/**
 * An attempt to deliver an outbound message.
 *
 * @param attempt 0 for the first
 * @param notificationIds in the order they stood in it
 * @param status what the receiver answered; 0 where it did not, or not in time
 * @param acknowledged whether the receiver's answer reached Salesforce and was the one that counts
 */
public record SentMessage(
    URI target,
    String actionId,
    int attempt,
    List<String> notificationIds,
    String body,
    int status,
    boolean acknowledged) {
  public SentMessage {
    notificationIds = List.copyOf(notificationIds);
  }
}
