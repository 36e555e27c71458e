package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.salesforce.client.SalesforceCredentials.JwtBearer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong settings of a connection are refused at the start, with what to do. */
class ConnectionSettingsTest {
  @TempDir Path data;

  private static CrmConnection connection(String crm, Map<String, String> settings) {
    return new CrmConnection(new ConnectionId("c"), new CompanyId("acme"), crm, "1", settings);
  }

  private static Map<String, String> salesforce(String... more) {
    var settings = new HashMap<>(Map.of("my-domain", "https://acme.my.salesforce.com"));
    for (int i = 0; i < more.length; i += 2) settings.put(more[i], more[i + 1]);
    return settings;
  }

  private void check(String crm, Map<String, String> settings) {
    ConnectionSettings.check(List.of(connection(crm, settings)), ConfigUnderTest.embedded(data));
  }

  @ParameterizedTest
  @CsvSource({
    "hubspot, api-share, 1.5, above 0 and at most 1",
    "hubspot, api-share, much, above 0 and at most 1",
    "hubspot, object, houses, 'contacts, leads, tickets or deals'",
    "hubspot, task-closed-status, Done, there is no setting task-closed-status",
    "salesforce, api-share, 0, above 0 and at most 1",
    "salesforce, my-domain, acme, 'the org''s own address'",
    "salesforce, sign-in, password, 'client-credentials, jwt or consent'",
    "salesforce, sign-in, jwt, user-name",
    "salesforce, objekt, Lead, there is no setting objekt",
    "sugar, object, Lead, 'hubspot or salesforce, not sugar'",
  })
  void a_wrong_one_is_refused_with_what_to_do(
      String crm, String setting, String value, String what) {
    Map<String, String> settings =
        crm.equals("salesforce") ? salesforce(setting, value) : Map.of(setting, value);

    assertThatThrownBy(() -> check(crm, settings))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("connection c")
        .hasMessageContaining(what);
  }

  @Test
  void good_ones_are_read() {
    assertThatCode(() -> check("hubspot", Map.of("api-share", "0.5", "completed-task", "accepts")))
        .doesNotThrowAnyException();
    var settings = salesforce("api-share", "0.25", "task-closed-status", "Erledigt");
    assertThatCode(() -> check("salesforce", settings)).doesNotThrowAnyException();
    assertThat(SalesforceCrm.settings(settings).closedTask()).isEqualTo("Erledigt");
    assertThat(SalesforceCrm.settings(settings).share()).isEqualTo(0.25);
    assertThat(SalesforceCrm.settings(salesforce()).share()).isEqualTo(0.7);
    assertThat(
            HubSpotCrm.settings(
                    ConfigUnderTest.embedded(data).hubspot(), Map.of("api-share", "0.5"))
                .share())
        .isEqualTo(0.5);
  }

  @Test
  void by_jwt_baton_signs_with_the_key_in_the_file_for_the_user_named() throws Exception {
    Path file = data.resolve("key.pem");
    var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    Config config = configured(file);
    var settings = salesforce("sign-in", "jwt", "user-name", "baton@acme.example");

    assertThat(SalesforceSignIn.of(config.salesforce(), settings))
        .isEqualTo(
            new JwtBearer(
                "key",
                "baton@acme.example",
                URI.create("https://login.salesforce.com"),
                keys.getPrivate()));
    settings.put("my-domain", "https://acme--test.sandbox.my.salesforce.com");
    assertThat(((JwtBearer) SalesforceSignIn.of(config.salesforce(), settings)).audience())
        .hasToString("https://test.salesforce.com");
    assertThat(config.salesforce().toString()).doesNotContain("RSA");
  }

  @Test
  void a_file_without_a_key_is_refused_without_being_quoted() throws Exception {
    Path file = Files.writeString(data.resolve("key.pem"), "canary");

    assertThatThrownBy(() -> configured(file))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("salesforce-key-file (from flag) is no key")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> configured(data.resolve("nowhere.pem")))
        .hasMessageContaining("cannot be read");
  }

  private static Config configured(Path key) {
    return ConfigValues.gather(
            Map.of("salesforce-key-file", key.toString(), "salesforce-client-id", "key"),
            Map.of(),
            Path.of("none"),
            false)
        .checked();
  }
}
