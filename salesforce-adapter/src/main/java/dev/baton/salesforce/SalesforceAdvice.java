package dev.baton.salesforce;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.salesforce.client.SalesforceFault;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What an admin has to do when Salesforce says no, in his words. */
final class SalesforceAdvice {
  static final String INSTALL =
      "Install Baton's package in Salesforce, and assign its permission sets \"Baton Integration\" to"
          + " the user Baton works as.";

  static final String TEST_LEAD =
      "To send a test lead, assign the permission set \"Baton Test Lead\" to the user Baton works as,"
          + " and take it away afterwards: it is the only one that may create and delete.";

  private SalesforceAdvice() {}

  /** In the order in which an admin finds the trouble fastest. */
  static List<String> whenNothingIsTold(URI webhook, RoutedObject kind) {
    return List.of(
        "In Salesforce: Setup, Outbound Messages, View Message Delivery Status.",
        "No entry there: the flow did not run. Setup, Flows: \"Baton: "
            + kind.object().toLowerCase(Locale.ROOT)
            + " created\" has to be active, and the user Baton works as needs the right Send Outbound"
            + " Messages to set it off.",
        "An entry with an error: Salesforce does not reach "
            + webhook
            + ", or Baton refused the message. Compare the address of the outbound message with the"
            + " webhook address that \"baton connect salesforce\" shows, and look at DNS, certificate"
            + " and firewall.",
        "Delivered, yet Baton knows of nothing: the account in the company file is another"
            + " organization than the one of Setup, Company Information.");
  }

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
