package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.server.why.Why;
import dev.baton.server.why.Why.AgentVerdict;
import java.util.List;

/** An explanation as JSON. Holds no contact data: of the lead's text only the tags found. */
final class WhyJson {
  private WhyJson() {}

  static ObjectNode of(Why why) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("standing", why.standing());
    ArrayNode tags = json.putArray("tags");
    for (Why.TagFound found : why.tags()) {
      ObjectNode tag = tags.addObject();
      tag.put("tag", found.tag());
      tag.put("place", found.place());
      tag.put("start", found.start());
      tag.put("end", found.end());
      tag.put("rule", found.rule());
      tag.put("weight", found.weight());
    }
    ArrayNode decisions = json.putArray("decisions");
    for (Why.Step step : why.decisions()) {
      ObjectNode decision = decisions.addObject();
      decision.put("at", step.at().toString());
      decision.put("revision", step.revision());
      ArrayNode happened = decision.putArray("happened");
      step.happened().forEach(happened::add);
      if (!step.team().isEmpty()) decision.put("team", step.team());
      decision.set("agents", agents(step.agents()));
    }
    return json;
  }

  static ArrayNode agents(List<AgentVerdict> verdicts) {
    ArrayNode agents = JsonNodeFactory.instance.arrayNode();
    for (AgentVerdict verdict : verdicts) {
      ObjectNode agent = agents.addObject();
      agent.put("agent", verdict.agent());
      agent.put("name", verdict.name());
      agent.put("standing", verdict.standing());
      if (verdict.place() > 0) agent.put("place", verdict.place());
      agent.put("because", verdict.because());
      agent.put("score", verdict.score());
      agent.put("arithmetic", verdict.arithmetic());
      if (!verdict.toBeFirst().isEmpty()) agent.put("toBeFirst", verdict.toBeFirst());
    }
    return agents;
  }
}
