package dev.baton.server;

import dev.baton.lead.LeadId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** New lead ids: UUIDs of version 7, which begin with the time, so that indexes grow at the end. */
public final class LeadIdsByTime {
  private static final SecureRandom RANDOM = new SecureRandom();

  private LeadIdsByTime() {}

  public static LeadId next(Instant now) {
    long high = now.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(1 << 12);
    long low = RANDOM.nextLong() >>> 2 | 1L << 63;
    return new LeadId(new UUID(high, low));
  }
}
