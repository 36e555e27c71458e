package dev.baton.hubspot;

import dev.baton.crm.CrmConnectorContract;
import dev.baton.crm.CrmUnderTest;
import org.junit.jupiter.api.Nested;

/** What every CRM connector does, done by HubSpot's over the wire to the sandbox. */
class HubSpotConnectorTest {
  @Nested
  class RoutingContacts extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.CONTACTS);
    }
  }

  @Nested
  class RoutingLeads extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.LEADS);
    }
  }

  @Nested
  class RoutingTickets extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.TICKETS);
    }
  }

  @Nested
  class RoutingDeals extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.DEALS);
    }
  }
}
