package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lead that Baton made itself in a CRM, to see whether it comes back. Its key says all there is
 * to know of it, so that nothing has to be stored and any node can follow it.
 *
 * @param record where it is in the CRM
 */
public record TestLead(CrmRecord record, Instant createdAt) {
  private static final Pattern KEY =
      Pattern.compile("([0-9a-z]{8,10})-([A-Za-z_]{1,64})-([A-Za-z0-9]{1,64})");
  private static final int BASE = 36;

  /** What the record is called in the CRM; two of one millisecond are told apart by their ids. */
  static String name(Instant createdAt) {
    return Long.toString(createdAt.toEpochMilli(), BASE);
  }

  /** Names it to people and programs. */
  public String key() {
    return name(createdAt) + "-" + record.object() + "-" + record.id();
  }

  /** The test lead of that key; empty for what is no key. */
  public static Optional<TestLead> of(ConnectionId connection, String key) {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(
        new TestLead(
            new CrmRecord(connection, parts.group(2), parts.group(3)),
            Instant.ofEpochMilli(Long.parseLong(parts.group(1), BASE))));
  }
}
