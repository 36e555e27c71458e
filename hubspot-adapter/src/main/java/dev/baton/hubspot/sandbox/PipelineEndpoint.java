package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The pipeline every account has from the start for each kind of record that moves in one. */
final class PipelineEndpoint {
  private PipelineEndpoint() {}

  static Answer list(Question question) {
    return switch (question.type("type")) {
      case LEADS ->
          one(
              "lead-pipeline-id",
              "new-stage-id",
              "attempting-stage-id",
              "connected-stage-id",
              "qualified-stage-id",
              "unqualified-stage-id");
      case TICKETS -> one("0", "1", "2", "3", "4");
      case DEALS ->
          one(
              "default",
              "appointmentscheduled",
              "qualifiedtobuy",
              "presentationscheduled",
              "decisionmakerboughtin",
              "contractsent",
              "closedwon",
              "closedlost");
      default -> Answer.json(200, list());
    };
  }

  private static Answer one(String id, String... stages) {
    ObjectNode json = list();
    ObjectNode pipeline = json.withArray("results").addObject();
    pipeline.put("id", id).put("label", id).put("displayOrder", 0).put("archived", false);
    ArrayNode all = pipeline.putArray("stages");
    for (String stage : List.of(stages)) {
      all.addObject()
          .put("id", stage)
          .put("label", stage)
          .put("displayOrder", all.size())
          .put("archived", false);
    }
    return Answer.json(200, json);
  }

  private static ObjectNode list() {
    ObjectNode json = Json.object();
    json.putArray("results");
    return json;
  }
}
