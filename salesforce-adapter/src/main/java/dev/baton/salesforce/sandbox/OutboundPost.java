package dev.baton.salesforce.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries messages to their receivers. */
final class OutboundPost implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final Duration timeout;

  OutboundPost(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .executor(threads)
            .build();
  }

  /**
   * What came back.
   *
   * @param status 0 where nothing did
   */
  record Reply(int status, boolean isAck) {}

  /** Sends a body and says in the end how that went, which is never exceptional. */
  CompletableFuture<Reply> send(URI target, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(timeout)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"\"")
            .header("User-Agent", "Salesforce sandbox")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .handle(
            (response, failure) ->
                failure == null
                    ? new Reply(
                        response.statusCode(),
                        response.statusCode() == 200 && NotificationMessage.isAck(response.body()))
                    : new Reply(0, false));
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
