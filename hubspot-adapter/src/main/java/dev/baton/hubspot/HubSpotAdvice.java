package dev.baton.hubspot;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.hubspot.client.HubSpotFault;

/** What an admin has to do when HubSpot says no, in his words. */
final class HubSpotAdvice {
  static final String CONNECT_AGAIN =
      "Connect HubSpot again in Baton's settings, as a super admin of HubSpot, and allow everything"
          + " Baton asks for.";

  private HubSpotAdvice() {}

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
