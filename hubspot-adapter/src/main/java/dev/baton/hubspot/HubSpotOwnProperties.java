package dev.baton.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.hubspot.client.HubSpotProperty;
import dev.baton.hubspot.client.HubSpotProperty.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Baton's own properties, as {@code crm-package/properties.json} defines them. A developer project
 * cannot deploy properties, so Baton creates them through the API.
 */
final class HubSpotOwnProperties {
  private static final String FILE = "properties.json";

  /** Stands in the file where a property offers the tags of the company. */
  private static final String TAGS = "tags";

  private final JsonNode file;

  private HubSpotOwnProperties(JsonNode file) {
    this.file = file;
  }

  /** Reads the definitions that came with this version of Baton. */
  static HubSpotOwnProperties read() {
    try (InputStream in = HubSpotOwnProperties.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException(FILE + " is missing on the class path");
      return new HubSpotOwnProperties(new ObjectMapper().readTree(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The group that the properties are shown in. */
  String group() {
    return file.path("group").path("name").asText();
  }

  String groupLabel() {
    return file.path("group").path("label").asText();
  }

  /**
   * What a kind of record gets.
   *
   * @param object such as {@code contacts}
   * @param tags the names of the company's tags, which people can give a record
   */
  List<HubSpotProperty> of(String object, List<String> tags) {
    return elements(file.path("properties"))
        .filter(each -> elements(each.path("objects")).anyMatch(o -> o.asText().equals(object)))
        .map(each -> property(each, tags))
        .toList();
  }

  private HubSpotProperty property(JsonNode defined, List<String> tags) {
    List<Option> options = new ArrayList<>();
    elements(defined.path("options"))
        .map(option -> new Option(option.path("label").asText(), option.path("value").asText()))
        .forEach(options::add);
    if (defined.path("optionsFrom").asText().equals(TAGS)) {
      tags.forEach(tag -> options.add(new Option(tag, tag)));
    }
    return new HubSpotProperty(
        defined.path("name").asText(),
        defined.path("label").asText(),
        group(),
        defined.path("type").asText(),
        defined.path("fieldType").asText(),
        options);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
