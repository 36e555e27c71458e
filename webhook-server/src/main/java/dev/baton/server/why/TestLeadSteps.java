package dev.baton.server.why;

import dev.baton.flow.SendingTestLeads.Journey;
import dev.baton.flow.TestLead;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.rotation.Offer;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.server.why.Why.AgentVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a test lead has come: one step after the other, each with when, whether it went well, and
 * a sentence.
 *
 * @param lead the lead it became, once it was taken in
 * @param finished whether nothing more is to be waited for until an agent answers
 */
public record TestLeadSteps(List<Step> steps, Optional<LeadId> lead, boolean finished) {
  /** What becomes of a promise once nobody works on it any more. */
  private static final List<String> SETTLED = List.of("DONE", "ON_HOLD", "SUPERSEDED");

  public TestLeadSteps {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param step one word, such as {@code TOLD}
   * @param at empty where only the order is known
   * @param because why nobody was asked, a sentence for each agent; mostly empty
   */
  public record Step(
      String step, Optional<Instant> at, boolean ok, String what, List<String> because) {
    public Step {
      because = List.copyOf(because);
    }
  }

  /** Whether all of it went well, to the end. */
  public boolean passed() {
    return finished && steps.stream().allMatch(Step::ok);
  }

  /**
   * The steps of a test lead.
   *
   * @param why of the lead it became
   */
  public static TestLeadSteps of(TestLead test, Journey journey, Optional<Why> why) {
    var steps = new ArrayList<Step>();
    add(steps, "CREATED", test.createdAt(), true, "The test lead was created in the CRM.");
    journey.told().ifPresent(at -> told(steps, at, journey.trouble()));
    boolean finished =
        journey.file().isPresent() && file(steps, journey.file().get(), why.orElseThrow());
    return new TestLeadSteps(steps, journey.file().map(file -> file.lead().id()), finished);
  }

  private static void told(List<Step> steps, Instant at, String trouble) {
    add(steps, "TOLD", at, true, "The CRM told Baton of it by its webhook.");
    if (!trouble.isEmpty()) {
      add(steps, "STUCK", at, false, "It cannot be taken in at the moment: " + trouble);
    }
  }

  private static boolean file(List<Step> steps, LeadFile file, Why why) {
    Why.Step first = why.decisions().getFirst();
    Instant at = file.history().getFirst().recordedAt();
    add(steps, "TAKEN_IN", at, true, first.happened().getFirst());
    String then = String.join(" ", first.happened().subList(1, first.happened().size()));
    boolean offered = file.rotation().offers().stream().anyMatch(o -> o.kind() == Offer.Kind.LINE);
    if (offered || file.rotation().owned()) {
      add(steps, "OFFERED", at, true, then);
    } else {
      // An answer, and not a failure: the lead came in, and Baton says why nobody gets it.
      steps.add(
          new Step(
              "NOT_OFFERED",
              Optional.of(at),
              true,
              then.isEmpty() ? why.standing() : then,
              first.agents().stream().map(AgentVerdict::because).toList()));
    }
    Optional<Delivery> task = delivery(file, TellOffer.class);
    task.filter(TestLeadSteps::isSettled).ifPresent(done -> task(steps, done));
    ended(file)
        .ifPresent(gone -> add(steps, "CLEANED_UP", gone, true, "The test lead is gone again."));
    return task.isEmpty() || task.filter(TestLeadSteps::isSettled).isPresent();
  }

  private static void task(List<Step> steps, Delivery task) {
    if (task.state().equals("ON_HOLD")) {
      String words = "The agent's task is on hold: " + task.note();
      steps.add(new Step("AGENT_TOLD", Optional.empty(), false, words, List.of()));
    } else if (task.state().equals("DONE")) {
      String words = "The agent has a task with the offer in the CRM.";
      steps.add(new Step("AGENT_TOLD", Optional.empty(), true, words, List.of()));
    }
  }

  /**
   * What follows once somebody has it: that he has, and whether the CRM knows.
   *
   * @param owner what he is called
   */
  public static List<Step> owned(LeadFile file, String owner) {
    if (!file.rotation().owned()) return List.of();
    var steps = new ArrayList<Step>();
    steps.add(new Step("OWNED", Optional.empty(), true, "It belongs to " + owner + ".", List.of()));
    delivery(file, GiveOwner.class)
        .filter(TestLeadSteps::isSettled)
        .ifPresent(
            write -> {
              boolean done = !write.state().equals("ON_HOLD");
              String words =
                  done
                      ? "The CRM names " + owner + " as the owner."
                      : "The CRM was not told the owner, that is on hold: " + write.note();
              steps.add(new Step("OWNER_WRITTEN", Optional.empty(), done, words, List.of()));
            });
    return steps;
  }

  private static Optional<Delivery> delivery(LeadFile file, Class<?> kind) {
    return file.deliveries().stream().filter(d -> kind.isInstance(d.promise())).findFirst();
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

  private static void add(List<Step> steps, String step, Instant at, boolean ok, String what) {
    steps.add(new Step(step, Optional.of(at), ok, what, List.of()));
  }
}
