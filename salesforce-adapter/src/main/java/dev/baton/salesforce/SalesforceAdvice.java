package dev.baton.salesforce;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.salesforce.client.SalesforceFault;

/** What an admin has to do when Salesforce says no, in his words. */
final class SalesforceAdvice {
  static final String INSTALL =
      "Install Baton's package in Salesforce, and assign its permission sets \"Baton Integration\" to"
          + " the user Baton works as.";

  private SalesforceAdvice() {}

  static Finding of(String what, SalesforceFault fault) {
    String told = fault.trouble().why();
    boolean person =
        SalesforceFaults.result(fault) instanceof NeedsPerson needs
            && needs.cause() == Cause.NO_ACCESS;
    return Finding.wrong(
        what,
        person
            ? told
                + ". Check the app's settings in Salesforce and Baton's user, then connect again."
            : "Look again in a few minutes; if it stays, show this to Salesforce's support: "
                + told);
  }
}
