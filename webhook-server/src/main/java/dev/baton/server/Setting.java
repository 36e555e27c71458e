package dev.baton.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be configured. A flag {@code --public-url} wins over the variable {@code
 * BATON_PUBLIC_URL}, which wins over {@code public-url} in the configuration file, which wins over
 * the default.
 */
public enum Setting {
  PORT("8080", "port the server listens on; 0 for any free one"),
  DATA("data", "directory of the embedded database and the secret key"),
  PUBLIC_URL("", "address people and CRMs reach this server at; default http://localhost:PORT"),
  DATABASE_URL(
      "", "jdbc:postgresql: address; default an embedded H2 database in the data directory"),
  DATABASE_USER("", "user of the database"),
  DATABASE_PASSWORD("", "password of the database"),
  SECRET_KEY("", "32 bytes in Base64 that all nodes share; default a file in the data directory"),
  API_TOKEN("", "token of the API (header X-Auth-Token); replaces the one before"),
  SIGN_UP(
      "first",
      "who may sign up a company: first (only where nobody can log in yet), open, or closed"),
  COMPANY_FILE("", "JSON file that describes the company, its CRM connections and routing book"),
  ZIP_FILE("", "CSV file zip,latitude,longitude of zip codes, for agents who work within a radius"),
  USERS_SECONDS("900", "seconds between two looks at who the users of the CRMs are; 60 or more"),
  HUBSPOT_CLIENT_ID("", "client id of the HubSpot app"),
  HUBSPOT_CLIENT_SECRET("", "client secret of the HubSpot app; webhooks are proved by it"),
  HUBSPOT_CLIENT_SECRET_PREVIOUS("", "the client secret before, while it is being changed"),
  HUBSPOT_API_URL("https://api.hubapi.com", "address of HubSpot's API"),
  HUBSPOT_APP_URL("https://app.hubspot.com", "address where people use HubSpot, for their consent"),
  SALESFORCE_CLIENT_ID("", "consumer key of the External Client App in Salesforce"),
  SALESFORCE_CLIENT_SECRET("", "consumer secret of the External Client App in Salesforce"),
  SALESFORCE_KEY_FILE(
      "", "file with the private key of the app's certificate (PEM), for connections by jwt"),
  SALESFORCE_WEBHOOK_SECRET(
      "",
      "a secret for the outbound messages of all connections, from before each had its own; leave"
          + " it empty"),
  SMTP_URL("", "mail server, such as smtp://mail.example.com:587; without one no e-mail is sent"),
  SMTP_USER("", "user of the mail server; empty where it asks for none"),
  SMTP_PASSWORD("", "password of the mail server"),
  MAIL_FROM("", "sender of e-mail, such as Baton <leads@example.com>"),
  SMS_URL("https://api.twilio.com", "address of Twilio, or of who speaks as Twilio does"),
  SMS_ACCOUNT("", "account SID; without one no short messages are sent"),
  SMS_TOKEN("", "auth token of the account"),
  SMS_FROM("", "number short messages come from, such as +15005550006"),
  ROOM_HOSTS("public", "where chat rooms may be: public, by https on the internet; or any"),
  SUMMARY_URL(
      "",
      "where a language model answers chat completions, such as"
          + " https://models.example.com/v1/chat/completions; without one no lead is summarized"),
  SUMMARY_KEY("", "key of the language model; empty where it asks for none"),
  SUMMARY_MODEL("", "name of the language model");

  private final String byDefault;
  private final String meaning;

  Setting(String byDefault, String meaning) {
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** The name as a flag and in the file, such as {@code public-url}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name as an environment variable, such as {@code BATON_PUBLIC_URL}. */
  public String variable() {
    return "BATON_" + name();
  }

  public String byDefault() {
    return byDefault;
  }

  public String meaning() {
    return meaning;
  }

  /** Whether the value is never shown. */
  public boolean secret() {
    return switch (this) {
      case DATABASE_PASSWORD,
          SECRET_KEY,
          API_TOKEN,
          HUBSPOT_CLIENT_SECRET,
          HUBSPOT_CLIENT_SECRET_PREVIOUS,
          SALESFORCE_CLIENT_SECRET,
          SALESFORCE_WEBHOOK_SECRET,
          SMTP_PASSWORD,
          SMS_TOKEN,
          SUMMARY_KEY ->
          true;
      default -> false;
    };
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }
}
