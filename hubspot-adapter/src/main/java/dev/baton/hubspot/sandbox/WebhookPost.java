package dev.baton.hubspot.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries signed requests to the app. */
final class WebhookPost implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final SandboxSettings settings;
  private final InstantSource clock;

  WebhookPost(SandboxSettings settings) {
    this.settings = settings;
    this.clock = settings.clock();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.pace().webhookTimeout())
            .executor(threads)
            .build();
  }

  /** Sends a body and says in the end how that went, which is never exceptional. */
  CompletableFuture<SentWebhook> send(URI target, byte[] body, boolean signedWrongly) {
    String timestamp = Long.toString(clock.instant().toEpochMilli());
    String secret = settings.app().clientSecret() + (signedWrongly ? "-not" : "");
    String signature = SignatureV3.of(secret, "POST", target.toString(), body, timestamp);
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(settings.pace().webhookTimeout())
            .header("Content-Type", "application/json")
            .header("User-Agent", "HubSpot sandbox")
            .header("X-HubSpot-Request-Timestamp", timestamp)
            .header("X-HubSpot-Signature-v3", signature)
            .header("X-HubSpot-Signature-Version", "v3")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    String text = new String(body, StandardCharsets.UTF_8);
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .handle(
            (response, failure) ->
                new SentWebhook(
                    target,
                    timestamp,
                    signature,
                    text,
                    failure == null ? response.statusCode() : 0));
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
