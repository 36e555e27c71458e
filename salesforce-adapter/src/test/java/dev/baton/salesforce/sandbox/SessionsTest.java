package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.GetUserInfoResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SessionHeader_element;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.SessionRenewer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.namespace.QName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SessionsTest extends SandboxTest {
  private final AtomicInteger renewals = new AtomicInteger();

  @Test
  void a_session_says_whose_it_is() throws Exception {
    GetUserInfoResult info = app.getUserInfo();

    assertThat(info.getOrganizationId()).isEqualTo(org.id());
    assertThat(info.getOrganizationName()).isEqualTo("Acme");
    assertThat(info.getUserId()).isEqualTo(org.integrationUser().id());
    assertThat(info.getUserName()).isEqualTo("baton@Acme.example");
    assertThat(app.getServerTimestamp().getTimestamp().toInstant()).isEqualTo(clock.instant());
  }

  @Test
  void a_session_ends_when_its_life_is_over() throws Exception {
    clock.tick(Duration.ofMinutes(119));
    assertThat(app.getUserInfo()).isNotNull();

    clock.tick(Duration.ofMinutes(1));

    assertNoSession(app::getUserInfo);
    assertThat(sandbox.calls().getLast().status()).isEqualTo(500);
    assertThat(sandbox.calls().getLast().fault()).isEqualTo("INVALID_SESSION_ID");
  }

  @Test
  void sessions_can_be_ended_early_and_new_ones_begun() throws Exception {
    org.access().expireSessions();

    assertNoSession(app::getUserInfo);
    assertThat(connect(org.access().newSession()).getUserInfo()).isNotNull();
  }

  @Test
  void the_session_of_a_user_who_leaves_ends() {
    org.deactivateUser(org.integrationUser().id());

    assertNoSession(app::getUserInfo);
  }

  @Test
  void a_session_opens_its_own_org_only() throws Exception {
    ConnectorConfig elsewhere = config(org.access().newSession());
    elsewhere.setServiceEndpoint(endpoint(sandbox.openOrg("Other")));
    assertNoSession(connect(elsewhere)::getUserInfo);

    ConnectorConfig nowhere = config(org.access().newSession());
    nowhere.setServiceEndpoint(sandbox.api() + "/services/Soap/u/65.0");
    assertThat(connect(nowhere).getUserInfo().getOrganizationId()).isEqualTo(org.id());
  }

  @Test
  void nobody_logs_in_with_a_password() {
    assertThatThrownBy(() -> app.login("baton@Acme.example", "secret"))
        .asString()
        .contains("INVALID_OPERATION", "login() is retired");
    assertThat(sandbox.calls()).hasSize(1);
  }

  @Test
  void the_client_renews_a_session_that_timed_out() throws Exception {
    PartnerConnection renewing = renewing();
    sandbox.faults().next(1).timeOutSession();
    assertThat(renewing.getUserInfo()).isNotNull();
    sandbox.faults().next(1).loseSession();
    assertThat(renewing.getUserInfo()).isNotNull();

    assertThat(renewals).hasValue(2);
    assertThat(sandbox.calls()).hasSize(4);
  }

  @Test
  void the_client_does_not_renew_a_session_that_is_said_to_have_expired() {
    PartnerConnection renewing = renewing();
    org.access().expireSessions();

    assertNoSession(renewing::getUserInfo);

    assertThat(renewals).hasValue(0);
  }

  private PartnerConnection renewing() {
    ConnectorConfig config = config(org.access().newSession());
    config.setSessionRenewer(
        renewed -> {
          renewals.incrementAndGet();
          renewed.setSessionId(org.access().newSession());
          var element = new SessionHeader_element();
          element.setSessionId(renewed.getSessionId());
          var header = new SessionRenewer.SessionRenewalHeader();
          header.name = new QName("urn:partner.soap.sforce.com", "SessionHeader");
          header.headerElement = element;
          return header;
        });
    return connect(config);
  }

  private static void assertNoSession(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(ConnectionException.class)
        .asString()
        .contains("INVALID_SESSION_ID", "Session expired or invalid");
  }
}
