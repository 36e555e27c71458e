package dev.baton.proof;

import dev.baton.hubspot.sandbox.Portal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends signed webhooks as fast as it is asked to and writes down which records were acknowledged.
 * What is not acknowledged is sent again, as a CRM does; what is acknowledged never is, so nothing
 * can hide a loss. Some are sent twice at the same moment.
 */
final class SignedSender implements AutoCloseable {
  /**
   * A record of an account.
   *
   * @param portal the account's id
   */
  record Sent(String portal, String id) {}

  private final List<Portal> portals;
  private final URI target;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .executor(threads)
          .build();
  private final Set<Sent> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong eventIds = new AtomicLong();
  private volatile boolean sending = true;

  SignedSender(List<Portal> portals, URI server) {
    this.portals = portals;
    this.target = server.resolve("/webhooks/hubspot");
  }

  /** Makes so many new leads a second until {@link #stop()}. */
  void start(int perSecond) {
    threads.submit(
        () -> {
          while (sending) {
            oneMore();
            Thread.sleep(1000 / perSecond);
          }
          return null;
        });
  }

  private void oneMore() {
    Portal portal = portals.get(ThreadLocalRandom.current().nextInt(portals.size()));
    String id = portal.createContact(Map.of("firstname", "Lead", "message", "A flat, please"));
    var sent = new Sent(portal.id(), id);
    byte[] body = body(sent, eventIds.incrementAndGet());
    int times = ThreadLocalRandom.current().nextInt(5) == 0 ? 2 : 1;
    for (int time = 0; time < times; time++) {
      underWay.incrementAndGet();
      threads.submit(() -> untilAcknowledged(sent, body));
    }
  }

  private static byte[] body(Sent sent, long event) {
    return """
        [{"eventId":%d,"subscriptionId":7,"portalId":%s,"appId":1,"occurredAt":%d,\
        "subscriptionType":"contact.creation","attemptNumber":0,"objectId":%s,\
        "changeFlag":"NEW","changeSource":"FORM"}]"""
        .formatted(event, sent.portal, System.currentTimeMillis(), sent.id)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Void untilAcknowledged(Sent sent, byte[] body) throws InterruptedException {
    try {
      while (!taken(body)) Thread.sleep(500);
      acknowledged.add(sent);
      return null;
    } finally {
      underWay.decrementAndGet();
    }
  }

  private boolean taken(byte[] body) throws InterruptedException {
    String timestamp = String.valueOf(System.currentTimeMillis());
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .header("X-HubSpot-Request-Timestamp", timestamp)
            .header("X-HubSpot-Signature-v3", signature(target, body, timestamp))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException notTaken) {
      return false;
    }
  }

  private static String signature(URI target, byte[] body, String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(TortureCrm.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("POST" + target).getBytes(StandardCharsets.UTF_8));
      mac.update(body);
      mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Makes no more leads; those not acknowledged yet still are sent. */
  void stop() {
    sending = false;
  }

  boolean allAcknowledged() {
    return underWay.get() == 0;
  }

  Set<Sent> acknowledged() {
    return acknowledged;
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
    http.shutdownNow();
  }
}
