package dev.baton.server.api;

import dev.baton.account.Permission;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.performance.Dashboard;
import dev.baton.performance.LeadTracks;
import dev.baton.performance.Reports;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.Onlookers;
import dev.baton.server.report.DashboardJson;
import dev.baton.server.report.ReportCsv;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The dashboard's numbers, for programs and as a file (domain §10). */
public final class DashboardApi {
  private final Reports reports;
  private final LeadTracks tracks;
  private final Companies companies;
  private final RoutingBooks books;
  private final InstantSource clock;

  public DashboardApi(
      Reports reports,
      LeadTracks tracks,
      Companies companies,
      RoutingBooks books,
      InstantSource clock) {
    this.reports = reports;
    this.tracks = tracks;
    this.companies = companies;
    this.books = books;
    this.clock = clock;
  }

  /**
   * @param onlookers who may download what the page shows, and of whom
   */
  public List<Route> routes(Onlookers onlookers) {
    var routes = new ArrayList<Route>();
    routes.add(Route.get("/api/v1/dashboard", Access.API_TOKEN, this::dashboard));
    routes.add(Route.get("/api/v1/dashboard.csv", Access.API_TOKEN, q -> csv(company(q), q)));
    routes.add(
        Route.get(
            "/dashboard.csv",
            onlookers.access(Permission.SEE_REPORTS),
            q -> csv(onlookers.company(q, Permission.SEE_REPORTS), q)));
    return routes;
  }

  private Answer dashboard(Question asked) {
    Company company = company(asked);
    RoutingBook book = books.current(company.id());
    ReportQuestion question = read(asked, company, book);
    Optional<Dashboard> before =
        question.compared()
            ? Optional.of(dashboard(company, question.before(), book))
            : Optional.empty();
    return Answer.json(
        DashboardJson.of(question, dashboard(company, question, book), before, book).toString());
  }

  private Answer csv(Company company, Question asked) {
    RoutingBook book = books.current(company.id());
    ReportQuestion question = read(asked, company, book);
    Dashboard dashboard = dashboard(company, question, book);
    String name = "dashboard-" + question.from() + "-" + question.to() + ".csv";
    return Answer.streaming(
            "text/csv; charset=utf-8",
            out -> new ReportCsv(tracks, question, book).write(company.id(), dashboard, out))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private Dashboard dashboard(Company company, ReportQuestion question, RoutingBook book) {
    return Dashboard.of(
        reports.tally(company.id(), question.span(), question.filter()), question.members(book));
  }

  private Company company(Question asked) {
    return company(companies, asked);
  }

  private ReportQuestion read(Question asked, Company company, RoutingBook book) {
    return read(asked, company, book, clock.instant());
  }

  /** The company whose token was sent. */
  static Company company(Companies companies, Question asked) {
    CompanyId id = asked.requiredCompany();
    return companies.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  /** What a report is asked for; a problem that names all that is wrong. */
  static ReportQuestion read(Question asked, Company company, RoutingBook book, Instant now) {
    return switch (ReportQuestion.read(asked.query(), company, book, now)) {
      case Reading.Understood understood -> understood.question();
      case Reading.Wrong wrong ->
          throw Problem.badRequest(
              wrong.problems().stream()
                  .map(problem -> problem.field() + ": " + problem.message())
                  .collect(Collectors.joining(" ")));
    };
  }
}
