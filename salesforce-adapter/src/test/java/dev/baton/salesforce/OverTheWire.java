package dev.baton.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.WriteResult;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceCredentials.Consent;
import dev.baton.salesforce.client.SalesforceSettings;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connector, and the other end of its wire: what is answered, and what exactly was sent. */
abstract class OverTheWire {
  static final ConnectionId SF = new ConnectionId("sf");
  static final CrmRecord LEAD = new CrmRecord(SF, "Lead", OutboundMessage.LEAD);
  private static final SetOwner WRITE = new SetOwner(LEAD, OutboundMessage.ANN);
  static final String SOAP = "/services/Soap/u/65.0";

  @RegisterExtension
  static final WireMockExtension SALESFORCE =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  Instant now = Instant.parse("2026-11-22T10:00:00Z");
  SalesforceConnector connector;

  @BeforeEach
  void connect() {
    connector = connector(SalesforceSettings.defaults());
  }

  WriteResult write() {
    return connector.write(WRITE, 1);
  }

  SalesforceConnector connector(SalesforceSettings settings) {
    return new SalesforceConnector(
        SF,
        settings.at(URI.create(SALESFORCE.baseUrl())),
        new Consent("app", "secret"),
        new KeptTokens(new OAuthTokens("first", Instant.MAX, "")),
        () -> now);
  }

  static void answer(String body) {
    SALESFORCE.stubFor(any(anyUrl()).willReturn(xml(200).withBody(body)));
  }

  static ResponseDefinitionBuilder xml(int status) {
    return aResponse().withStatus(status).withHeader("Content-Type", "text/xml;charset=UTF-8");
  }

  /** The latest request, as WireMock has unpacked it. */
  static String sent() {
    return SALESFORCE.getAllServeEvents().getFirst().getRequest().getBodyAsString();
  }
}
