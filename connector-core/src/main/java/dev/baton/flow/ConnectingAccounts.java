package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Finding;
import java.util.ArrayList;
import java.util.List;

/** Brings a CRM account to where Baton can work with it, and says what is still missing. */
public final class ConnectingAccounts {
  private final Connectors connectors;
  private final LookingAtUsers users;

  public ConnectingAccounts(Connectors connectors, LookingAtUsers users) {
    this.connectors = connectors;
    this.users = users;
  }

  /** What was found of an account. */
  public record Looked(List<Finding> findings) {
    public Looked {
      findings = List.copyOf(findings);
    }

    /** Whether leads can travel. */
    public boolean ready() {
      return findings.stream().allMatch(Finding::ok);
    }
  }

  /**
   * Looks at everything Baton needs, and changes nothing.
   *
   * @throws java.util.NoSuchElementException when there is no such connection
   */
  public Looked look(ConnectionId connection) {
    return looked(connection, false);
  }

  /**
   * Creates what of Baton's fields can be created, then looks at everything. Doing it again does no
   * harm.
   *
   * @throws java.util.NoSuchElementException when there is no such connection
   */
  public Looked connect(ConnectionId connection) {
    return looked(connection, true);
  }

  private Looked looked(ConnectionId connection, boolean prepare) {
    CrmAccount account = connectors.account(connection);
    var findings = new ArrayList<Finding>();
    try {
      if (prepare) findings.addAll(account.prepare());
      findings.addAll(account.check());
      findings.addAll(users.findings(connectors.connection(connection)));
    } catch (IllegalStateException noTokens) {
      // Nobody has let Baton in yet, or it was with another key: the message says what to do.
      findings.add(Finding.wrong("Tokens of " + connection, String.valueOf(noTokens.getMessage())));
    }
    return new Looked(findings.stream().distinct().toList());
  }
}
