package dev.baton.salesforce.sandbox;

import java.util.Optional;

/**
 * Who writes, and what comes with it.
 *
 * @param assignedTo whom an assignment rule gives leads and cases, where one applies
 */
record Writing(String byUserId, Optional<String> assignedTo) {
  static Writing by(String userId) {
    return new Writing(userId, Optional.empty());
  }
}
