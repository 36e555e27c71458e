package dev.baton.hubspot;

import dev.baton.crm.CrmConnectorContract;
import dev.baton.crm.CrmUnderTest;

/** What every CRM connector does, done by HubSpot's over the wire to the sandbox. */
class HubSpotConnectorTest extends CrmConnectorContract {
  @Override
  protected CrmUnderTest open() {
    return new SandboxUnderTest();
  }
}
