package dev.baton.server.why;

import dev.baton.crm.CrmAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What an admin has to look at when the CRM does not tell Baton of a test lead. */
public final class TestLeadAdvice {
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  private TestLeadAdvice() {}

  /**
   * One thing a line.
   *
   * @param webhook the address the CRM has to call, as people may read it
   */
  public static List<String> of(URI webhook, CrmAccount account) {
    var advice = new ArrayList<String>();
    if (onThisMachine(webhook)) {
      advice.add(
          "Baton's public address is "
              + webhook.resolve("/")
              + ", which no CRM on the internet reaches. Set public-url (BATON_PUBLIC_URL) to the"
              + " address it has there.");
    }
    advice.addAll(account.whenNothingIsTold(webhook));
    return advice;
  }

  /** Whether nobody but this machine reaches an address. */
  public static boolean onThisMachine(URI address) {
    return THIS_MACHINE.contains(address.getHost());
  }
}
