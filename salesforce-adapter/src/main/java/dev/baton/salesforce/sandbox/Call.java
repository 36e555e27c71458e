package dev.baton.salesforce.sandbox;

import java.time.Instant;

/**
 * A call somebody made, and how it went.
 *
 * @param orgId whose session it carried; empty where that opened none
 * @param operation such as {@code create}; for what is no SOAP the path, without its query
 * @param records how many it was about
 * @param client what it said it was, in {@code CallOptions}
 * @param status what was answered; 0 where the connection broke before an answer
 * @param fault the code of the SOAP fault it was answered with; empty where with none
 */
public record Call(
    Instant at,
    String orgId,
    String operation,
    int records,
    String client,
    int status,
    String fault) {}
