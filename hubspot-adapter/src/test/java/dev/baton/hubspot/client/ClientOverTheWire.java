package dev.baton.hubspot.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.crm.RateBudget;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client, and the other end of its wire. */
abstract class ClientOverTheWire {
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final WireMockExtension HUBSPOT =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  final HubSpotSettings settings = HubSpotSettings.defaults().at(URI.create(HUBSPOT.baseUrl()));
  final HubSpotWire wire =
      new HubSpotWire(
          settings, new RateBudget(10_000, Duration.ofSeconds(10), 1), () -> Instant.EPOCH);
  final HubSpotApi api =
      new HubSpotApi(
          wire,
          new HubSpotAccess() {
            @Override
            public String token() {
              return "token";
            }

            @Override
            public Optional<String> insteadOf(String refused) {
              return Optional.empty();
            }
          });

  static void answer(int status, String body) {
    HUBSPOT.stubFor(any(anyUrl()).willReturn(okJson(body).withStatus(status)));
  }

  static Request last() {
    return HUBSPOT.getAllServeEvents().getFirst().getRequest();
  }

  static void sent(String method, String url, String body) {
    assertThat(last().getMethod() + " " + last().getUrl()).isEqualTo(method + " " + url);
    if (body.startsWith("{")) {
      assertThat(tree(last().getBodyAsString())).isEqualTo(tree(body));
    } else {
      assertThat(last().getBodyAsString()).isEqualTo(body);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException broken) {
      throw new IllegalArgumentException(json, broken);
    }
  }
}
