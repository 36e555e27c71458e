package dev.baton.memory;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.agent.Received;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Companies, their books and their agents' presence, in memory. */
public final class InMemoryCompanies implements Companies, RoutingBooks, Presences {
  private final Map<CompanyId, Company> companies =
      new TreeMap<>(Comparator.comparing(CompanyId::value));
  private final Map<ConnectionId, CrmConnection> connections = new HashMap<>();
  private Function<ConnectionId, Optional<ConnectionUse>> uses = unused -> Optional.empty();
  private final Map<CompanyId, List<RoutingBook>> books = new HashMap<>();
  private final Map<CompanyId, Set<AgentId>> away = new HashMap<>();
  private final Map<CompanyId, Map<AgentId, Instant>> left = new HashMap<>();
  private final Map<CompanyId, List<Instant>> publishedAt = new HashMap<>();
  private final Map<CompanyId, Map<AgentId, List<Absence>>> absences = new HashMap<>();
  private final Map<CompanyId, Map<AgentId, List<Absence>>> everAway = new HashMap<>();
  private final Map<CompanyId, Map<AgentId, Instant>> asked = new HashMap<>();

  @Override
  public synchronized List<Company> all() {
    return List.copyOf(companies.values());
  }

  @Override
  public synchronized void put(Company company) {
    companies.put(company.id(), company);
  }

  @Override
  public synchronized boolean add(Company company) {
    return companies.putIfAbsent(company.id(), company) == null;
  }

  @Override
  public synchronized void connect(CrmConnection connection) {
    connections.put(connection.id(), connection);
  }

  @Override
  public synchronized boolean settle(CrmConnection awaiting, String account) {
    if (!awaiting.equals(connections.get(awaiting.id())) || !awaiting.isAwaiting()) return false;
    if (connection(awaiting.crm(), account).isPresent()) return false;
    connections.put(
        awaiting.id(),
        new CrmConnection(
            awaiting.id(), awaiting.company(), awaiting.crm(), account, awaiting.settings()));
    return true;
  }

  /** By whom it is known what a connection has been used for. */
  public synchronized void asking(Function<ConnectionId, Optional<ConnectionUse>> others) {
    uses = others;
  }

  @Override
  public synchronized Optional<ConnectionUse> use(CrmConnection connection) {
    CrmConnection now = connections.get(connection.id());
    if (now == null || !now.company().equals(connection.company())) return Optional.empty();
    Optional<ConnectionUse> used = uses.apply(connection.id());
    if (used.isPresent() || now.account().equals(connection.account())) return used;
    return Optional.of(ConnectionUse.LET_IN);
  }

  @Override
  public synchronized Optional<ConnectionUse> giveUp(CrmConnection connection) {
    Optional<ConnectionUse> used = use(connection);
    if (used.isEmpty()) {
      connections
          .values()
          .removeIf(
              each ->
                  each.id().equals(connection.id()) && each.company().equals(connection.company()));
    }
    return used;
  }

  @Override
  public synchronized List<CrmConnection> connections() {
    return List.copyOf(connections.values());
  }

  @Override
  public synchronized Optional<CrmConnection> connection(String crm, String account) {
    return connections.values().stream()
        .filter(c -> c.crm().equals(crm) && c.account().equals(account))
        .findFirst();
  }

  @Override
  public synchronized RoutingBook current(CompanyId company) {
    if (!companies.containsKey(company)) throw new NoSuchElementException("No company " + company);
    List<RoutingBook> published = books.getOrDefault(company, List.of());
    return published.isEmpty() ? new RoutingBook(company, 0, BookDraft.EMPTY) : published.getLast();
  }

  @Override
  public synchronized RoutingBook revision(CompanyId company, int revision) {
    if (revision == 0) return new RoutingBook(company, 0, BookDraft.EMPTY);
    List<RoutingBook> published = books.getOrDefault(company, List.of());
    if (revision > published.size()) {
      throw new NoSuchElementException("No revision " + revision + " of " + company);
    }
    return published.get(revision - 1);
  }

  @Override
  public synchronized Publication publish(
      CompanyId company, BookDraft draft, String by, Instant at) {
    if (!draft.problems().isEmpty()) return new Publication.Refused(draft.problems());
    int revision = current(company).revision() + 1;
    var book = new RoutingBook(company, revision, draft);
    books.computeIfAbsent(company, c -> new ArrayList<>()).add(book);
    publishedAt.computeIfAbsent(company, c -> new ArrayList<>()).add(at);
    return new Publication.Published(book);
  }

  @Override
  public synchronized Publication publish(
      CompanyId company, int over, BookDraft draft, String by, Instant at) {
    RoutingBook current = current(company);
    return current.revision() == over
        ? publish(company, draft, by, at)
        : new Publication.Overtaken(current);
  }

  @Override
  public synchronized List<Issue> history(CompanyId company, int limit) {
    var issues = new ArrayList<Issue>();
    List<Instant> at = publishedAt.getOrDefault(company, List.of());
    for (int i = at.size(); i > 0 && issues.size() < limit; i--) {
      issues.add(new Issue(i, at.get(i - 1), "test"));
    }
    return issues;
  }

  @Override
  public synchronized Publication revise(
      CompanyId company, UnaryOperator<BookDraft> change, String by, Instant at) {
    RoutingBook before = current(company);
    BookDraft draft = change.apply(before.content());
    return draft.equals(before.content())
        ? new Publication.Published(before)
        : publish(company, draft, by, at);
  }

  @Override
  public synchronized void set(CompanyId company, AgentId agent, boolean available, Instant at) {
    var ofCompany = away.computeIfAbsent(company, c -> new HashSet<>());
    if (available) ofCompany.remove(agent);
    else ofCompany.add(agent);
    ofLeft(company).remove(agent);
  }

  private Map<AgentId, Instant> ofLeft(CompanyId company) {
    return left.computeIfAbsent(company, c -> new HashMap<>());
  }

  @Override
  public synchronized void leave(CompanyId company, AgentId agent, Instant at) {
    if (!away.computeIfAbsent(company, c -> new HashSet<>()).add(agent)) return;
    ofLeft(company).put(agent, at);
  }

  @Override
  public synchronized boolean comeBack(CompanyId company, AgentId agent, Instant at) {
    boolean back = ofLeft(company).remove(agent) != null;
    if (back) set(company, agent, true, at);
    return back;
  }

  @Override
  public synchronized Map<AgentId, Instant> left(CompanyId company) {
    return Map.copyOf(ofLeft(company));
  }

  @Override
  public synchronized List<InForce> inForce(CompanyId company, Instant from, Instant to) {
    List<RoutingBook> all = books.getOrDefault(company, List.of());
    if (all.isEmpty()) return List.of(new InForce(current(company), from, to));
    List<Instant> at = publishedAt.get(company);
    var inForce = new ArrayList<InForce>();
    for (int i = 0; i < all.size(); i++) {
      // One that was replaced at the same moment was never in force.
      if (i + 1 < all.size() && at.get(i + 1).equals(at.get(i))) continue;
      Instant begins = inForce.isEmpty() || at.get(i).isBefore(from) ? from : at.get(i);
      Instant ends = i + 1 < all.size() && at.get(i + 1).isBefore(to) ? at.get(i + 1) : to;
      if (!begins.isBefore(ends)) continue;
      inForce.add(new InForce(all.get(i), begins, ends));
    }
    return inForce;
  }

  @Override
  public synchronized void back(CompanyId company, AgentId agent, Absence absence, Instant at) {
    for (var kept : List.of(absences, everAway)) {
      kept.computeIfAbsent(company, c -> new HashMap<>())
          .computeIfPresent(
              agent,
              (same, times) ->
                  times.stream()
                      .flatMap(time -> time.equals(absence) ? until(at, time) : Stream.of(time))
                      .collect(Collectors.toCollection(ArrayList::new)));
    }
  }

  private static Stream<Absence> until(Instant at, Absence absence) {
    return absence.from().isBefore(at)
        ? Stream.of(new Absence(absence.reason(), absence.from(), at))
        : Stream.empty();
  }

  @Override
  public synchronized Map<AgentId, List<Absence>> absences(
      CompanyId company, Instant from, Instant to) {
    var found = new HashMap<AgentId, List<Absence>>();
    everAway
        .getOrDefault(company, Map.of())
        .forEach(
            (agent, times) -> {
              List<Absence> within =
                  times.stream()
                      .filter(t -> t.to().isAfter(from) && t.from().isBefore(to))
                      .toList();
              if (!within.isEmpty()) found.put(agent, within);
            });
    return found;
  }

  @Override
  public synchronized Set<AgentId> unavailable(CompanyId company) {
    return Set.copyOf(away.getOrDefault(company, Set.of()));
  }

  @Override
  public synchronized void away(CompanyId company, AgentId agent, Absence absence) {
    everAway
        .computeIfAbsent(company, c -> new HashMap<>())
        .computeIfAbsent(agent, a -> new ArrayList<>())
        .add(absence);
    absences
        .computeIfAbsent(company, c -> new HashMap<>())
        .computeIfAbsent(agent, a -> new ArrayList<>())
        .add(absence);
  }

  synchronized RoutingFacts facts(CompanyId company, Instant now) {
    var facts = new HashMap<AgentId, Fact>();
    var missing = away.getOrDefault(company, Set.of());
    var lastAsked = asked.getOrDefault(company, Map.of());
    var everybody = new HashSet<>(missing);
    everybody.addAll(lastAsked.keySet());
    var outOfOffice = absences.getOrDefault(company, Map.of());
    outOfOffice.values().forEach(times -> times.removeIf(t -> !t.to().isAfter(now)));
    everybody.addAll(outOfOffice.keySet());
    for (AgentId agent : everybody) {
      facts.put(
          agent,
          new Fact(
              !missing.contains(agent),
              RoutingFacts.STARTING_SCORE,
              Optional.ofNullable(lastAsked.get(agent)),
              outOfOffice.getOrDefault(agent, List.of()),
              Received.NOTHING));
    }
    return new RoutingFacts(facts).at(now);
  }

  synchronized void noteAsked(CompanyId company, AgentId agent, Instant at) {
    asked.computeIfAbsent(company, c -> new HashMap<>()).put(agent, at);
  }
}
