package dev.baton.hubspot;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.hubspot.client.HubSpotFault;
import java.net.URI;
import java.util.List;

/** What an admin has to do when HubSpot says no, in his words. */
final class HubSpotAdvice {
  static final String CONNECT_AGAIN =
      "Connect HubSpot again in Baton's settings, as a super admin of HubSpot, and allow everything"
          + " Baton asks for.";

  private HubSpotAdvice() {}

  /** In the order in which an admin finds the trouble fastest. */
  static List<String> whenNothingIsTold(URI webhook, RoutedObject kind) {
    return List.of(
        "In HubSpot, open the app's log: Development, Projects, baton, Baton, Logs, Webhooks.",
        "No entry there: the project with the webhooks is not deployed, or it has no subscription"
            + " for new "
            + kind.object()
            + ", or the app is not installed in this account. Upload the project again.",
        "An entry with 401: the client secret of the app is not the one Baton has, or HubSpot calls"
            + " another address than "
            + webhook
            + ". The public address is part of what HubSpot signs, character for character.",
        "An entry with a time-out or another error: HubSpot does not reach "
            + webhook
            + " from the internet. Look at DNS, certificate and firewall.");
  }

  static Finding of(String what, HubSpotFault fault) {
    String told = fault.trouble().why();
    boolean rights =
        HubSpotFaults.result(fault) instanceof NeedsPerson person
            && person.cause() == Cause.NO_ACCESS;
    return Finding.wrong(
        what,
        rights
            ? CONNECT_AGAIN + " (" + told + ")"
            : "Look again in a few minutes; if it stays, show this to HubSpot's support: " + told);
  }
}
