package dev.baton.salesforce.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Sends requests to Salesforce. Follows no redirects, so that a token never travels to another
 * host; repeats nothing, which is the outbox's business; and waits for nothing without an end.
 */
public final class SalesforceWire {
  private static final String TOO_LATE = "Salesforce did not answer in time";

  /** Unpacked, 2,000 records of a query are a tenth of it. */
  private static final int LARGEST_ANSWER = 64 << 20;

  private final Duration patience;
  private final HttpClient http;

  public SalesforceWire(SalesforceSettings settings) {
    this.patience = settings.requestTimeout();
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** What was answered, unpacked. */
  record Answer(int status, String contentType, byte[] body) {}

  /** Thrown when there was no answer; its message carries nobody's data. */
  static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1L;

    Unanswered(String why) {
      super(why);
    }
  }

  Answer post(URI to, Map<String, String> headers, byte[] body) throws Unanswered {
    var request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    request.header("Accept-Encoding", "gzip").timeout(patience);
    HttpResponse<byte[]> answer = exchange(request.build());
    boolean packed =
        answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        packed ? unpacked(answer.body()) : answer.body());
  }

  /** The request's own timeout ends with the headers, so the wait for the whole is timed here. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws Unanswered {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new Unanswered(TOO_LATE);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof HttpTimeoutException) throw new Unanswered(TOO_LATE);
      if (!(broken.getCause() instanceof IOException)) {
        throw new IllegalStateException("Sending to Salesforce failed", broken);
      }
      String kind = broken.getCause().getClass().getSimpleName();
      throw new Unanswered("Salesforce could not be reached: " + kind);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new Unanswered("Stopped while waiting for Salesforce");
    }
  }

  private static byte[] unpacked(byte[] packed) throws Unanswered {
    try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] body = unpacking.readNBytes(LARGEST_ANSWER + 1);
      if (body.length > LARGEST_ANSWER) throw new Unanswered("Salesforce's answer is too large");
      return body;
    } catch (Unanswered tooLarge) {
      throw tooLarge;
    } catch (IOException notPacked) {
      throw new Unanswered("Salesforce's answer could not be unpacked");
    }
  }
}
