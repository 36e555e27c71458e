package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.crm.RateBudget;
import dev.baton.hubspot.client.HubSpotTrouble.Limited;
import dev.baton.hubspot.client.HubSpotTrouble.Refused;
import dev.baton.hubspot.client.HubSpotTrouble.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to HubSpot within the budget of one connection. Follows no redirects, so that a
 * token never travels to another host, and repeats nothing: that is the outbox's business.
 */
public final class HubSpotWire {
  private static final Logger LOG = LoggerFactory.getLogger(HubSpotWire.class);
  private static final String CORRELATION = "X-HubSpot-Correlation-Id";

  private static final String TOO_LATE = "HubSpot did not answer in time";

  private final HubSpotSettings settings;
  private final RateBudget budget;
  private final RateBudget searches;
  private final InstantSource clock;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();

  public HubSpotWire(HubSpotSettings settings, RateBudget budget, InstantSource clock) {
    this.settings = settings;
    this.budget = budget;
    this.searches = settings.searchBudget();
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  HubSpotSettings settings() {
    return settings;
  }

  /**
   * Sends one request and reads its answer; nothing where the answer is empty.
   *
   * @throws HubSpotFault when HubSpot was not asked, did not answer or said no
   */
  JsonNode send(HubSpotRequest request, Optional<String> token) {
    Optional<Duration> tooEarly =
        request.isSearch() ? searches.take(clock.instant()) : Optional.empty();
    tooEarly
        .or(() -> budget.take(clock.instant()))
        .ifPresent(
            wait -> {
              throw new HubSpotFault(new Limited(wait));
            });
    HttpResponse<byte[]> answer = exchange(wired(request, token));
    String correlation = answer.headers().firstValue(CORRELATION).orElse("");
    LOG.debug("{} -> {} correlation {}", request, answer.statusCode(), correlation);
    if (answer.statusCode() / 100 == 2) return parsed(answer.body());
    if (answer.statusCode() / 100 == 3) {
      throw new HubSpotFault(new Unreachable("HubSpot answered with a redirect"));
    }
    throw new HubSpotFault(refusal(answer, correlation));
  }

  private HttpRequest wired(HubSpotRequest request, Optional<String> token) {
    BodyPublisher body =
        request.contentType().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body());
    var wired =
        HttpRequest.newBuilder(URI.create(base() + request.path()))
            .method(request.method(), body)
            .timeout(settings.requestTimeout())
            .header("Accept", "application/json");
    if (!request.contentType().isEmpty()) wired.header("Content-Type", request.contentType());
    token.ifPresent(bearer -> wired.header("Authorization", "Bearer " + bearer));
    return wired.build();
  }

  private String base() {
    String api = settings.api().toString();
    return api.endsWith("/") ? api.substring(0, api.length() - 1) : api;
  }

  /** The request's own timeout ends with the headers, so the wait for the whole is timed here. */
  private HttpResponse<byte[]> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new HubSpotFault(new Unreachable(TOO_LATE));
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof HttpTimeoutException) {
        throw new HubSpotFault(new Unreachable(TOO_LATE));
      }
      if (!(broken.getCause() instanceof IOException)) {
        throw new IllegalStateException("Sending to HubSpot failed", broken);
      }
      String kind = broken.getCause().getClass().getSimpleName();
      throw new HubSpotFault(new Unreachable("HubSpot could not be reached: " + kind));
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new HubSpotFault(new Unreachable("Stopped while waiting for HubSpot"));
    }
  }

  private JsonNode parsed(byte[] body) {
    if (body.length == 0) return MissingNode.getInstance();
    try {
      return json.readTree(body);
    } catch (IOException unreadable) {
      throw new HubSpotFault(new Unreachable("HubSpot's answer could not be read"));
    }
  }

  /** "Too many" and "being moved" hold for the whole connection: nobody asks before the time. */
  private Refused refusal(HttpResponse<byte[]> answer, String correlation) {
    JsonNode body;
    try {
      body = json.readTree(answer.body());
    } catch (IOException notJson) {
      body = MissingNode.getInstance();
    }
    Optional<String> retryAfter = answer.headers().firstValue("Retry-After");
    Refused refused = HubSpotRefusal.read(answer.statusCode(), body, retryAfter, correlation);
    if (refused.status() == 429 || refused.status() == 477) {
      refused.retryAfter().ifPresent(wait -> budget.closeUntil(clock.instant().plus(wait)));
    }
    return refused;
  }
}
