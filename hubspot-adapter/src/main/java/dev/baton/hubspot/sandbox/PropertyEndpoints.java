package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of an account: told and added. */
final class PropertyEndpoints {
  private static final Set<String> TYPES =
      Set.of("string", "number", "bool", "date", "datetime", "enumeration");

  private PropertyEndpoints() {}

  static Answer list(Question question) {
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    question.account().properties().all(question.type("type")).forEach(p -> results.add(json(p)));
    return Answer.json(200, json);
  }

  static Answer read(Question question) {
    String name = question.path("name");
    return question
        .account()
        .properties()
        .find(question.type("type"), name)
        .map(property -> Answer.json(200, json(property)))
        .orElseGet(() -> Answer.of(Refusal.notFound(name)));
  }

  static Answer create(Question question) {
    JsonNode body = question.body();
    String type = body.path("type").asText();
    if (!TYPES.contains(type) || body.path("label").asText().isBlank()) {
      return Answer.of(Refusal.invalid("A property has a label, and a type out of " + TYPES));
    }
    List<String> options = options(body);
    if (type.equals("enumeration") && options.isEmpty()) {
      return Answer.of(Refusal.invalid("An enumeration has at least one option"));
    }
    var property =
        new PropertyDefinition(
            body.path("name").asText(),
            body.path("label").asText(),
            body.path("groupName").asText(),
            type,
            body.path("fieldType").asText(),
            options,
            body.path("hasUniqueValue").asBoolean(),
            false,
            false);
    Optional<Refusal> no = question.account().properties().add(question.type("type"), property);
    return no.map(Answer::of).orElseGet(() -> Answer.json(201, json(property)));
  }

  /** Only the options can be said anew. */
  static Answer change(Question question) {
    ObjectType type = question.type("type");
    String name = question.path("name");
    Properties properties = question.account().properties();
    return properties
        .find(type, name)
        .map(property -> property.choosing(options(question.body())))
        .map(
            changed -> {
              properties.replace(type, changed);
              return Answer.json(200, json(changed));
            })
        .orElseGet(() -> Answer.of(Refusal.notFound(name)));
  }

  private static List<String> options(JsonNode body) {
    var options = new ArrayList<String>();
    body.path("options").forEach(option -> options.add(option.path("value").asText()));
    return options;
  }

  static Answer groups(Question question) {
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    question
        .account()
        .properties()
        .groups(question.type("type"))
        .forEach((name, label) -> results.add(group(name, label)));
    return Answer.json(200, json);
  }

  static Answer createGroup(Question question) {
    String name = question.body().path("name").asText();
    String label = question.body().path("label").asText();
    return question
        .account()
        .properties()
        .addGroup(question.type("type"), name, label)
        .map(Answer::of)
        .orElseGet(() -> Answer.json(201, group(name, label)));
  }

  private static ObjectNode group(String name, String label) {
    ObjectNode json = Json.object().put("name", name).put("label", label);
    return json.put("displayOrder", -1).put("archived", false);
  }

  private static ObjectNode json(PropertyDefinition property) {
    ObjectNode json = Json.object();
    json.put("name", property.name()).put("label", property.label());
    json.put("type", property.type()).put("fieldType", property.fieldType());
    json.put("groupName", property.group()).put("description", "").put("displayOrder", -1);
    json.put("hasUniqueValue", property.unique()).put("hidden", false).put("formField", true);
    json.put("hubspotDefined", property.hubspotDefined()).put("archived", false);
    ArrayNode options = json.putArray("options");
    for (String value : property.options()) {
      options.addObject().put("label", value).put("value", value).put("hidden", false);
    }
    json.putObject("modificationMetadata")
        .put("readOnlyValue", property.readOnly())
        .put("readOnlyDefinition", property.hubspotDefined())
        .put("archivable", !property.hubspotDefined());
    return json;
  }
}
