package dev.baton.server.leads;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.ledger.LeadStatus;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Leads.Found;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Figures;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All leads of a company, newest first, to be searched and narrowed. */
public final class LeadsPage {
  static final String LEADS = "/leads";

  private static final int ON_A_PAGE = 50;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Leads leads;
  private final RoutingBooks books;
  private final Companies companies;
  private final Shells shells;

  public LeadsPage(Leads leads, RoutingBooks books, Companies companies, Shells shells) {
    this.leads = leads;
    this.books = books;
    this.companies = companies;
    this.shells = shells;
  }

  /**
   * A lead in the list.
   *
   * @param received in the company's zone
   * @param who the customer, by name or address; the record where neither is known
   * @param status as it is called, and {@code css} as it is dressed
   * @param hands who owns it or holds its offer; may be empty
   * @param holds whether he only holds its offer
   * @param waited from received to accepted; empty where nobody has accepted it
   */
  public record Line(
      String address,
      String received,
      String who,
      String subject,
      String record,
      String status,
      String css,
      List<String> tags,
      String hands,
      boolean holds,
      String waited) {}

  /** What the list can be narrowed by, each by what stands in the address. */
  public record Choices(
      Map<String, String> statuses,
      Map<String, String> agents,
      Map<String, String> teams,
      Map<String, String> connections,
      List<String> tags) {}

  public List<Route> routes() {
    return List.of(Route.get(LEADS, Access.to(Permission.SEE_LEADS), this::list));
  }

  private Answer list(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Company company = shells.company(visitor.company());
    RoutingBook book = books.current(company.id());
    Shell shell = shells.around(visitor, LEADS);
    Words words = shell.words();
    Looked looked = Looked.read(asked.query(), company.zone(), words);
    boolean good = looked.form().good();
    List<Found> found =
        good ? leads.search(company.id(), looked.search(), ON_A_PAGE + 1) : List.of();
    List<Found> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    String older = found.size() > ON_A_PAGE ? looked.after(shown.getLast().place()) : "";
    return Answer.html(
        good ? 200 : 400,
        Templates.render(
            "lead/list.jte",
            Map.of(
                "shell",
                shell,
                "form",
                looked.form(),
                "narrowed",
                looked.narrowed(),
                "filtered",
                looked.filtered(),
                "choices",
                choices(company, book, words),
                "lines",
                shown.stream().map(each -> line(each, book, company.zone(), words)).toList(),
                "zone",
                company.zone().getId(),
                "newest",
                looked.search().after().isPresent() ? looked.address() : "",
                "older",
                older)));
  }

  private Choices choices(Company company, RoutingBook book, Words words) {
    var agents = any(words);
    book.agents().stream()
        .sorted(Comparator.comparing(agent -> agent.name().toLowerCase(Locale.ROOT)))
        .forEach(agent -> agents.put(agent.id().value(), agent.name()));
    var teams = any(words);
    for (Team team : book.content().teams()) teams.put(team.id().value(), team.name());
    var connections = any(words);
    companies.connections().stream()
        .filter(connection -> connection.company().equals(company.id()))
        .forEach(
            connection ->
                connections.put(
                    connection.id().value(), connection.crm() + " " + connection.account()));
    return new Choices(
        StatusNames.choices(words),
        agents,
        teams,
        connections,
        book.content().tags().stream().map(tag -> tag.name().text()).sorted().toList());
  }

  private static Map<String, String> any(Words words) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", words.say("lead.any"));
    return choices;
  }

  private static Line line(Found found, RoutingBook book, ZoneId zone, Words words) {
    Leads.Row row = found.row();
    return new Line(
        LEADS + "/" + row.id(),
        WHEN.withZone(zone).format(row.receivedAt()),
        who(found),
        found.subject(),
        row.record().object() + " " + row.record().id(),
        StatusNames.of(found.status(), words),
        StatusNames.css(found.status()),
        row.tags(),
        row.owner().or(row::holder).map(agent -> name(agent, book)).orElse(""),
        row.owner().isEmpty() && row.holder().isPresent(),
        waited(found, words));
  }

  private static String who(Found found) {
    if (!found.contact().name().isBlank()) return found.contact().name();
    if (!found.contact().email().isBlank()) return found.contact().email();
    return "#" + found.row().record().id();
  }

  private static String waited(Found found, Words words) {
    if (found.status() != LeadStatus.ACCEPTED) return "";
    return found
        .ownedAt()
        .map(at -> Figures.time(Duration.between(found.row().receivedAt(), at).toSeconds(), words))
        .orElse("");
  }

  static String name(AgentId agent, RoutingBook book) {
    return Optional.of(agent).flatMap(book::agent).map(Agent::name).orElse(agent.value());
  }
}
