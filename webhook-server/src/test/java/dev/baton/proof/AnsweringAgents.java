package dev.baton.proof;

import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxOwner;
import dev.baton.hubspot.sandbox.SandboxRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Agents who answer every task they find: on the offer's page, by ticking the task off, or in both
 * ways at once. Where the server dies under their hands they try again some seconds later.
 */
final class AnsweringAgents implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/o/[A-Za-z0-9_-]{43})\"");
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private static final long TRIED_AGAIN_AFTER = Duration.ofSeconds(6).toNanos();

  private final List<Portal> portals;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(1))
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(threads)
          .build();
  private final Map<String, Long> tried = new HashMap<>();

  AnsweringAgents(List<Portal> portals) {
    this.portals = portals;
  }

  void start() {
    threads.submit(
        () -> {
          while (!Thread.currentThread().isInterrupted()) {
            for (Portal portal : portals) open(portal).forEach(task -> consider(portal, task));
            Thread.sleep(200);
          }
          return null;
        });
  }

  /** Whether no task waits for an answer. */
  boolean idle() {
    return portals.stream().allMatch(portal -> open(portal).isEmpty());
  }

  private static List<SandboxRecord> open(Portal portal) {
    return portal.tasks().stream()
        .filter(task -> !task.value("hs_task_status").equals("COMPLETED"))
        .toList();
  }

  private void consider(Portal portal, SandboxRecord task) {
    String key = portal.id() + "/" + task.id();
    Long before = tried.get(key);
    if (before != null && System.nanoTime() - before < TRIED_AGAIN_AFTER) return;
    tried.put(key, System.nanoTime());
    int mood = ThreadLocalRandom.current().nextInt(100);
    if (mood < 25 || mood >= 85) threads.submit(() -> tickOff(portal, task));
    if (mood >= 25) threads.submit(() -> press(task, mood < 45 ? "decline" : "accept"));
  }

  private static void tickOff(Portal portal, SandboxRecord task) {
    portal.owners().stream()
        .filter(owner -> owner.id().equals(task.value("hubspot_owner_id")))
        .map(SandboxOwner::userId)
        .findFirst()
        .ifPresent(user -> portal.completeTask(task.id(), user));
  }

  /** Opens the link, looks for as long as the page wants to be looked at, presses. */
  private Void press(SandboxRecord task, String button) throws InterruptedException {
    Matcher link = LINK.matcher(task.value("hs_task_body"));
    if (!link.find()) throw new IllegalStateException("A task without a link");
    URI page = URI.create(link.group(1));
    Optional<String> html = send(HttpRequest.newBuilder(page).GET());
    Optional<Matcher> nonce = html.map(NONCE::matcher).filter(Matcher::find);
    if (nonce.isEmpty()) return null;
    Thread.sleep(1_050);
    send(
        HttpRequest.newBuilder(URI.create(page + "/" + button))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("nonce=" + nonce.get().group(1))));
    return null;
  }

  private Optional<String> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      return Optional.of(
          http.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString())
              .body());
    } catch (IOException away) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
