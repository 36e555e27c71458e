package dev.baton.server.setup;

import dev.baton.account.AuditLog;
import dev.baton.server.http.Visitor;
import java.time.InstantSource;

/** Writes down what an admin did on these pages. */
public record Acts(AuditLog audit, InstantSource clock) {
  /** Never a secret, never a lead's person. */
  public void note(Visitor by, String what, String about, String details) {
    audit.add(new AuditLog.Entry(by.company(), clock.instant(), by.named(), what, about, details));
  }
}
