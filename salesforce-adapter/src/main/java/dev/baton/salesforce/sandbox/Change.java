package dev.baton.salesforce.sandbox;

import java.util.Set;

/**
 * A record was saved, which is what flows are triggered by.
 *
 * @param fields those whose values changed; for a new record those it was given
 * @param byUserId who did it
 */
record Change(SandboxRecord record, boolean created, Set<String> fields, String byUserId) {
  Change {
    fields = Set.copyOf(fields);
  }
}
