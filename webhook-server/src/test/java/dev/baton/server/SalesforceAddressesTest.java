package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.salesforce.SalesforceId;
import dev.baton.server.App.Occasion;
import dev.baton.tag.Tag;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each Salesforce connection has an address of its own, which is what proves its messages. */
class SalesforceAddressesTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String OLD_SETTING = "secret-of-the-installation-01";
  private static final CompanyId ACME = new CompanyId("acme");
  private static final ConnectionId EAST = new ConnectionId("acme-east");
  private static final ConnectionId WEST = new ConnectionId("acme-west");
  private static final String EAST_ORG = SalesforceId.parse("00D5g000004East").toString();
  private static final String WEST_ORG = SalesforceId.parse("00D5g000004West").toString();

  @TempDir Path data;
  private final Browserless person = new Browserless();
  private App app;

  @BeforeEach
  void start() {
    var connections = List.of(connection(EAST, EAST_ORG), connection(WEST, WEST_ORG));
    var book =
        new BookDraft(List.of(Tag.preferential("Harbour")), List.of(), RoutingSettings.DEFAULT);
    var file =
        new CompanyFile(new Company(ACME, "Acme", ZoneOffset.UTC), connections, Map.of(), book);
    app =
        App.start(
            ConfigUnderTest.embedded(data)
                .withApiToken(TOKEN)
                .withSalesforce(new Config.SalesforceApp("key", "secret", OLD_SETTING)),
            Occasion.inEarnest(List.of(file), Map.of()));
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static CrmConnection connection(ConnectionId id, String org) {
    return new CrmConnection(
        id, ACME, "salesforce", org, Map.of("my-domain", "http://localhost:1"));
  }

  private int told(URI address, String org) {
    String message =
        """
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
        <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
        <OrganizationId>%s</OrganizationId><ActionId>04k5g0000008OabAAE</ActionId>
        <SessionId xsi:nil="true"/>
        <Notification><Id>04l5g0000%s</Id><sObject xsi:type="sf:Lead" \
        xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>00Q5g00000AbCdEEAV</sf:Id>\
        <sf:SystemModstamp>2026-11-22T10:00:00.000Z</sf:SystemModstamp></sObject></Notification>
        </notifications></soapenv:Body></soapenv:Envelope>
        """
            .formatted(org, System.nanoTime());
    return person
        .send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(message)))
        .statusCode();
  }

  private JsonNode connect(ConnectionId connection, String body) throws Exception {
    HttpResponse<String> answer =
        person.send(
            HttpRequest.newBuilder(
                    app.address().resolve("/api/v1/connections/" + connection + "/connect"))
                .header("X-Auth-Token", TOKEN)
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void an_address_is_good_for_its_own_org_and_for_no_other() {
    URI east = app.webhook(EAST);
    URI west = app.webhook(WEST);

    assertThat(east.getPath()).matches("/webhooks/salesforce/[A-Za-z0-9_-]{32}");
    assertThat(told(east, EAST_ORG)).isEqualTo(200);
    assertThat(told(west, WEST_ORG)).isEqualTo(200);
    assertThat(told(west, EAST_ORG)).isEqualTo(401);
    assertThat(told(east, WEST_ORG)).isEqualTo(401);
    assertThat(told(east.resolve("/webhooks/salesforce/" + "A".repeat(32)), EAST_ORG))
        .isEqualTo(401);
  }

  @Test
  void it_stays_over_a_restart_and_is_shown_by_the_answer_to_connect() throws Exception {
    String path = app.webhook(EAST).getPath();
    app.close();
    start();

    assertThat(app.webhook(EAST).getPath()).isEqualTo(path);
    assertThat(URI.create(connect(EAST, "").get("webhook").asText()).getPath()).isEqualTo(path);
  }

  @Test
  void a_new_secret_is_made_when_asked_for_and_the_old_one_still_let_in() throws Exception {
    URI before = app.webhook(EAST);

    URI after = URI.create(connect(EAST, "{\"newSecret\":true}").get("webhook").asText());

    assertThat(after).isNotEqualTo(before).isEqualTo(app.webhook(EAST));
    assertThat(told(after, EAST_ORG)).isEqualTo(200);
    assertThat(told(before, EAST_ORG)).isEqualTo(200);
  }

  @Test
  void the_secret_of_the_whole_installation_goes_on_being_good_where_it_is_set() {
    URI old = app.address().resolve("/webhooks/salesforce/" + OLD_SETTING);

    assertThat(told(old, EAST_ORG)).isEqualTo(200);
    assertThat(told(old, SalesforceId.parse("00D5g000004Othe").toString())).isEqualTo(401);
  }
}
