package dev.baton.server.setup;

import dev.baton.company.Companies;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.Breaker;
import dev.baton.crm.Breakers;
import dev.baton.crm.CrmUsers;
import dev.baton.inbox.Inbox;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.CrmNames;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CRM accounts of a company, and how each of them is, in an admin's words. */
public final class ConnectedAccounts {
  private static final String SHARE = "api-share";
  private static final String USUAL_SHARE = "0.7";

  private final Companies companies;
  private final Breakers breakers;
  private final Inbox inbox;
  private final CrmUsers users;
  private final InstantSource clock;

  public ConnectedAccounts(
      Companies companies, Breakers breakers, Inbox inbox, CrmUsers users, InstantSource clock) {
    this.companies = companies;
    this.breakers = breakers;
    this.inbox = inbox;
    this.users = users;
    this.clock = clock;
  }

  /**
   * How an account is.
   *
   * @param object which kind of record is routed; empty for the CRM's usual one
   * @param good whether Baton can ask it at this moment
   * @param standing whether it answers
   * @param told when it told Baton of anything last
   * @param budget how much Baton asks at most
   * @param seen when its users were read last
   */
  public record State(
      String id,
      String crm,
      String account,
      String object,
      boolean awaiting,
      boolean good,
      String standing,
      String told,
      String budget,
      String seen) {}

  public List<CrmConnection> of(CompanyId company) {
    return companies.connections().stream().filter(c -> c.company().equals(company)).toList();
  }

  /** Those that somebody has let Baton into. */
  public List<CrmConnection> open(CompanyId company) {
    return of(company).stream().filter(c -> !c.isAwaiting()).toList();
  }

  /** The connection a path names; the same answer for one that never was and another company's. */
  public CrmConnection required(Question asked) {
    String id = asked.path().getOrDefault("id", "");
    return of(asked.requiredVisitor().company()).stream()
        .filter(c -> c.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such connection."));
  }

  /**
   * A connection that is to be: the one that still awaits its account, where there is one already.
   */
  CrmConnection planned(CompanyId company, String crm, Map<String, String> settings) {
    return of(company).stream()
        .filter(c -> c.crm().equals(crm) && c.isAwaiting())
        .findFirst()
        .map(before -> before.with(settings))
        .orElseGet(() -> CrmConnection.awaiting(freeId(company, crm), company, crm, settings));
  }

  /** Such as {@code acme-hubspot}; with a number where that is taken. */
  ConnectionId freeId(CompanyId company, String crm) {
    String name = company.value();
    String start = name.substring(0, Math.min(name.length(), 45)) + "-" + crm;
    String id = start;
    for (int i = 2; isTaken(id); i++) id = start + "-" + i;
    return new ConnectionId(id);
  }

  private boolean isTaken(String id) {
    return companies.connections().stream().anyMatch(c -> c.id().value().equals(id));
  }

  /** Whether some connection of the installation is to that account. */
  boolean isConnected(String crm, String account) {
    return companies.connection(crm, account).isPresent();
  }

  void keep(CrmConnection connection) {
    companies.connect(connection);
  }

  public State state(CrmConnection connection, CompanyTime time) {
    Instant now = clock.instant();
    Words words = time.words();
    Breaker breaker = breakers.of(connection.id());
    String share = connection.settings().getOrDefault(SHARE, USUAL_SHARE);
    return new State(
        connection.id().value(),
        CrmNames.of(connection.crm()),
        connection.isAwaiting() ? "" : connection.account(),
        connection.settings().getOrDefault("object", ""),
        connection.isAwaiting(),
        !connection.isAwaiting() && breaker.state(now) == Breaker.State.CLOSED,
        connection.isAwaiting()
            ? words.say("connection.standing.AWAITING")
            : standing(breaker, time, now),
        inbox
            .lastTold(connection)
            .map(at -> time.tell(at, now))
            .orElseGet(() -> words.say("connection.facts.told.never")),
        words.say("connection.facts.budget.share", percent(share)),
        users
            .last(connection.id())
            .flatMap(CrmUsers.Look::good)
            .map(at -> time.tell(at, now))
            .orElseGet(() -> words.say("connection.facts.users.not-yet")));
  }

  private static String standing(Breaker breaker, CompanyTime time, Instant now) {
    Breaker.State state = breaker.state(now);
    String said = "connection.standing." + state.name();
    if (state != Breaker.State.OPEN) return time.words().say(said);
    boolean usedUp = breaker.failures() == 0;
    return time.words()
        .say(usedUp ? "connection.standing.USED_UP" : said, time.tell(breaker.closedUntil(), now));
  }

  private static String percent(String share) {
    try {
      return String.valueOf(Math.round(Double.parseDouble(share) * 100));
    } catch (NumberFormatException unreadable) {
      return share;
    }
  }

  /** The first of a company's open connections, which pages show where none was chosen. */
  public Optional<CrmConnection> first(CompanyId company) {
    return open(company).stream().findFirst();
  }
}
