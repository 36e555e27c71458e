package dev.baton.inbox;

import dev.baton.company.CrmConnection;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice to be kept.
 *
 * @param key equal for two deliveries of one notice; the second is not kept again
 * @param connection whose notice it is; empty for an account nobody has connected
 * @param failure why it cannot be worked on, where that is known already
 */
public record Incoming(
    String crm,
    String account,
    String key,
    String payload,
    Optional<CrmConnection> connection,
    Optional<String> failure,
    Instant receivedAt) {}
