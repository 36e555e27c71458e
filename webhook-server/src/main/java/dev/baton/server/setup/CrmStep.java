package dev.baton.server.setup;

import dev.baton.company.CompanyId;
import dev.baton.server.http.Question;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.Map;

/** The first CRM account is connected. */
final class CrmStep implements WizardStep {
  private final ConnectedAccounts accounts;
  private final Shells shells;

  CrmStep(ConnectedAccounts accounts, Shells shells) {
    this.accounts = accounts;
    this.shells = shells;
  }

  @Override
  public Step step() {
    return Step.CRM;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    CompanyId company = asked.requiredVisitor().company();
    var time = new CompanyTime(shells.company(company).zone(), frame.words());
    return Templates.render(
        "setup/stepCrm.jte",
        Map.of(
            "frame",
            frame,
            "form",
            form,
            "connections",
            accounts.of(company).stream().map(c -> accounts.state(c, time)).toList()));
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    return accounts.first(asked.requiredVisitor().company()).isPresent()
        ? new Result.Done()
        : new Result.Wrong(form.wrong("connect", words.say("setup.crm.first")));
  }
}
