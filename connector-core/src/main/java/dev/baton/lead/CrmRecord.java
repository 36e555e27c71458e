package dev.baton.lead;

import dev.baton.company.ConnectionId;

/**
 * Where a lead lives in the CRM. Two notices about the same record are about the same lead.
 *
 * @param object the CRM's own name of the kind of record, such as {@code contacts}
 * @param id the CRM's own id, kept as text
 */
public record CrmRecord(ConnectionId connection, String object, String id) {
  public CrmRecord {
    if (object.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("A CRM record has an object and an id");
    }
  }
}
