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
import dev.baton.server.words.Words;
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
   * @param words of who reads them
   */
  public static TestLeadSteps of(TestLead test, Journey journey, Optional<Why> why, Words words) {
    var steps = new ArrayList<Step>();
    add(steps, "CREATED", test.createdAt(), true, step(words, "CREATED"));
    journey.told().ifPresent(at -> told(steps, at, journey.trouble(), words));
    boolean finished =
        journey.file().isPresent() && file(steps, journey.file().get(), why.orElseThrow(), words);
    return new TestLeadSteps(steps, journey.file().map(file -> file.lead().id()), finished);
  }

  private static void told(List<Step> steps, Instant at, String trouble, Words words) {
    add(steps, "TOLD", at, true, step(words, "TOLD"));
    if (!trouble.isEmpty()) {
      add(steps, "STUCK", at, false, step(words, "STUCK", trouble));
    }
  }

  private static boolean file(List<Step> steps, LeadFile file, Why why, Words words) {
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
    task.filter(TestLeadSteps::isSettled).ifPresent(done -> task(steps, done, words));
    ended(file).ifPresent(gone -> add(steps, "CLEANED_UP", gone, true, step(words, "CLEANED_UP")));
    return task.isEmpty() || task.filter(TestLeadSteps::isSettled).isPresent();
  }

  private static void task(List<Step> steps, Delivery task, Words words) {
    if (task.state().equals("ON_HOLD")) {
      String said = step(words, "AGENT_TOLD.on-hold", task.note());
      steps.add(new Step("AGENT_TOLD", Optional.empty(), false, said, List.of()));
    } else if (task.state().equals("DONE")) {
      String said = step(words, "AGENT_TOLD");
      steps.add(new Step("AGENT_TOLD", Optional.empty(), true, said, List.of()));
    }
  }

  /**
   * What follows once somebody has it: that he has, and whether the CRM knows.
   *
   * @param owner what he is called
   * @param words of who reads them
   */
  public static List<Step> owned(LeadFile file, String owner, Words words) {
    if (!file.rotation().owned()) return List.of();
    var steps = new ArrayList<Step>();
    steps.add(new Step("OWNED", Optional.empty(), true, step(words, "OWNED", owner), List.of()));
    delivery(file, GiveOwner.class)
        .filter(TestLeadSteps::isSettled)
        .ifPresent(
            write -> {
              boolean done = !write.state().equals("ON_HOLD");
              String said =
                  done
                      ? step(words, "OWNER_WRITTEN", owner)
                      : step(words, "OWNER_WRITTEN.on-hold", write.note());
              steps.add(new Step("OWNER_WRITTEN", Optional.empty(), done, said, List.of()));
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

  private static String step(Words words, String which, Object... values) {
    return words.say("connection.test.step." + which, values);
  }

  private static void add(List<Step> steps, String step, Instant at, boolean ok, String what) {
    steps.add(new Step(step, Optional.of(at), ok, what, List.of()));
  }
}
