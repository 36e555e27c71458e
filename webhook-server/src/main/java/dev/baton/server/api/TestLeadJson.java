package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.flow.SendingTestLeads.Journey;
import dev.baton.flow.TestLead;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.rotation.Offer;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.server.why.Why;
import dev.baton.server.why.Why.AgentVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a test lead has come, as JSON: one step after the other, each with when, whether it went
 * well, and a sentence.
 */
final class TestLeadJson {
  /** What becomes of a promise once nobody works on it any more. */
  private static final List<String> SETTLED = List.of("DONE", "ON_HOLD", "SUPERSEDED");

  private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
  private boolean allGood = true;

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
   *
   * @param why of the lead it became
   */
  static ObjectNode of(TestLead test, Journey journey, Optional<Why> why) {
    var json = new TestLeadJson();
    json.step("CREATED", test.createdAt(), true, "The test lead was created in the CRM.");
    journey.told().ifPresent(at -> json.told(at, journey.trouble()));
    boolean finished = false;
    if (journey.file().isPresent()) {
      LeadFile file = journey.file().get();
      finished = json.file(file, why.orElseThrow());
    }
    ObjectNode all = named(test);
    journey.file().ifPresent(file -> all.put("lead", file.lead().id().toString()));
    all.put("finished", finished);
    all.put("passed", finished && json.allGood);
    all.set("steps", json.steps);
    return all;
  }

  private void told(Instant at, String trouble) {
    step("TOLD", at, true, "The CRM told Baton of it by its webhook.");
    if (!trouble.isEmpty()) {
      step("STUCK", at, false, "It cannot be taken in at the moment: " + trouble);
    }
  }

  private boolean file(LeadFile file, Why why) {
    Why.Step first = why.decisions().getFirst();
    Instant at = file.history().getFirst().recordedAt();
    step("TAKEN_IN", at, true, first.happened().getFirst());
    String then = String.join(" ", first.happened().subList(1, first.happened().size()));
    boolean offered = file.rotation().offers().stream().anyMatch(o -> o.kind() == Offer.Kind.LINE);
    if (offered || file.rotation().owned()) {
      step("OFFERED", at, true, then);
    } else {
      // An answer, and not a failure: the lead came in, and Baton says why nobody gets it.
      ObjectNode nobody = step("NOT_OFFERED", at, true, then.isEmpty() ? why.standing() : then);
      ArrayNode because = nobody.putArray("because");
      first.agents().stream().map(AgentVerdict::because).forEach(because::add);
    }
    Optional<Delivery> task = task(file);
    task.filter(TestLeadJson::isSettled).ifPresent(this::task);
    ended(file).ifPresent(gone -> step("CLEANED_UP", gone, true, "The test lead is gone again."));
    return task.isEmpty() || task.filter(TestLeadJson::isSettled).isPresent();
  }

  private void task(Delivery task) {
    if (task.state().equals("ON_HOLD")) {
      step("AGENT_TOLD", false, "The agent's task is on hold: " + task.note());
    } else if (task.state().equals("DONE")) {
      step("AGENT_TOLD", true, "The agent has a task with the offer in the CRM.");
    }
  }

  private static Optional<Delivery> task(LeadFile file) {
    return file.deliveries().stream()
        .filter(d -> d.what().startsWith(TellOffer.class.getSimpleName()))
        .findFirst();
  }

  private static boolean isSettled(Delivery delivery) {
    return SETTLED.contains(delivery.state());
  }

  private static Optional<Instant> ended(LeadFile file) {
    return file.history().stream()
        .filter(
            r ->
                r.event() instanceof RotationEnded ended && ended.reason() == EndReason.RECORD_GONE)
        .map(Recorded::recordedAt)
        .findFirst();
  }

  private ObjectNode step(String step, Instant at, boolean ok, String what) {
    return step(step, ok, what).put("at", at.toString());
  }

  private ObjectNode step(String step, boolean ok, String what) {
    allGood &= ok;
    return steps.addObject().put("step", step).put("ok", ok).put("what", what);
  }
}
