package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.flow.TestLead;
import dev.baton.server.why.TestLeadSteps;

/** How far a test lead has come, as JSON. */
final class TestLeadJson {
  private TestLeadJson() {}

  static ObjectNode named(TestLead test) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", test.key());
    json.put("connection", test.record().connection().value());
    json.put("object", test.record().object());
    json.put("recordId", test.record().id());
    return json;
  }

  /**
   * The test lead with its steps; {@code finished} once nothing more is to be waited for, and
   * {@code passed} if all of it went well.
   */
  static ObjectNode of(TestLead test, TestLeadSteps come) {
    ObjectNode all = named(test);
    come.lead().ifPresent(lead -> all.put("lead", lead.toString()));
    all.put("finished", come.finished());
    all.put("passed", come.passed());
    ArrayNode steps = all.putArray("steps");
    come.steps().forEach(step -> step(steps.addObject(), step));
    return all;
  }

  private static void step(ObjectNode json, TestLeadSteps.Step step) {
    json.put("step", step.step()).put("ok", step.ok()).put("what", step.what());
    step.at().ifPresent(at -> json.put("at", at.toString()));
    if (step.step().equals("NOT_OFFERED")) {
      ArrayNode because = json.putArray("because");
      step.because().forEach(because::add);
    }
  }
}
