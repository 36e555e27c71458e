package dev.baton.server.setup;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.flow.ConnectingAccounts;
import dev.baton.server.book.Editing;
import dev.baton.server.book.Editing.Outcome;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was chosen so far begins to hold. */
final class PublishStep implements WizardStep {
  private static final Logger LOG = LoggerFactory.getLogger(PublishStep.class);

  private final Editing editing;
  private final ConnectedAccounts accounts;
  private final ConnectingAccounts connecting;

  PublishStep(Editing editing, ConnectedAccounts accounts, ConnectingAccounts connecting) {
    this.editing = editing;
    this.accounts = accounts;
    this.connecting = connecting;
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
  public Result act(Question asked, Form form, Words words) {
    return switch (editing.publish(asked.requiredVisitor())) {
      case Outcome.Published unused -> {
        prepare(asked.requiredVisitor());
        yield new Result.Done();
      }
      case Outcome.Nothing unused -> new Result.Done();
      case Outcome.Refused refused -> new Result.Wrong(form.wrong("changes", refused.problems()));
      case Outcome.CarriedOver over ->
          new Result.Wrong(
              form.wrong(
                  "changes",
                  words.say(
                      "setup.publish.overtaken",
                      over.by().by(),
                      String.valueOf(over.by().revision()))));
    };
  }

  /** In HubSpot, tags can be chosen only once there are some. */
  private void prepare(Visitor visitor) {
    for (CrmConnection connection : accounts.open(visitor.company())) {
      try {
        var unused = connecting.connect(connection.id());
      } catch (CrmUnavailable away) {
        // The page of the account says what is missing there, and creates it then.
        LOG.warn("connection={} not prepared: {}", connection.id(), away.getMessage());
      }
    }
  }
}
