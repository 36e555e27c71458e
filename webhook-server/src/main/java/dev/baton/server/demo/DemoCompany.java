package dev.baton.server.demo;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.Distribution;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.Team;
import dev.baton.agent.TeamReports;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.flow.HearingAnswers;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxOwner;
import dev.baton.routing.BookDraft;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.CompanyFile;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The companies of the demonstration: a busy one to watch, and one whose only agent is you. */
final class DemoCompany {
  static final Duration WINDOW = Duration.ofSeconds(12);
  static final Duration CATCHALL_WINDOW = Duration.ofSeconds(25);
  private static final Duration YOUR_WINDOW = Duration.ofMinutes(30);

  private static final List<Tag> TAGS =
      List.of(
          Tag.preferential("Commercial").weighing(60),
          Tag.preferential("Residential").weighing(60),
          Tag.preferential("Harbour").weighing(100),
          Tag.preferential("Old Town").weighing(100),
          Tag.preferential("Garden District").weighing(100),
          Tag.preferential("High Value").weighing(90),
          Tag.exclusive("Auction"),
          Tag.required("Spanish"));

  /** Name, whether a catchall, tags. */
  private record Person(String name, boolean catchall, String... tags) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("Ada Brook", false, "Commercial", "Harbour", "High Value"),
          new Person("Ben Carter", false, "Residential", "Old Town"),
          new Person("Chloe Diaz", false, "Residential", "Garden District", "Spanish"),
          new Person("Dan Evans", false, "Commercial", "Old Town"),
          new Person("Ella Fox", false, "Residential", "Harbour"),
          new Person("Finn Gray", false, "Commercial", "Garden District", "High Value"),
          new Person("Gina Hart", false, "Residential", "Old Town", "Spanish"),
          new Person("Hugo Ivers", false, "Commercial", "Harbour", "Auction"),
          new Person("Iris Jones", false, "Residential", "Garden District"),
          new Person("Jack Kent", false, "Commercial", "Old Town", "High Value"),
          new Person("Kara Lowe", true, "Residential", "Commercial"),
          new Person("Leo Marsh", true));

  /** Leads of the Old Town go round, so that one sees turns besides scores. */
  private static final Team TOWN =
      Team.of(
              "old-town",
              Distribution.of(Distribution.Method.ROUND_ROBIN),
              Stream.of("ben.carter", "dan.evans", "gina.hart", "jack.kent")
                  .map(id -> Team.Member.of(new AgentId(id)))
                  .toList())
          .named("Old Town")
          .taking(Set.of("Old Town"))
          .capped(new Cap(Cap.Period.HOUR, 30, Optional.empty()))
          .reporting(
              new TeamReports(
                  /* actionInHours= */ false,
                  List.of(
                      new FieldMetric("Budget", "budget", FieldMetric.Kind.SUM),
                      new FieldMetric("Largest budget", "budget", FieldMetric.Kind.MAXIMUM))));

  private DemoCompany() {}

  /**
   * Twelve agents with tags and two CRMs, whose offers last seconds so that much happens in a
   * minute.
   */
  static CompanyFile busy(Portal portal, ConnectionId connection, DemoSalesforce salesforce) {
    var agents = new ArrayList<Agent>();
    for (Person person : PEOPLE) {
      Agent agent = agent(person.name, person.catchall, Set.of(person.tags), portal, connection);
      var known = new HashMap<>(agent.crm());
      known.put(salesforce.connection(), salesforce.user(agent.name(), agent.email()));
      agents.add(agent.known(known));
    }
    var company =
        new Company(new CompanyId("harbour-homes"), "Harbour Homes", ZoneId.systemDefault());
    return file(
        company,
        List.of(hubspot(company, portal, connection), salesforce.connectionOf(company.id())),
        new BookDraft(
            TAGS,
            agents,
            List.of(TOWN),
            RoutingSettings.DEFAULT
                .withWindow(OfferWindow.demonstration(WINDOW))
                .withCatchallWindow(CATCHALL_WINDOW)));
  }

  /** One agent, you, with half an hour for each lead. */
  static CompanyFile yours(Portal portal, ConnectionId connection) {
    var you = agent("You", false, Set.of("Harbour", "High Value"), portal, connection);
    var company = new Company(new CompanyId("your-desk"), "Your desk", ZoneId.systemDefault());
    return file(
        company,
        List.of(hubspot(company, portal, connection)),
        new BookDraft(TAGS, List.of(you), RoutingSettings.DEFAULT.withWindow(YOUR_WINDOW)));
  }

  private static Agent agent(
      String name, boolean catchall, Set<String> tags, Portal portal, ConnectionId connection) {
    String id = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    SandboxOwner owner = portal.addOwner(name, id + "@harbour-homes.example");
    return new Agent(
        new AgentId(id),
        name,
        owner.email(),
        tags,
        true,
        catchall,
        Map.of(connection, new CrmIdentity(owner.id(), owner.userId())));
  }

  private static CrmConnection hubspot(Company company, Portal portal, ConnectionId connection) {
    Map<String, String> settings =
        Map.of(HearingAnswers.COMPLETED_TASK, HearingAnswers.ACCEPTS, "further-properties", "city");
    return new CrmConnection(connection, company.id(), "hubspot", portal.id(), settings);
  }

  private static CompanyFile file(
      Company company, List<CrmConnection> connections, BookDraft book) {
    return new CompanyFile(company, connections, Map.of(), book);
  }
}
