package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** Holds the project's own files: what is deployed, with what, and what an admin has to fill in. */
class SalesforcePackageProjectTest {
  private static final String API = "65.0";

  /** Where each kind of component lies, and how its file's name ends. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "Flow", List.of("flows", ".flow-meta.xml"),
          "GlobalValueSet", List.of("globalValueSets", ".globalValueSet-meta.xml"),
          "CustomPermission", List.of("customPermissions", ".customPermission-meta.xml"),
          "PermissionSet", List.of("permissionsets", ".permissionset-meta.xml"),
          "QuickAction", List.of("quickActions", ".quickAction-meta.xml"),
          "ExternalClientApplication", List.of("externalClientApps", ".eca-meta.xml"),
          "ExtlClntAppOauthSettings", List.of("extlClntAppOauthSettings", ".ecaOauth-meta.xml"));

  @Test
  void every_xml_file_is_well_formed_and_has_no_document_type()
      throws IOException, XMLStreamException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    for (Path file : InstalledFile.named(".xml")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain("<!DOCTYPE");
      try (var in = Files.newInputStream(file)) {
        var reader = factory.createXMLStreamReader(in);
        reader.nextTag();
        assertThat(reader.getNamespaceURI())
            .as(file.toString())
            .isEqualTo("http://soap.sforce.com/2006/04/metadata");
        while (reader.hasNext()) reader.next();
      }
    }
  }

  @Test
  void the_manifests_together_name_every_component_once() {
    var named = new TreeMap<String, List<String>>();
    for (InstalledFile manifest : manifests()) {
      assertThat(manifest.text("version")).as(manifest.file()).isEqualTo(API);
      for (InstalledFile types : manifest.all("types")) {
        named
            .computeIfAbsent(types.text("name"), kind -> new ArrayList<>())
            .addAll(types.texts("members"));
      }
    }

    assertThat(named.keySet()).isEqualTo(installed().keySet());
    named.forEach(
        (kind, members) ->
            assertThat(members)
                .as(kind)
                .containsExactlyInAnyOrderElementsOf(installed().get(kind)));
  }

  @Test
  void what_is_installed_for_leads_needs_nothing_of_cases_or_opportunities() {
    for (String base : List.of("leads.xml", "actions-leads.xml")) {
      List<String> members = members(base);
      assertThat(members).noneMatch(name -> name.contains("Case") || name.contains("Opportunit"));
    }
    for (String set : List.of("Baton_Integration", "Baton_Agent", "Baton_Test_Lead")) {
      InstalledFile.in("permissionsets").stream()
          .filter(file -> file.file().startsWith(set + "."))
          .flatMap(file -> file.all("fieldPermissions").stream())
          .forEach(right -> assertThat(right.text("field")).matches("(Lead|Task)\\..*"));
    }
  }

  @Test
  void uninstalling_removes_everything_but_what_is_removed_by_hand() {
    InstalledFile removed =
        InstalledFile.read(InstalledFile.ROOT.resolve("uninstall/destructiveChanges.xml"));
    var left = installed();
    List.of("Flow", "ExternalClientApplication", "ExtlClntAppOauthSettings").forEach(left::remove);

    for (InstalledFile types : removed.all("types")) {
      assertThat(left.remove(types.text("name")))
          .containsExactlyInAnyOrderElementsOf(types.texts("members"));
    }
    assertThat(left).isEmpty();
  }

  @Test
  void the_guide_names_every_manifest_permission_set_and_variable() throws IOException {
    String guide = Files.readString(InstalledFile.ROOT.resolve("INSTALL.md"));

    manifests().forEach(manifest -> assertThat(guide).contains(manifest.file()));
    installed().get("PermissionSet").forEach(set -> assertThat(guide).contains(set));
    project()
        .path("replacements")
        .forEach(r -> assertThat(guide).contains("export " + r.path("replaceWithEnv").asText()));
  }

  @Test
  void the_project_speaks_the_api_version_of_the_client_and_of_its_flows() throws IOException {
    assertThat(project().path("sourceApiVersion").asText()).isEqualTo(API);
    InstalledFile.in("flows").forEach(f -> assertThat(f.text("apiVersion")).isEqualTo(API));
  }

  @Test
  void every_placeholder_is_replaced_from_a_variable_when_it_is_deployed() throws IOException {
    var unreplaced = new TreeSet<String>();
    for (Path file : InstalledFile.named(".xml")) {
      String left = Files.readString(file);
      for (JsonNode replacement : project().path("replacements")) {
        assertThat(replacement.path("replaceWithEnv").asText()).startsWith("PACKAGE_");
        assertThat(replacement.path("allowUnsetEnvVariable").asBoolean(false)).isFalse();
        if (applies(replacement, file)) {
          String text = replacement.path("stringToReplace").asText();
          assertThat(left).as(file.toString()).contains(text);
          left = left.replace(text, "");
        }
      }
      if (left.matches("(?s).*(example\\.com|BATON_HOST|SECRET).*"))
        unreplaced.add(file.toString());
    }

    assertThat(unreplaced).isEmpty();
  }

  @Test
  void no_file_can_hold_a_secret_of_an_org() throws IOException {
    assertThat(InstalledFile.named(".ecaGlblOauth-meta.xml")).isEmpty();
    assertThat(Files.readString(InstalledFile.ROOT.resolve(".forceignore")))
        .contains("extlClntAppGlobalOauthSets");
  }

  private static boolean applies(JsonNode replacement, Path file) {
    Path inProject = InstalledFile.ROOT.relativize(file);
    if (replacement.has("filename")) {
      return inProject.equals(Path.of(replacement.path("filename").asText()));
    }
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + replacement.path("glob").asText())
        .matches(inProject);
  }

  private static JsonNode project() throws IOException {
    return new ObjectMapper().readTree(InstalledFile.ROOT.resolve("sfdx-project.json").toFile());
  }

  private static List<InstalledFile> manifests() {
    return InstalledFile.named(".xml").stream()
        .filter(path -> path.getParent().endsWith("manifest"))
        .map(InstalledFile::read)
        .toList();
  }

  private static List<String> members(String manifest) {
    return InstalledFile.read(InstalledFile.ROOT.resolve("manifest").resolve(manifest))
        .all("types")
        .stream()
        .flatMap(types -> types.texts("members").stream())
        .toList();
  }

  /** The names of what the files install, by kind. */
  private static Map<String, List<String>> installed() {
    var installed = new TreeMap<String, List<String>>();
    KINDS.forEach(
        (kind, where) ->
            installed.put(
                kind,
                InstalledFile.in(where.get(0)).stream()
                    .map(file -> file.component(where.get(1)))
                    .toList()));
    var fields = new ArrayList<String>();
    for (String object : List.of("Lead", "Case", "Opportunity", "Activity")) {
      SalesforcePackageFieldsTest.fieldsOf(object).forEach(f -> fields.add(object + "." + f));
    }
    installed.put("CustomField", fields);
    var messages = new ArrayList<String>();
    for (InstalledFile file : InstalledFile.in("workflows")) {
      String object = file.component(".workflow-meta.xml");
      file.all("outboundMessages").forEach(m -> messages.add(object + "." + m.text("fullName")));
    }
    installed.put("WorkflowOutboundMessage", messages);
    return installed;
  }
}
