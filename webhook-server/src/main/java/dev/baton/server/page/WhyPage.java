package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Company;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.why.Explaining;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a lead is where it is: for who has logged in, and in the demonstration for anybody. */
public final class WhyPage {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final Onlookers onlookers;
  private final Leads leads;
  private final Explaining explaining;
  private final Shells shells;

  /**
   * @param onlookers who may look, and at whose leads
   */
  public WhyPage(Onlookers onlookers, Leads leads, RoutingBooks books, Shells shells) {
    this.shells = shells;
    this.onlookers = onlookers;
    this.leads = leads;
    this.explaining = new Explaining(books);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/leads/{id}/why",
            onlookers.access(Permission.SEE_LEADS),
            asked -> show(onlookers.company(asked), asked)));
  }

  private Answer show(Company company, Question question) {
    LeadId id;
    try {
      id = LeadId.parse(question.path().getOrDefault("id", ""));
    } catch (IllegalArgumentException notAnId) {
      return Answer.html(404, Pages.notFound());
    }
    return leads
        .file(company.id(), id)
        .map(file -> page(question, view(file, company)))
        .orElseGet(() -> Answer.html(404, Pages.notFound()));
  }

  private Answer page(Question question, WhyView view) {
    return Answer.html(
        200,
        question
            .visitor()
            .map(
                visitor ->
                    Templates.render(
                        "lead/why.jte",
                        Map.of(
                            "shell",
                            shells.around(visitor, "/leads"),
                            "lead",
                            "/leads/" + question.path().getOrDefault("id", ""),
                            "view",
                            view)))
            .orElseGet(() -> Pages.why(view)));
  }

  private WhyView view(LeadFile file, Company company) {
    return new WhyView(
        "#" + file.lead().record().id(),
        company.zone().getId(),
        CLOCK.withZone(company.zone()),
        explaining.explain(file, company.zone(), Optional.empty()));
  }
}
