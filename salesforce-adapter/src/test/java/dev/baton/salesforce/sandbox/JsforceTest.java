package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** jsforce, which most Node programs use for Salesforce, finds in the sandbox what it expects. */
class JsforceTest extends SandboxTest {
  private static final Path FOLDER = Path.of("src/test/node");

  @BeforeEach
  void keepTheTimeOfTheJudge() {
    clock.tick(Duration.between(clock.instant(), Instant.now()));
  }

  @Test
  void jsforce_works_with_the_sandbox() throws Exception {
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules/jsforce")) && nodeRuns(),
        "Needs Node 20 or newer, and once in salesforce-adapter/src/test/node: npm ci");
    KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    sandbox.certificate(keys.getPublic());

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
                  "consumerKey", sandbox.consumerKey(),
                  "consumerSecret", sandbox.consumerSecret(),
                  "privateKey", pem(keys),
                  "username", ann.username(),
                  "userId", ann.id(),
                  "orgId", org.id(),
                  "messages", messages()));
    }
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);

    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("an outbound message reads as one").endsWith("all well\n");
  }

  /** What the org told an app, with letters from outside ASCII among it. */
  private List<String> messages() throws IOException {
    try (var receiver = new Receiver()) {
      org.outbound()
          .activate(
              OutboundFlow.on(ObjectType.LEAD, receiver.address())
                  .sending("LastName")
                  .whenCreated());
      org.createLead(Map.of("LastName", "Zoë ✓", "Company", "C"));
      assertThat(org.outbound().awaitQuiet(Duration.ofSeconds(30))).isTrue();
      org.outbound().pause();
      return receiver.bodies();
    }
  }

  private static String pem(KeyPair keys) {
    String base64 = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  private static boolean nodeRuns() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
