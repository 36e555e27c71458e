package dev.baton.salesforce;

import dev.baton.crm.CrmConnectorContract;
import dev.baton.crm.CrmUnderTest;
import org.junit.jupiter.api.Nested;

/** What every CRM connector does, done by Salesforce's over the wire to the sandbox. */
class SalesforceConnectorTest {
  @Nested
  class RoutingLeads extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.LEAD);
    }
  }

  @Nested
  class RoutingCases extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.CASE);
    }
  }

  @Nested
  class RoutingOpportunities extends CrmConnectorContract {
    @Override
    protected CrmUnderTest open() {
      return new SandboxUnderTest(RoutedObject.OPPORTUNITY);
    }
  }
}
