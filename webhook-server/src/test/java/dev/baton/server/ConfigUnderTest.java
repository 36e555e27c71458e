package dev.baton.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A configuration for tests: any free port, an embedded database, an app at HubSpot. */
public final class ConfigUnderTest {
  private ConfigUnderTest() {}

  /**
   * The configuration.
   *
   * @param data an empty directory for the database and the key
   */
  public static Config embedded(Path data) {
    return new Config(
        0,
        data,
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Config.SignUp.FIRST,
        Optional.empty(),
        Optional.empty(),
        Duration.ofMinutes(15),
        new Config.HubSpotApp(
            "app-under-test",
            List.of("client-secret-of-the-test"),
            URI.create("https://api.hubapi.invalid"),
            URI.create("https://app.hubspot.invalid")),
        Config.SalesforceApp.NONE);
  }
}
