package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmWebhook;
import dev.baton.memory.InMemoryCrm;
import dev.baton.store.StoreUnderTest;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who has let Baton in keeps the connection; who has not, can be rid of it. */
class GivingUpConnectionsTest implements Connectors {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final ConnectionId ID = new ConnectionId("acme-hubspot");
  private static final CrmConnection BY_TOKEN =
      new CrmConnection(ID, ACME, "hubspot", "4711", Map.of());

  private final StoreUnderTest store = StoreUnderTest.inMemory();
  private final InMemoryCrm crm = new InMemoryCrm(ID);
  private final GivingUpConnections giving = new GivingUpConnections(store.companies(), this);

  GivingUpConnectionsTest() {
    store.companies().put(new Company(ACME, "Acme", ZoneOffset.UTC));
  }

  @Test
  void one_that_still_awaits_consent_is_given_up_without_asking_the_crm() {
    CrmConnection awaiting = CrmConnection.awaiting(ID, ACME, "hubspot", Map.of());
    store.companies().connect(awaiting);
    crm.beDown(true);

    assertThat(giving.giveUp(awaiting)).isEmpty();
    assertThat(store.companies().connections()).isEmpty();
  }

  @Test
  void one_whose_token_works_is_not_given_up() {
    store.companies().connect(BY_TOKEN);

    assertThat(giving.use(BY_TOKEN)).isEmpty();
    assertThat(giving.giveUp(BY_TOKEN)).contains(ConnectionUse.LET_IN);
    assertThat(store.companies().connections()).containsExactly(BY_TOKEN);
  }

  @Test
  void one_whose_token_the_crm_refuses_is_given_up() {
    store.companies().connect(BY_TOKEN);
    crm.withdrawAccess();

    assertThat(giving.giveUp(BY_TOKEN)).isEmpty();
    assertThat(store.companies().connections()).isEmpty();
  }

  @Test
  void while_the_crm_does_not_say_it_stays() {
    store.companies().connect(BY_TOKEN);
    crm.beDown(true);

    assertThatThrownBy(() -> giving.giveUp(BY_TOKEN)).isInstanceOf(CrmUnavailable.class);
    assertThat(store.companies().connections()).containsExactly(BY_TOKEN);
  }

  @Override
  public CrmConnector connector(ConnectionId connection) {
    return crm;
  }

  @Override
  public CrmConnection connection(ConnectionId connection) {
    return BY_TOKEN;
  }

  @Override
  public CrmAccount account(ConnectionId connection) {
    return crm;
  }

  @Override
  public CrmWebhook webhook(ConnectionId connection) {
    throw new UnsupportedOperationException();
  }
}
