package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.company.ConnectionId;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.lead.CrmRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connector, and the other end of its wire: what is answered, and what exactly was sent. */
abstract class OverTheWire {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final ConnectionId HUB = new ConnectionId("hub");
  static final CrmRecord RECORD = new CrmRecord(HUB, "contacts", "501");
  static final CrmRecord LEAD = new CrmRecord(HUB, "leads", "901");
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final WireMockExtension HUBSPOT =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  final HubSpotConnector connector =
      new HubSpotConnector(
          HUB,
          HubSpotSettings.defaults()
              .at(URI.create(HUBSPOT.baseUrl() + "/"))
              .lookingAt(List.of("city")),
          "app",
          "secret",
          new KeptTokens(new OAuthTokens("access", NOW.plusSeconds(900), "refresh")),
          () -> NOW);

  static void stub(MappingBuilder request, String answer) {
    stub(request, 200, answer);
  }

  static void stub(MappingBuilder request, int status, String answer) {
    HUBSPOT.stubFor(request.willReturn(aResponse().withStatus(status).withBody(answer)));
  }

  /** Everything that was sent, in order: method, path and JSON. */
  static void sent(String... expected) throws Exception {
    var events = HUBSPOT.getAllServeEvents().reversed();
    assertThat(events).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      var request = events.get(i).getRequest();
      String[] line = expected[i].split(" ", 3);
      assertThat(request.getMethod() + " " + request.getUrl()).isEqualTo(line[0] + " " + line[1]);
      assertThat(JSON.readTree(request.getBodyAsString())).isEqualTo(JSON.readTree(line[2]));
    }
  }

  static String bodyOf(String url) {
    return HUBSPOT.getAllServeEvents().stream()
        .map(event -> event.getRequest())
        .filter(request -> request.getUrl().equals(url))
        .findFirst()
        .orElseThrow()
        .getBodyAsString();
  }
}
