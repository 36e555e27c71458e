package dev.baton.server.setup;

import dev.baton.company.CompanyId;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Question;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.Map;

/** A test lead travels to its owner: after that, real ones can come. */
final class LeadStep implements WizardStep {
  private final ConnectedAccounts accounts;
  private final Editing editing;
  private final Shells shells;

  LeadStep(ConnectedAccounts accounts, Editing editing, Shells shells) {
    this.accounts = accounts;
    this.editing = editing;
    this.shells = shells;
  }

  @Override
  public Step step() {
    return Step.LEAD;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    CompanyId company = asked.requiredVisitor().company();
    var time = new CompanyTime(shells.company(company).zone(), frame.words());
    return Templates.render(
        "setup/stepLead.jte",
        Map.of(
            "frame",
            frame,
            "connections",
            accounts.open(company).stream().map(c -> accounts.state(c, time)).toList(),
            "unpublished",
            editing.changes(asked.requiredVisitor()).size()));
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    return new Result.Done();
  }
}
