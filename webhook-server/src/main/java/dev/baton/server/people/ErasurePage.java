package dev.baton.server.people;

import dev.baton.account.Permission;
import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Has everything of one person forgotten who asked for it: first his leads are shown, then they are
 * erased. An address or number travels in forms alone, so that no log of addresses keeps it.
 */
public final class ErasurePage {
  private static final int FORM_LIMIT = 65_536;
  private static final String ERASE = "/erase";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ErasingNoted erasing;
  private final Leads leads;
  private final Shells shells;

  public ErasurePage(ErasingNoted erasing, Leads leads, Shells shells) {
    this.erasing = erasing;
    this.leads = leads;
    this.shells = shells;
  }

  /** A lead that would be erased. */
  public record Line(String id, String record, String received, String stage) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.ERASE);
    return List.of(
        Route.get(ERASE, access, asked -> page(200, asked, Form.EMPTY, List.of(), "")),
        Route.post(ERASE + "/look", access, FORM_LIMIT, this::look),
        Route.post(ERASE, access, FORM_LIMIT, this::erase));
  }

  private Answer look(Question asked) {
    Form form = Form.of(asked.form());
    Words words = shells.words(asked.requiredVisitor());
    var person = new Contact("", form.value("email"), form.value("phone"));
    if (person.email().isEmpty() && person.phone().isEmpty()) {
      Form wrong = form.wrong("email", words.say("erase.wrong.person"));
      return page(400, asked, wrong, List.of(), "");
    }
    CompanyId company = asked.requiredVisitor().company();
    ZoneId zone = shells.company(company).zone();
    List<Line> found =
        leads.rows(company, erasing.leadsOf(company, person)).stream()
            .sorted(Comparator.comparing(Leads.Row::receivedAt))
            .map(row -> line(row, zone, words))
            .toList();
    return page(200, asked, form, found, found.isEmpty() ? "none" : "found");
  }

  private static Line line(Leads.Row row, ZoneId zone, Words words) {
    return new Line(
        row.id().toString(),
        row.record().object() + " " + row.record().id(),
        WHEN.withZone(zone).format(row.receivedAt()),
        words.say("erase.stage." + row.stage().name()));
  }

  private Answer erase(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    List<LeadId> chosen =
        Stream.of(asked.form().getOrDefault("leads", "").split(" "))
            .filter(id -> !id.isBlank())
            .map(ErasurePage::id)
            .toList();
    int erased = erasing.erase(visitor.company(), chosen, visitor.named());
    return Answer.seeOther(ERASE + "?done=" + erased);
  }

  private static LeadId id(String text) {
    try {
      return LeadId.parse(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.badRequest("Look for the person once more, and erase from there.");
    }
  }

  private Answer page(int status, Question asked, Form form, List<Line> found, String outcome) {
    return Answer.html(
        status,
        Templates.render(
            "people/erase.jte",
            Map.of(
                "shell", shells.around(asked.requiredVisitor(), "/audit"),
                "form", form,
                "found", found,
                "outcome", outcome,
                "done", asked.query().getOrDefault("done", ""))));
  }
}
