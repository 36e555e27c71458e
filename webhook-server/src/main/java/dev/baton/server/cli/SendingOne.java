package dev.baton.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.server.cli.ServerAtWork.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Sends one test lead, tells each step as it comes, and deletes the lead whatever happens. */
final class SendingOne {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final ServerAtWork server;
  private final String connection;
  private final TellingAdmin telling;
  private final Duration patience;

  /**
   * @param connection the path of its connection in the API
   * @param patience how long the CRM and then Baton may take
   */
  SendingOne(ServerAtWork server, String connection, TellingAdmin telling, Duration patience) {
    this.server = server;
    this.connection = connection;
    this.telling = telling;
    this.patience = patience;
  }

  /** What became of it. */
  JsonNode send(String words) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("words", words);
    JsonNode test = server.post(connection + "/test-lead", body.toString());
    String path = test.path("watch").asText();
    telling.sent(test);
    var gone = new AtomicBoolean();
    var stopped = Thread.ofPlatform().name("clean-up").unstarted(() -> cleanUp(path, gone));
    Runtime.getRuntime().addShutdownHook(stopped);
    ObjectNode travelled = JsonNodeFactory.instance.objectNode();
    try {
      travelled = watch(path);
    } finally {
      cleanUp(path, gone);
      Runtime.getRuntime().removeShutdownHook(stopped);
    }
    return travelled.put("cleanedUp", gone.get());
  }

  private ObjectNode watch(String path) {
    Instant until = Instant.now().plus(patience);
    Instant sent = Instant.now();
    int told = 0;
    while (true) {
      ObjectNode now = (ObjectNode) server.get(path);
      JsonNode steps = now.path("steps");
      for (; told < steps.size(); told++) telling.step(steps.get(told), after(steps, told, sent));
      if (now.path("finished").asBoolean()) return now;
      if (Instant.now().isAfter(until)) return tooLate(now);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** By the server's clock where it says when, else by ours. */
  private static Duration after(JsonNode steps, int step, Instant sent) {
    String at = steps.get(step).path("at").asText();
    if (at.isEmpty()) return Duration.between(sent, Instant.now());
    return Duration.between(Instant.parse(steps.get(0).path("at").asText()), Instant.parse(at));
  }

  private ObjectNode tooLate(ObjectNode now) {
    String why =
        now.has("advice")
            ? "The CRM has not told Baton of it within " + patience.toSeconds() + " s. Look here:"
            : "Baton has not done with it within "
                + patience.toSeconds()
                + " s. Look at GET /api/v1/deliveries.";
    telling.problem(why);
    telling.advice(now.path("advice"));
    return now.put("problem", why);
  }

  private void cleanUp(String path, AtomicBoolean gone) {
    if (!gone.compareAndSet(false, true)) return;
    try {
      server.delete(path);
      telling.good("The test lead is deleted again.");
    } catch (Objection objection) {
      gone.set(false);
      telling.problem(
          "The test lead could not be deleted; delete it by hand: " + objection.getMessage());
    }
  }
}
