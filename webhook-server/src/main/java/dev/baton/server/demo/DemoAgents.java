package dev.baton.server.demo;

import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxOwner;
import dev.baton.hubspot.sandbox.SandboxRecord;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agents who work through their tasks in the sandbox CRM as people would: they open the link and
 * press a button, answer in the record, tick the task off, or are too late.
 */
final class DemoAgents {
  private static final Logger LOG = LoggerFactory.getLogger(DemoAgents.class);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/o/[A-Za-z0-9_-]{43})\"");
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  private final Portal portal;
  private final URI server;
  private final ScheduledExecutorService threads;
  private final RandomGenerator random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, SandboxOwner> owners = new HashMap<>();

  DemoAgents(Portal portal, URI server, ScheduledExecutorService threads, RandomGenerator random) {
    this.portal = portal;
    this.server = server;
    this.threads = threads;
    this.random = random;
    portal.owners().forEach(owner -> owners.put(owner.id(), owner));
  }

  /** Looks at the tasks; each new one gets a plan of when and how it is answered. */
  void look() {
    for (SandboxRecord task : portal.tasks()) {
      if (task.value("hs_task_status").equals("COMPLETED") || !seen.add(task.id())) continue;
      int mood = random.nextInt(100);
      long thinking = 1_500 + random.nextInt(6_000);
      if (mood < 38) later(thinking, () -> press(task, "accept"));
      else if (mood < 50) later(thinking, () -> tickOff(task));
      else if (mood < 68) later(thinking, () -> press(task, "decline"));
      else if (mood < 74) later(thinking, () -> answerInRecord(task, "decline"));
      else if (mood < 86) {
        later(DemoCompany.WINDOW.toMillis() + thinking, () -> press(task, "another-chance"));
      }
      // The others do not answer at all.
    }
  }

  private void later(long milliseconds, Runnable act) {
    threads.schedule(
        () -> {
          try {
            act.run();
          } catch (RuntimeException failed) {
            LOG.debug("A demo agent gave up: {}", failed.toString());
          }
        },
        milliseconds,
        TimeUnit.MILLISECONDS);
  }

  private void tickOff(SandboxRecord task) {
    portal.completeTask(task.id(), userOf(task));
  }

  private void answerInRecord(SandboxRecord task, String answer) {
    portal.records("contacts").stream()
        .filter(
            c ->
                portal.tasksOf("contacts", c.id()).stream().anyMatch(t -> t.id().equals(task.id())))
        .findFirst()
        .ifPresent(
            contact ->
                portal.change(
                    "contacts",
                    contact.id(),
                    Map.of("baton_offer_response", answer),
                    userOf(task)));
  }

  private String userOf(SandboxRecord task) {
    return Optional.ofNullable(owners.get(task.value("hubspot_owner_id")))
        .map(SandboxOwner::userId)
        .orElse("");
  }

  /** Opens the link, looks for a moment, presses. */
  private void press(SandboxRecord task, String button) {
    Optional<URI> link = link(task);
    if (link.isEmpty()) return;
    Optional<String> page = get(link.get());
    if (page.isEmpty() || !page.get().contains("/" + button + "\"")) return;
    Matcher nonce = NONCE.matcher(page.get());
    if (!nonce.find()) return;
    String form = "nonce=" + URLEncoder.encode(nonce.group(1), StandardCharsets.UTF_8);
    later(1_100, () -> post(URI.create(link.get() + "/" + button), form));
  }

  /** The link of a task, as this machine reaches the server. */
  Optional<URI> link(SandboxRecord task) {
    Matcher link = LINK.matcher(task.value("hs_task_body"));
    return link.find()
        ? Optional.of(server.resolve(URI.create(link.group(1)).getPath()))
        : Optional.empty();
  }

  private Optional<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  private void post(URI address, String form) {
    send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private Optional<String> send(HttpRequest.Builder request) {
    try {
      return Optional.of(
          http.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString())
              .body());
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
