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
import dev.baton.server.page.Onlookers.Sight;
import dev.baton.server.why.Explaining;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a lead of the demonstration is where it is. In earnest there is no such page for anybody. */
public final class WhyPage {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final Onlookers onlookers;
  private final Leads leads;
  private final Explaining explaining;

  /**
   * @param onlookers who may look, and at whose leads
   */
  public WhyPage(Onlookers onlookers, Leads leads, RoutingBooks books) {
    this.onlookers = onlookers;
    this.leads = leads;
    this.explaining = new Explaining(books);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/leads/{id}/why",
            onlookers.access(Permission.SEE_LEADS),
            asked -> show(onlookers.sight(asked, Permission.SEE_LEADS, "/leads"), asked)));
  }

  private Answer show(Sight sight, Question question) {
    LeadId id;
    try {
      id = LeadId.parse(question.path().getOrDefault("id", ""));
    } catch (IllegalArgumentException notAnId) {
      return Answer.html(404, Pages.notFound(sight.words()));
    }
    return leads
        .file(sight.company().id(), id)
        .map(file -> Answer.html(200, Pages.why(view(file, sight), sight)))
        .orElseGet(() -> Answer.html(404, Pages.notFound(sight.words())));
  }

  private WhyView view(LeadFile file, Sight sight) {
    Company company = sight.company();
    return new WhyView(
        "#" + file.lead().record().id(),
        "/leads/" + file.lead().id(),
        company.zone().getId(),
        CLOCK.withZone(company.zone()),
        explaining.in(sight.words()).explain(file, company.zone(), Optional.empty()));
  }
}
