package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** HubSpot's own client finds in the sandbox what it expects of HubSpot. */
class OfficialNodeClientTest extends SandboxTest {
  private static final Path FOLDER = Path.of("src/test/node");

  OfficialNodeClientTest() {
    super(SandboxSettings.defaults());
  }

  @Test
  void hubspots_own_client_works_with_the_sandbox() throws Exception {
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules/@hubspot/api-client")) && nodeRuns(),
        "Needs Node 20 or newer, and once in hubspot-adapter/src/test/node: npm ci");
    portal.addOwner("Ann Lee", "ann@example.org");

    Path output = Files.createTempFile("drive", ".txt");
    Process process =
        new ProcessBuilder("node", "drive.mjs", sandbox.api().toString())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (var input = process.getOutputStream()) {
      new ObjectMapper()
          .writeValue(
              input,
              Map.of(
                  "clientId", sandbox.clientId(),
                  "clientSecret", sandbox.clientSecret(),
                  "refreshToken", portal.refreshToken(),
                  "webhooks", webhooks()));
    }
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);

    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("a webhook has the signature").endsWith("all well\n");
  }

  /** What the sandbox told an app, with letters from outside ASCII among it. */
  private List<SentWebhook> webhooks() throws IOException {
    try (var receiver = new Receiver()) {
      Webhooks webhooks = sandbox.webhooks();
      webhooks.subscribe(
          List.of(
              new Subscription(1, "contact.creation", ObjectType.CONTACTS, ""),
              new Subscription(2, "contact.propertyChange", ObjectType.CONTACTS, "firstname")));
      webhooks.target(receiver.address());
      sandbox.portal("4712").createContact(Map.of("firstname", "Zoë ✓"));
      assertThat(webhooks.awaitQuiet(Duration.ofSeconds(30))).isTrue();
      webhooks.pause();
      return webhooks.sent();
    }
  }

  private static boolean nodeRuns() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
