package dev.baton.server.http;

import dev.baton.account.Account;
import dev.baton.account.Permission;
import dev.baton.account.Sessions;
import dev.baton.company.CompanyId;

/**
 * Somebody who has logged in.
 *
 * @param csrf what each of his forms carries, so that no other site can press one
 */
public record Visitor(Account account, Sessions.Kind kind, String csrf) {

  /** By a link alone one comes to one's own leads, whatever one's role is. */
  public boolean may(Permission permission) {
    return switch (kind) {
      case CODE_WANTED -> false;
      case LINK -> permission == Permission.OWN_LEADS;
      case COMPLETE -> account.role().may(permission);
    };
  }

  public CompanyId company() {
    return account.company();
  }

  /** How the audit log names him; empty of what only the company's people may know. */
  public String named() {
    return account.name() + account.email().map(e -> " <" + e + ">").orElse("");
  }
}
