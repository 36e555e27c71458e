package dev.baton.server;

import dev.baton.salesforce.client.SalesforceAssertion;
import dev.baton.server.summary.LanguageModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How this installation is configured, checked.
 *
 * @param port 0 for any free one
 * @param publicUrl empty for {@code http://localhost:PORT}
 * @param databaseUrl empty for the embedded database
 * @param signUp who may sign up a company
 * @param zipFile where zip codes are; empty where nobody is near or far
 * @param usersEvery how long it takes until a CRM is asked again who its users are
 * @param messages by what people are told
 * @param summaries by what leads are summarized; empty where nothing is
 */
public record Config(
    int port,
    Path data,
    Optional<URI> publicUrl,
    Optional<String> databaseUrl,
    String databaseUser,
    String databasePassword,
    Optional<String> secretKey,
    Optional<String> apiToken,
    SignUp signUp,
    Optional<Path> companyFile,
    Optional<Path> zipFile,
    Duration usersEvery,
    HubSpotApp hubspot,
    SalesforceApp salesforce,
    MessageSettings messages,
    Optional<LanguageModel> summaries) {

  /** One that tells nobody anything. */
  public Config(
      int port,
      Path data,
      Optional<URI> publicUrl,
      Optional<String> databaseUrl,
      String databaseUser,
      String databasePassword,
      Optional<String> secretKey,
      Optional<String> apiToken,
      SignUp signUp,
      Optional<Path> companyFile,
      Optional<Path> zipFile,
      Duration usersEvery,
      HubSpotApp hubspot,
      SalesforceApp salesforce) {
    this(
        port,
        data,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        apiToken,
        signUp,
        companyFile,
        zipFile,
        usersEvery,
        hubspot,
        salesforce,
        MessageSettings.NONE,
        Optional.empty());
  }

  /** Who may sign up a company. */
  public enum SignUp {
    FIRST,
    OPEN,
    CLOSED
  }

  /**
   * Baton's app at HubSpot.
   *
   * @param clientSecrets the current one, and the one before while it is being changed
   * @param page where people use HubSpot and are asked to let Baton in
   */
  public record HubSpotApp(String clientId, List<String> clientSecrets, URI api, URI page) {
    @Override
    public String toString() {
      return "HubSpotApp[" + clientId + ", " + api + "]";
    }
  }

  /**
   * Baton's app at Salesforce.
   *
   * @param webhookSecret good for every connection beside its own, for installations that were set
   *     up before each had one; usually empty
   * @param key the private key of the app's certificate, where some connection signs in by it
   */
  public record SalesforceApp(
      String clientId, String clientSecret, String webhookSecret, Optional<PrivateKey> key) {
    public static final SalesforceApp NONE = new SalesforceApp("", "", "");

    /** An app without a certificate. */
    public SalesforceApp(String clientId, String clientSecret, String webhookSecret) {
      this(clientId, clientSecret, webhookSecret, Optional.empty());
    }

    @Override
    public String toString() {
      return "SalesforceApp[" + clientId + "]";
    }
  }

  public Config withSalesforce(SalesforceApp other) {
    return new Config(
        port,
        data,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        apiToken,
        signUp,
        companyFile,
        zipFile,
        usersEvery,
        hubspot,
        other,
        messages,
        summaries);
  }

  public Config withData(Path other) {
    return new Config(
        port,
        other,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        apiToken,
        signUp,
        companyFile,
        zipFile,
        usersEvery,
        hubspot,
        salesforce,
        messages,
        summaries);
  }

  public Config withUsersEvery(Duration other) {
    return new Config(
        port,
        data,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        apiToken,
        signUp,
        companyFile,
        zipFile,
        other,
        hubspot,
        salesforce,
        messages,
        summaries);
  }

  public Config withApiToken(String other) {
    return new Config(
        port,
        data,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        Optional.of(other),
        signUp,
        companyFile,
        zipFile,
        usersEvery,
        hubspot,
        salesforce,
        messages,
        summaries);
  }

  public Config withHubSpot(HubSpotApp other) {
    return new Config(
        port,
        data,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        apiToken,
        signUp,
        companyFile,
        zipFile,
        usersEvery,
        other,
        salesforce,
        messages,
        summaries);
  }

  public Config withMessages(MessageSettings other) {
    return new Config(
        port,
        data,
        publicUrl,
        databaseUrl,
        databaseUser,
        databasePassword,
        secretKey,
        apiToken,
        signUp,
        companyFile,
        zipFile,
        usersEvery,
        hubspot,
        salesforce,
        other,
        summaries);
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "Config[port=" + port + ", data=" + data + ", publicUrl=" + publicUrl + "]";
  }

  /**
   * Checks the values.
   *
   * @throws Misconfigured naming every value that is wrong, where it came from and what to do
   */
  static Config of(ConfigValues values) {
    var problems = new Problems();
    var config =
        new Config(
            problems.of(values, Setting.PORT, Config::port, "is a number from 0 to 65535"),
            Path.of(values.text(Setting.DATA)),
            values.optional(Setting.PUBLIC_URL).map(u -> problems.url(values, Setting.PUBLIC_URL)),
            values.optional(Setting.DATABASE_URL).map(u -> problems.database(values, u)),
            values.text(Setting.DATABASE_USER),
            values.text(Setting.DATABASE_PASSWORD),
            values.optional(Setting.SECRET_KEY),
            values.optional(Setting.API_TOKEN),
            problems.signUp(values),
            values.optional(Setting.COMPANY_FILE).map(Path::of),
            values.optional(Setting.ZIP_FILE).map(Path::of),
            Duration.ofSeconds(
                problems.of(
                    values, Setting.USERS_SECONDS, Config::pause, "is a number of at least 60")),
            new HubSpotApp(
                values.text(Setting.HUBSPOT_CLIENT_ID),
                Stream.of(
                        values.optional(Setting.HUBSPOT_CLIENT_SECRET),
                        values.optional(Setting.HUBSPOT_CLIENT_SECRET_PREVIOUS))
                    .flatMap(Optional::stream)
                    .toList(),
                problems.url(values, Setting.HUBSPOT_API_URL),
                problems.url(values, Setting.HUBSPOT_APP_URL)),
            new SalesforceApp(
                values.text(Setting.SALESFORCE_CLIENT_ID),
                values.text(Setting.SALESFORCE_CLIENT_SECRET),
                values.text(Setting.SALESFORCE_WEBHOOK_SECRET),
                values
                    .optional(Setting.SALESFORCE_KEY_FILE)
                    .flatMap(file -> problems.key(values, Path.of(file)))),
            problems.messages(values),
            problems.summaries(values));
    if (!config.salesforce().webhookSecret().isEmpty()
        && !config.salesforce().webhookSecret().matches("[A-Za-z0-9_-]{22,200}")) {
      problems.add(
          values,
          Setting.SALESFORCE_WEBHOOK_SECRET,
          "has at least 22 letters, digits and - _; make one with: openssl rand -hex 16");
    }
    if (config.apiToken.filter(t -> t.length() < 16).isPresent()) {
      problems.add(values, Setting.API_TOKEN, "has at least 16 characters");
    }
    problems.throwIfAny();
    return config;
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > 65_535) throw new IllegalArgumentException();
    return port;
  }

  /** Each look costs calls of the CRM's budget. */
  private static int pause(String text) {
    int seconds = Integer.parseInt(text);
    if (seconds < 60) throw new IllegalArgumentException();
    return seconds;
  }

  private static final class Problems {
    private final List<String> found = new java.util.ArrayList<>();

    private interface Parser<T> {
      T parse(String text);
    }

    void add(ConfigValues values, Setting setting, String rule) {
      found.add(setting.key() + " (from " + values.source(setting) + ") " + rule);
    }

    int of(ConfigValues values, Setting setting, Parser<Integer> parser, String rule) {
      try {
        return parser.parse(values.text(setting));
      } catch (IllegalArgumentException wrong) {
        add(values, setting, rule);
        return 0;
      }
    }

    SignUp signUp(ConfigValues values) {
      String given = values.text(Setting.SIGN_UP);
      for (SignUp each : SignUp.values()) {
        if (each.name().toLowerCase(Locale.ROOT).equals(given)) return each;
      }
      add(values, Setting.SIGN_UP, "is first, open or closed");
      return SignUp.CLOSED;
    }

    URI url(ConfigValues values, Setting setting) {
      try {
        URI url = URI.create(values.text(setting));
        if (List.of("http", "https").contains(String.valueOf(url.getScheme()))
            && url.getHost() != null
            && url.getQuery() == null) {
          return url;
        }
      } catch (IllegalArgumentException notAnAddress) {
        // Said below.
      }
      add(values, setting, "is an address such as https://baton.example.com");
      return URI.create("http://localhost");
    }

    /** The key itself is never shown, whatever is wrong with it. */
    Optional<PrivateKey> key(ConfigValues values, Path file) {
      try {
        return Optional.of(SalesforceAssertion.key(Files.readString(file)));
      } catch (IOException unreadable) {
        add(values, Setting.SALESFORCE_KEY_FILE, "cannot be read: " + file);
      } catch (IllegalArgumentException notAKey) {
        add(values, Setting.SALESFORCE_KEY_FILE, "is no key: " + notAKey.getMessage());
      }
      return Optional.empty();
    }

    MessageSettings messages(ConfigValues values) {
      var reading = new ReadingMessageSettings(values);
      MessageSettings messages = reading.read();
      found.addAll(reading.problems());
      return messages;
    }

    Optional<LanguageModel> summaries(ConfigValues values) {
      var reading = new ReadingSummarySettings(values);
      Optional<LanguageModel> model = reading.read();
      found.addAll(reading.problems());
      return model;
    }

    String database(ConfigValues values, String url) {
      if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
        add(values, Setting.DATABASE_URL, "starts with jdbc:postgresql:");
      }
      return url;
    }

    void throwIfAny() {
      if (!found.isEmpty()) {
        throw new Misconfigured("Wrong configuration:\n  " + String.join("\n  ", found));
      }
    }
  }
}
