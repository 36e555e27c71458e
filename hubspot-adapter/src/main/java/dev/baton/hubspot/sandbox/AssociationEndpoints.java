package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Which records belong together: told, made and undone. */
final class AssociationEndpoints {
  private AssociationEndpoints() {}

  /** Adds to a record's JSON who it belongs to, the way reads with {@code associations} do. */
  static void addTo(ObjectNode json, Account account, SandboxRecord record, ObjectType to) {
    List<Link> links = account.links().between(record.type(), record.id(), to);
    if (links.isEmpty()) return;
    String label = record.type().singular() + "_to_" + to.singular();
    ArrayNode results = json.withObject("/associations").putObject(to.plural()).putArray("results");
    links.forEach(link -> results.addObject().put("id", link.toId()).put("type", label));
  }

  static Answer list(Question question) {
    ObjectType from = question.type("type");
    Optional<SandboxRecord> record = question.account().find(from, question.id());
    if (record.isEmpty()) return Answer.of(Refusal.notFound(question.id()));
    Optional<Page> page = Page.of(question.query("after"), question.query("limit"), 500, 500);
    if (page.isEmpty()) return Page.refused(500);
    List<Link> links =
        question.account().links().between(from, record.get().id(), question.type("to"));
    return Answer.json(200, page.get().json(links, AssociationEndpoints::target));
  }

  static Answer makeDefault(Question question) {
    ObjectType from = question.type("type");
    ObjectType to = question.type("to");
    var link =
        new Link(from, question.id(), to, question.path("toId"), Link.Kind.between(from, to).id);
    return question
        .account()
        .join(link)
        .map(Answer::of)
        .orElseGet(
            () -> {
              ObjectNode json = Json.object().put("status", "COMPLETE");
              ObjectNode made = ends(json.putArray("results").addObject(), link);
              made.putObject("associationSpec")
                  .put("associationCategory", "HUBSPOT_DEFINED")
                  .put("associationTypeId", link.kind());
              return Answer.json(200, json);
            });
  }

  static Answer remove(Question question) {
    question
        .account()
        .links()
        .remove(question.type("type"), question.id(), question.type("to"), question.path("toId"));
    return Answer.empty(204);
  }

  static Answer readBatch(Question question) {
    ObjectNode json = Json.object().put("status", "COMPLETE");
    ArrayNode results = json.putArray("results");
    ArrayNode errors = Json.object().putArray("errors");
    for (JsonNode input : question.body().path("inputs")) {
      String id = input.path("id").asText();
      List<Link> links =
          question.account().links().between(question.type("from"), id, question.type("to"));
      if (links.isEmpty()) {
        errors.add(
            Refusal.of(404, "OBJECT_NOT_FOUND", "Nothing belongs to " + id).about(id).json());
        continue;
      }
      ObjectNode result = results.addObject();
      result.putObject("from").put("id", id);
      links.stream().map(AssociationEndpoints::target).forEach(result.putArray("to")::add);
    }
    return batch(200, json, errors);
  }

  static Answer createBatch(Question question) {
    ObjectNode json = Json.object().put("status", "COMPLETE");
    ArrayNode results = json.putArray("results");
    ArrayNode errors = Json.object().putArray("errors");
    for (JsonNode input : question.body().path("inputs")) {
      Link link = link(question, input, input.path("to"));
      Optional<Refusal> missing = question.account().join(link);
      if (missing.isPresent()) {
        errors.add(missing.get().json());
        continue;
      }
      ends(results.addObject(), link).putArray("labels");
    }
    return batch(201, json, errors);
  }

  static Answer archiveBatch(Question question) {
    for (JsonNode input : question.body().path("inputs")) {
      for (JsonNode to : input.path("to")) {
        Link link = link(question, input, to);
        question.account().links().remove(link.from(), link.fromId(), link.to(), link.toId());
      }
    }
    return Answer.empty(204);
  }

  private static Link link(Question question, JsonNode input, JsonNode end) {
    ObjectType from = question.type("from");
    ObjectType to = question.type("to");
    int kind =
        input.path("types").path(0).path("associationTypeId").asInt(Link.Kind.between(from, to).id);
    return new Link(
        from, input.path("from").path("id").asText(), to, end.path("id").asText(), kind);
  }

  private static Answer batch(int allWell, ObjectNode json, ArrayNode errors) {
    if (errors.isEmpty()) return Answer.json(allWell, json);
    json.put("numErrors", errors.size()).set("errors", errors);
    return Answer.json(207, json);
  }

  private static ObjectNode ends(ObjectNode json, Link link) {
    json.putObject("from").put("id", link.fromId());
    json.putObject("to").put("id", link.toId());
    return json;
  }

  private static ObjectNode target(Link link) {
    ObjectNode target = Json.object().put("toObjectId", link.toId());
    target
        .putArray("associationTypes")
        .addObject()
        .put("category", "HUBSPOT_DEFINED")
        .put("typeId", link.kind())
        .putNull("label");
    return target;
  }
}
