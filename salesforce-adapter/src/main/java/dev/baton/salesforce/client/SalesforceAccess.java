package dev.baton.salesforce.client;

import java.util.Optional;

/** Gives what a call is made with. */
public interface SalesforceAccess {
  /**
   * What to use now.
   *
   * @throws SalesforceFault when nothing can be had
   */
  SalesforceLetIn letIn();

  /**
   * Something else, after Salesforce has refused that; empty where there is nothing.
   *
   * @throws SalesforceFault when something should be had but cannot
   */
  Optional<SalesforceLetIn> insteadOf(SalesforceLetIn refused);
}
