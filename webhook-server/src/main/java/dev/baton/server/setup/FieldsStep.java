package dev.baton.server.setup;

import dev.baton.company.CompanyId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.RecordRead.Present;
import dev.baton.lead.LeadContent;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CrmNames;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which fields of the CRM say what, shown on a lead that is there now. */
public final class FieldsStep implements WizardStep {
  private static final List<String> PLAIN = List.of("currency", "status-field", "status-mapping");

  private final ConnectedAccounts accounts;
  private final CrmsOnOffer offer;
  private final RecentLeads recent;
  private final Editing editing;
  private final Acts acts;

  FieldsStep(
      ConnectedAccounts accounts,
      CrmsOnOffer offer,
      RecentLeads recent,
      Editing editing,
      Acts acts) {
    this.accounts = accounts;
    this.offer = offer;
    this.recent = recent;
    this.editing = editing;
    this.acts = acts;
  }

  /**
   * What Baton takes a lead of the CRM for.
   *
   * @param record as the CRM names it
   * @param fields those whose words count, beside subject and text
   */
  public record Sample(
      String record,
      String contact,
      String subject,
      String text,
      Map<String, String> fields,
      String source,
      String tags) {}

  @Override
  public Step step() {
    return Step.FIELDS;
  }

  private CrmConnection connection(CompanyId company) {
    return accounts
        .first(company)
        .orElseThrow(
            () -> new Problem(409, "No CRM yet", "Connect a CRM account first, a step before."));
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    Visitor visitor = asked.requiredVisitor();
    CrmConnection connection = connection(visitor.company());
    Optional<Sample> sample = Optional.empty();
    String trouble = "";
    try {
      sample = sample(visitor, connection);
    } catch (CrmUnavailable | IllegalStateException away) {
      trouble = String.valueOf(away.getMessage());
    }
    return Templates.render(
        "setup/stepFields.jte",
        Map.of(
            "frame",
            frame,
            "form",
            form.values().isEmpty() ? Form.of(values(connection)) : form,
            "crm",
            CrmNames.of(connection.crm()),
            "sample",
            sample,
            "trouble",
            trouble,
            "byFile",
            offer.isInFile(connection.id())));
  }

  private static String further(CrmConnection connection) {
    return connection.crm().equals("salesforce") ? "further-fields" : "further-properties";
  }

  private static Map<String, String> values(CrmConnection connection) {
    var values = new HashMap<String, String>();
    values.put("further", connection.settings().getOrDefault(further(connection), ""));
    for (String name : PLAIN) values.put(name, connection.settings().getOrDefault(name, ""));
    return values;
  }

  private Optional<Sample> sample(Visitor visitor, CrmConnection connection) {
    return recent.of(connection.id(), 1).stream().findFirst().map(lead -> sample(visitor, lead));
  }

  private Sample sample(Visitor visitor, Present lead) {
    LeadContent content = lead.content();
    TagIndex index = TagIndex.of(editing.seenBy(visitor).tags().stream().map(Tag::name).toList());
    String tags =
        String.join(", ", index.find(content).stream().map(match -> match.tag().text()).toList());
    return new Sample(
        lead.record().object() + " " + lead.record().id(),
        content.contact().name(),
        content.text().subject(),
        content.text().body(),
        content.text().fields(),
        content.source(),
        tags);
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    Visitor visitor = asked.requiredVisitor();
    CrmConnection before = connection(visitor.company());
    if (offer.isInFile(before.id())) return new Result.Done();
    var settings = new HashMap<>(before.settings());
    put(settings, further(before), form.value("further"));
    for (String name : PLAIN) put(settings, name, form.value(name));
    CrmConnection after = before.with(settings);
    if (after.equals(before)) return new Result.Done();
    Optional<String> objection = offer.objection(after);
    if (objection.isPresent()) return wrong(form, objection.get());
    accounts.keep(after);
    try {
      var unused = recent.of(after.id(), 1);
    } catch (CrmUnavailable refused) {
      // A field that is not there would keep every lead from being read.
      accounts.keep(before);
      return wrong(
          form, words.say("setup.fields.unreadable", String.valueOf(refused.getMessage())));
    }
    acts.note(visitor, "fields changed", after.id().value(), form.value("further"));
    return form.value("then").equals("look") ? new Result.Stay("?done=saved") : new Result.Done();
  }

  private static Result wrong(Form form, String why) {
    return new Result.Wrong(form.wrong("further", why));
  }

  private static void put(Map<String, String> settings, String name, String value) {
    if (value.isEmpty()) settings.remove(name);
    else settings.put(name, value);
  }
}
