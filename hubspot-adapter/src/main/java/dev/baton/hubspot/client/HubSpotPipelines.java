package dev.baton.hubspot.client;

import static dev.baton.hubspot.client.HubSpotRequest.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pipelines that tickets, deals and leads move through. */
public final class HubSpotPipelines {
  private final HubSpotApi api;

  public HubSpotPipelines(HubSpotApi api) {
    this.api = api;
  }

  /** A place in a pipeline. */
  public record Stage(String pipeline, String id) {}

  /** Every stage of every pipeline of a kind of record, in the order they are shown in. */
  public List<Stage> stages(String type) {
    JsonNode answer = api.call(HubSpotRequest.get(path("/crm/pipelines/" + api.version(), type)));
    List<Stage> stages = new ArrayList<>();
    for (JsonNode pipeline : inOrder(answer.path("results"))) {
      for (JsonNode stage : inOrder(pipeline.path("stages"))) {
        stages.add(new Stage(pipeline.path("id").asText(""), stage.path("id").asText("")));
      }
    }
    return stages;
  }

  private static List<JsonNode> inOrder(JsonNode nodes) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode node : nodes) if (!node.path("archived").asBoolean(false)) all.add(node);
    all.sort(Comparator.comparingInt(node -> node.path("displayOrder").asInt(0)));
    return all;
  }
}
