package dev.baton.server.cli;

import dev.baton.server.Config;
import dev.baton.server.ConfigValues;
import dev.baton.server.Setting;
import dev.baton.server.demo.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows Baton at work beside a sandbox CRM. */
@Command(
    name = "demo",
    description = "Show Baton at work beside sandbox CRMs, until stopped.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    ConfigValues values = SettingOptions.gather(spec);
    Config given = values.checked();
    boolean ownData = values.source(Setting.DATA).equals("default");
    Path data = ownData ? temporary() : given.data();
    String token = given.apiToken().orElseGet(DemoCommand::random);
    List<String> secrets = given.hubspot().clientSecrets();
    Config config =
        given
            .withData(data)
            .withApiToken(token)
            .withHubSpot(
                new Config.HubSpotApp(
                    "demo-app",
                    secrets.isEmpty() ? List.of(random()) : secrets,
                    given.hubspot().api(),
                    given.hubspot().page()));
    Demo demo = Demo.start(config);
    Optional<URI> link = demo.open();
    URI address = demo.app().address();
    var out = spec.commandLine().getOut();
    out.printf(
        """

        Baton is at work beside a sandbox HubSpot and a sandbox Salesforce.

          Watch leads travel     %s/
          Answer one yourself    %s
          Ask the API            curl -H 'X-Auth-Token: %s' %s/api/v1/leads
          Stop                   Ctrl-C

        """,
        address, link.map(URI::toString).orElse("(see the home page)"), token, address);
    out.flush();
    ServeCommand.untilStopped(
        () -> {
          demo.close();
          if (ownData) delete(data);
        });
    return 0;
  }

  private static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("baton-demo");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
