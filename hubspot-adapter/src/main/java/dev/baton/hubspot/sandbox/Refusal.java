package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Why HubSpot does not do what it was asked, in the shape of its error bodies.
 *
 * @param details the single problems, where there are several
 * @param context what it is about, such as the ids of the records
 */
record Refusal(
    int status,
    String category,
    String message,
    List<Detail> details,
    Map<String, List<String>> context) {

  /** One problem with one property. */
  record Detail(String property, String code, String message) {}

  static Refusal of(int status, String category, String message) {
    return new Refusal(status, category, message, List.of(), Map.of());
  }

  static Refusal invalid(String message) {
    return of(400, "VALIDATION_ERROR", message);
  }

  /** The values of some properties were not accepted. */
  static Refusal invalid(List<Detail> details) {
    String list =
        String.join(
            "; ",
            details.stream()
                .map(d -> d.property() + ": " + d.code() + ", " + d.message())
                .toList());
    return new Refusal(
        400, "VALIDATION_ERROR", "Some property values are not valid. " + list, details, Map.of());
  }

  /** A record is to be joined to one that does not exist. */
  static Refusal nobodyToJoin(ObjectType type, String id) {
    return new Refusal(
        400,
        "VALIDATION_ERROR",
        "One or more associations are not valid",
        List.of(),
        Map.of(
            "INVALID_OBJECT_IDS",
            List.of(type.singular().toUpperCase(Locale.ROOT) + "=" + id + " is not valid")));
  }

  static Refusal notFound(String id) {
    return new Refusal(
        404,
        "OBJECT_NOT_FOUND",
        "There is no record " + id + " here",
        List.of(),
        Map.of("ids", List.of(id)));
  }

  /** The record of a batch this is about; single answers need no such hint. */
  Refusal about(String id) {
    return context.isEmpty()
        ? new Refusal(status, category, message, details, Map.of("ids", List.of(id)))
        : this;
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("status", "error").put("category", category).put("message", message);
    json.put("correlationId", UUID.randomUUID().toString());
    if (!details.isEmpty()) {
      var errors = json.putArray("errors");
      for (Detail detail : details) {
        ObjectNode error = errors.addObject();
        error.put("message", detail.message()).put("code", detail.code());
        error.putObject("context").putArray("propertyName").add(detail.property());
      }
    }
    if (!context.isEmpty()) {
      ObjectNode about = json.putObject("context");
      context.forEach((key, values) -> values.forEach(about.putArray(key)::add));
    }
    return json;
  }
}
