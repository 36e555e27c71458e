package dev.baton.server.setup;

import dev.baton.server.http.Question;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.Map;

/** Whether Baton can be reached where links and webhooks lead to. */
final class AddressStep implements WizardStep {
  private final SelfTest test;

  AddressStep(SelfTest test) {
    this.test = test;
  }

  @Override
  public Step step() {
    return Step.ADDRESS;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    return Templates.render(
        "setup/stepAddress.jte",
        Map.of(
            "frame",
            frame,
            "address",
            test.address().toString(),
            "outcome",
            test.call(frame.words())));
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    return new Result.Done();
  }
}
