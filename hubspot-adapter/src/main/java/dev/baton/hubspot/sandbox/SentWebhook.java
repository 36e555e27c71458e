package dev.baton.hubspot.sandbox;

import java.net.URI;

/**
 * A request the app was sent.
 *
 * @param timestamp milliseconds since 1970, as its header said
 * @param status what the app answered; 0 where it did not, or not in time
 */
public record SentWebhook(
    URI target, String timestamp, String signature, String body, int status) {}
