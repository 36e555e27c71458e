package dev.baton.inbox;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import java.time.Instant;

/**
 * A kept notice that somebody has to look into.
 *
 * @param attempt how often it has been taken up, this time included
 * @param tries how often since it came, or since a person last said "once more"; waits that were
 *     named are no tries
 * @param trial whether it is among those that find out if the CRM answers again
 */
public record Notice(
    long id,
    CompanyId company,
    ConnectionId connection,
    String payload,
    Instant receivedAt,
    int attempt,
    int tries,
    boolean trial) {}
