package dev.baton.salesforce.sandbox;

import java.util.Optional;

/**
 * Who writes, and what comes with it.
 *
 * @param assignedTo whom an assignment rule gives leads and cases, where one applies
 */
record Writer(String byUserId, Optional<String> assignedTo) {
  static Writer by(String userId) {
    return new Writer(userId, Optional.empty());
  }
}
