package dev.baton.server.setup;

import dev.baton.flow.SendingTestLeads.Journey;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.server.why.TestLeadSteps.Step;
import dev.baton.server.words.Words;

/**
 * Says the steps of a test lead to who watches it. What was decided about the lead is said by its
 * explanation.
 *
 * @param owner what he is called
 */
record SayingSteps(Words words, Journey journey, String owner) {
  String of(Step step) {
    String said = "connection.test.step." + step.step() + (step.ok() ? "" : ".on-hold");
    return switch (step.step()) {
      case "CREATED", "TOLD", "CLEANED_UP" -> words.say(said);
      case "STUCK" -> words.say("connection.test.step.STUCK", journey.trouble());
      case "AGENT_TOLD" -> words.say(said, note(TellOffer.class));
      case "OWNED" -> words.say(said, owner);
      case "OWNER_WRITTEN" -> words.say(said, step.ok() ? owner : note(GiveOwner.class));
      default -> step.what();
    };
  }

  private String note(Class<? extends Promise> kind) {
    return journey.file().stream()
        .flatMap(file -> file.deliveries().stream())
        .filter(delivery -> kind.isInstance(delivery.promise()))
        .findFirst()
        .map(Delivery::note)
        .orElse("");
  }
}
