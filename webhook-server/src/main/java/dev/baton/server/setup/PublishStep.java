package dev.baton.server.setup;

import dev.baton.server.book.Editing;
import dev.baton.server.book.Editing.Outcome;
import dev.baton.server.http.Question;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import java.util.Map;

/** What was chosen so far begins to hold. */
final class PublishStep implements WizardStep {
  private final Editing editing;

  PublishStep(Editing editing) {
    this.editing = editing;
  }

  @Override
  public Step step() {
    return Step.PUBLISH;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    return Templates.render(
        "setup/stepPublish.jte",
        Map.of("frame", frame, "form", form, "changes", editing.changes(asked.requiredVisitor())));
  }

  @Override
  public Result act(Question asked, Form form) {
    return switch (editing.publish(asked.requiredVisitor())) {
      case Outcome.Published unused -> new Result.Done();
      case Outcome.Nothing unused -> new Result.Done();
      case Outcome.Refused refused -> new Result.Wrong(form.wrong("changes", refused.problems()));
      case Outcome.CarriedOver over ->
          new Result.Wrong(
              form.wrong(
                  "changes",
                  over.by().by()
                      + " published revision "
                      + over.by().revision()
                      + " before you. Look over what has become of yours, and publish again."));
    };
  }
}
