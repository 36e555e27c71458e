package dev.baton.hubspot.sandbox;

import java.time.Instant;

/**
 * A call somebody made, and how it went.
 *
 * @param portal whose token it carried; empty where that opened none
 * @param path as it was called, without its query
 * @param status what was answered; 0 where the connection broke before an answer
 */
public record Call(Instant at, String portal, String method, String path, int status) {}
