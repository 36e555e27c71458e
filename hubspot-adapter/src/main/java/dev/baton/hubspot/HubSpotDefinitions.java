package dev.baton.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.hubspot.client.HubSpotProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Baton's own properties as the package defines them: one file for the package and for us. */
record HubSpotDefinitions(String group, String groupLabel, List<Definition> all) {
  private static final String FILE = "properties.json";

  HubSpotDefinitions {
    all = List.copyOf(all);
  }

  /**
   * One property.
   *
   * @param objects the kinds of record it is for
   * @param choosesTags whether the company's tags are among its values
   */
  record Definition(HubSpotProperty property, Set<String> objects, boolean choosesTags) {
    String name() {
      return property.name();
    }
  }

  /** Those that came with this build. */
  static HubSpotDefinitions packaged() {
    try (InputStream file = HubSpotDefinitions.class.getResourceAsStream(FILE)) {
      if (file == null) throw new IllegalStateException(FILE + " is missing in this build");
      return read(HubSpotEvent.MAPPER.readTree(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " of this build cannot be read", unreadable);
    }
  }

  private static HubSpotDefinitions read(JsonNode json) {
    String group = json.path("group").path("name").asText();
    List<Definition> all = new ArrayList<>();
    for (JsonNode each : json.path("properties")) {
      Set<String> objects = new LinkedHashSet<>();
      each.path("objects").forEach(object -> objects.add(object.asText()));
      boolean choosesTags = each.path("optionsFrom").asText("").equals("tags");
      all.add(new Definition(HubSpotProperty.read(each).in(group), objects, choosesTags));
    }
    return new HubSpotDefinitions(group, json.path("group").path("label").asText(), all);
  }

  /** Those a kind of record needs; where the account has a property of its own, that is used. */
  List<Definition> of(RoutedObject kind) {
    return all.stream()
        .filter(each -> each.objects().contains(kind.object()))
        .filter(each -> !each.name().equals(HubSpotFields.EXPECTED_VALUE) || kind.valueIsBatons())
        .toList();
  }
}
