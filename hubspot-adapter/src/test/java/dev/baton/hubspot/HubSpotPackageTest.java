package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.GIVEN_TAGS;
import static dev.baton.hubspot.HubSpotFields.OWNER;
import static dev.baton.hubspot.HubSpotFields.TASK_STATUS;
import static dev.baton.hubspot.client.HubSpotSettings.LEADS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.hubspot.client.HubSpotOAuth;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.client.HubSpotWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds what is installed in HubSpot against the names in Java, and its files to each other. */
class HubSpotPackageTest {
  private static final Path ROOT = Path.of("crm-package");
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The kinds of record with Baton's properties, and what webhooks and scopes call them. */
  private static final Map<String, String> KINDS =
      Map.of(CONTACTS, "contact", LEADS, "lead", "tickets", "ticket", "deals", "deal");

  /** What every account has from the start to say how far a record is. */
  private static final Map<String, String> STATUS_OF =
      Map.of(
          "contact", "hs_lead_status",
          "lead", "hs_pipeline_stage",
          "ticket", "hs_pipeline_stage",
          "deal", "dealstage");

  private final JsonNode app = json("src/app/app-hsmeta.json");
  private final JsonNode webhooks = json("src/app/webhooks/webhooks-hsmeta.json").path("config");

  @Test
  void consent_asks_for_the_rights_the_app_names_and_for_no_other() {
    JsonNode auth = app.path("config").path("auth");

    assertThat(HubSpotConsent.SCOPES).containsExactlyInAnyOrderElementsOf(texts(auth, "required"));
    var settings = HubSpotSettings.defaults();
    var wire = new HubSpotWire(settings, settings.budget(), InstantSource.system());
    for (RoutedObject kind : RoutedObject.values()) {
      var consent =
          new HubSpotConsent(
              URI.create("https://app.hubspot.com"),
              new HubSpotOAuth(wire, "app", "secret"),
              "app",
              kind,
              InstantSource.system());
      assertThat(consent.optional()).isSubsetOf(texts(auth, "optional"));
    }
    assertThat(auth.path("redirectUrls").path(0).asText())
        .isEqualTo("https://${BATON_HOST}/connect/callback");
  }

  private static List<String> texts(JsonNode auth, String kind) {
    List<String> scopes = new ArrayList<>();
    auth.path(kind + "Scopes").forEach(scope -> scopes.add(scope.asText()));
    return scopes;
  }

  @Test
  void every_json_file_is_well_formed_with_each_name_once() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(all).hasSizeGreaterThan(3);
      all.forEach(file -> assertThat(read(file).isObject()).as(file.toString()).isTrue());
    }
  }

  @Test
  void baton_is_told_of_new_gone_and_merged_records_and_of_what_people_change_in_them() {
    KINDS.forEach(
        (kind, name) -> {
          Set<String> expected = new TreeSet<>(Set.of("creation", "deletion", "merge"));
          if (kind.equals(CONTACTS)) expected.add("privacyDeletion");
          Set<String> watched = HubSpotPackagePropertiesTest.names(kind);
          watched.removeAll(Set.of(GIVEN_TAGS, HubSpotSettings.defaults().subjectProperty()));
          watched.addAll(Set.of(OWNER, STATUS_OF.get(name)));
          watched.forEach(property -> expected.add("propertyChange " + property));
          assertThat(told(name)).as(kind).isEqualTo(expected);
        });
    assertThat(told("task")).containsExactly("propertyChange " + TASK_STATUS);
  }

  @Test
  void every_subscription_is_active_stands_there_once_and_is_of_a_form_that_is_understood() {
    var seen = new HashSet<JsonNode>();
    for (String list : List.of("crmObjects", "legacyCrmObjects", "hubEvents")) {
      for (JsonNode subscription : webhooks.path("subscriptions").path(list)) {
        assertThat(subscription.path("active").asBoolean()).isTrue();
        assertThat(seen.add(subscription)).as(subscription.toString()).isTrue();
        String type = subscription.path("subscriptionType").asText();
        assertThat(type.startsWith("object.")).isEqualTo(list.equals("crmObjects"));
        assertThat(subscription.has("objectType")).isEqualTo(list.equals("crmObjects"));
        assertThat(subscription.has("propertyName")).isEqualTo(type.endsWith(".propertyChange"));
      }
    }
    assertThat(webhooks.path("subscriptions").path("hubEvents")).hasSize(1);
  }

  @Test
  void the_app_asks_for_contacts_and_only_may_be_given_the_other_kinds() {
    JsonNode auth = app.path("config").path("auth");
    List<String> required = texts(auth.path("requiredScopes"));
    List<String> optional = texts(auth.path("optionalScopes"));

    assertThat(required)
        .contains("crm.objects.owners.read", "crm.schemas.contacts.write")
        .noneMatch(scope -> scope.matches(".*(lead|ticket|deal).*"));
    assertThat(optional).contains("tickets").doesNotContainAnyElementsOf(required);
    for (String kind : List.of("leads", "deals")) {
      assertThat(optional)
          .contains("crm.objects." + kind + ".read", "crm.objects." + kind + ".write");
    }
    for (String kind : List.of("leads", "tickets", "deals")) {
      assertThat(optional).contains("crm.schemas." + kind + ".write");
    }
  }

  @Test
  void the_files_name_one_project_of_the_platform_the_guide_speaks_of() throws IOException {
    JsonNode project = json("hsproject.json");
    assertThat(project.path("platformVersion").asText()).isEqualTo("2026.03");
    assertThat(ROOT.resolve(project.path("srcDir").asText())).isDirectory();
    assertThat(app.path("type").asText()).isEqualTo("app");
    assertThat(Files.readString(ROOT.resolve("INSTALL.md"))).contains("2026.03");
  }

  @Test
  void hosts_and_addresses_come_from_the_profile_of_the_admin() throws IOException {
    var variables = new TreeSet<String>();
    for (String file : List.of("app-hsmeta.json", "webhooks/webhooks-hsmeta.json")) {
      String text = Files.readString(ROOT.resolve("src/app").resolve(file));
      assertThat(text).doesNotContain("example.com", "localhost");
      Pattern.compile("\\$\\{(\\w+)}")
          .matcher(text)
          .results()
          .forEach(found -> variables.add(found.group(1)));
    }

    assertThat(variables).containsExactly("BATON_CONTACT", "BATON_HOST");
    assertThat(Files.readString(ROOT.resolve("INSTALL.md"))).contains(variables);
    assertThat(webhooks.path("settings").path("targetUrl").asText())
        .isEqualTo("https://${BATON_HOST}/webhooks/hubspot");
  }

  /** What is told of a kind of record, such as {@code propertyChange hubspot_owner_id}. */
  private Set<String> told(String kind) {
    var told = new TreeSet<String>();
    for (JsonNode list : webhooks.path("subscriptions")) {
      for (JsonNode subscription : list) {
        String type = subscription.path("subscriptionType").asText();
        String about =
            type.startsWith("object.")
                ? subscription.path("objectType").asText()
                : type.substring(0, type.indexOf('.'));
        if (!about.equals(kind)) continue;
        String what = type.substring(type.indexOf('.') + 1);
        told.add((what + " " + subscription.path("propertyName").asText("")).strip());
      }
    }
    return told;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode json(String file) {
    return read(ROOT.resolve(file));
  }

  private static JsonNode read(Path file) {
    try {
      return STRICT.readTree(file.toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " is not well-formed", broken);
    }
  }
}
