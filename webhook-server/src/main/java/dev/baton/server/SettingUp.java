package dev.baton.server;

import dev.baton.agent.Agent;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.UserList;
import dev.baton.flow.Connectors;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what is stored of a company into line with its company file. */
final class SettingUp {
  private static final Logger LOG = LoggerFactory.getLogger(SettingUp.class);
  private static final String BY = "company file";

  private final Companies companies;
  private final RoutingBooks books;
  private final Connectors connectors;
  private final Database database;
  private final Sealing sealing;
  private final InstantSource clock;

  SettingUp(
      Companies companies,
      RoutingBooks books,
      Connectors connectors,
      Database database,
      Sealing sealing,
      InstantSource clock) {
    this.companies = companies;
    this.books = books;
    this.connectors = connectors;
    this.database = database;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Whether the file says what it said when it was last applied. What has been changed on the pages
   * since then stays. Agents are matched with a CRM's users by themselves, so that who was matched
   * does not count as said.
   */
  private boolean saysWhatItSaid(CompanyFile file, BookDraft book) {
    return books.history(file.company().id(), Integer.MAX_VALUE).stream()
        .filter(issue -> issue.by().equals(BY))
        .findFirst()
        .map(issue -> books.revision(file.company().id(), issue.revision()).content())
        .map(said -> unmatched(said).equals(unmatched(book)) && knows(said, file.book()))
        .orElse(false);
  }

  /** Whether everybody whom the file names in a CRM was known so there. */
  private static boolean knows(BookDraft said, BookDraft written) {
    return written.agents().stream()
        .allMatch(
            agent ->
                said.agents().stream()
                    .filter(before -> before.id().equals(agent.id()))
                    .allMatch(
                        before -> before.crm().entrySet().containsAll(agent.crm().entrySet())));
  }

  private static BookDraft unmatched(BookDraft book) {
    return book.staffed(book.agents().stream().map(a -> a.known(Map.of())).toList());
  }

  /**
   * Applies the file; a routing book that differs is published as a new revision.
   *
   * @param tokens access tokens of connections, where they are given anew
   */
  void apply(CompanyFile file, Map<ConnectionId, OAuthTokens> tokens) {
    companies.put(file.company());
    for (CrmConnection connection : file.connections()) {
      companies.connect(connection);
      var vault = new JdbcTokenVault(database, sealing, connection.id());
      OAuthTokens given = tokens.get(connection.id());
      if (given != null) vault.save(given);
    }
    BookDraft book = matched(file);
    if (books.current(file.company().id()).content().equals(book)) return;
    if (saysWhatItSaid(file, book)) return;
    Publication publication = books.publish(file.company().id(), book, BY, clock.instant());
    switch (publication) {
      case Publication.Published published ->
          LOG.info(
              "company={} routing book revision={}",
              file.company().id(),
              published.book().revision());
      case Publication.Refused refused ->
          throw new Misconfigured(
              "The routing book is refused:\n  " + String.join("\n  ", refused.problems()));
      case Publication.Overtaken unused ->
          throw new IllegalStateException("A file is applied over whatever is in force");
    }
  }

  /** Agents whose CRM user is not written down are matched by e-mail address. */
  private BookDraft matched(CompanyFile file) {
    List<Agent> agents = file.book().agents();
    for (CrmConnection connection : file.connections()) {
      boolean allKnown = agents.stream().allMatch(a -> a.in(connection.id()).isPresent());
      if (allKnown) continue;
      try {
        var users = new UserList(connectors.connector(connection.id()).users());
        agents = agents.stream().map(a -> asBefore(a, file, connection.id())).toList();
        agents = users.matched(agents, connection.id());
        for (Agent agent : agents) {
          if (agent.in(connection.id()).isEmpty()) {
            LOG.warn("agent={} has no user in {}", agent.id(), connection.id());
          }
        }
      } catch (CrmUnavailable | IllegalStateException away) {
        LOG.warn("connection={} users not matched: {}", connection.id(), away.getMessage());
        agents = agents.stream().map(a -> asBefore(a, file, connection.id())).toList();
      }
    }
    return file.book().staffed(agents);
  }

  /** Who was matched before stays matched: while the CRM is away, and after his user has left. */
  private Agent asBefore(Agent agent, CompanyFile file, ConnectionId connection) {
    if (agent.in(connection).isPresent()) return agent;
    return books
        .current(file.company().id())
        .agent(agent.id())
        .flatMap(before -> before.in(connection))
        .map(identity -> known(agent, connection, identity))
        .orElse(agent);
  }

  private static Agent known(Agent agent, ConnectionId connection, CrmIdentity identity) {
    var crm = new HashMap<>(agent.crm());
    crm.put(connection, identity);
    return agent.known(crm);
  }
}
