package dev.baton.memory;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnectorContract;
import dev.baton.crm.CrmUnderTest;

class InMemoryCrmTest extends CrmConnectorContract {
  @Override
  protected CrmUnderTest open() {
    return new InMemoryCrm(new ConnectionId("acme-crm"));
  }
}
