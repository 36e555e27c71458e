package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.AuditLog;
import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.agent.Team;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.inbox.Incoming;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationRules;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcAuditLog;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcInbox;
import dev.baton.store.JdbcLedger;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.tag.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A second company in an installation, with one of everything; a word stands in all that is its
 * own.
 *
 * @param ids of an agent, a team, a connection, a lead, an account
 */
record AnotherCompany(CompanyId company, List<String> ids) {

  /**
   * Puts the company into the database.
   *
   * @param word lower-case letters, in each of its texts and ids
   */
  static AnotherCompany in(Staff staff, String word) {
    Database database = staff.database();
    var company = new CompanyId(word + "-company");
    var connection = new ConnectionId(word + "-crm");
    var agent = new AgentId(word + "-agent");
    var companies = new JdbcCompanies(database);
    companies.put(new Company(company, word + " Ltd", ZoneOffset.UTC));
    companies.connect(new CrmConnection(connection, company, "hubspot", "815", Map.of()));
    var books = new JdbcRoutingBooks(database);
    String tag = word + " Tag";
    books.publish(
        company,
        new BookDraft(
            List.of(Tag.preferential(tag)),
            List.of(
                new Agent(
                    agent,
                    word + " Agent",
                    word + "@x.example",
                    Set.of(tag),
                    true,
                    false,
                    Map.of())),
            List.of(
                Team.of(word + "-team", Distribution.BY_SCORE, List.of(Team.Member.of(agent)))
                    .named(word + " Team")),
            RoutingSettings.DEFAULT),
        word + " Admin",
        Instant.now());
    LeadId lead = lead(database, books, company, connection, word);
    Account account = staff.add(company, word, Role.ADMIN, Optional.empty());
    new JdbcAuditLog(database)
        .add(new AuditLog.Entry(company, Instant.now(), word, word, word, word));
    return new AnotherCompany(
        company,
        List.of(
            agent.value(),
            word + "-team",
            connection.value(),
            lead.toString(),
            account.id().toString(),
            tag));
  }

  private static LeadId lead(
      Database database,
      JdbcRoutingBooks books,
      CompanyId company,
      ConnectionId connection,
      String word) {
    var lead =
        new Lead(
            new LeadId(UUID.randomUUID()),
            company,
            new CrmRecord(connection, "contacts", word + "-record"),
            Instant.now(),
            "");
    var content =
        new LeadContent(
            new LeadText(word + " Tag", word + " asks", Map.of("city", word)),
            new Contact(word + " Customer", word + "@customer.example", "+1 555 815 0815"),
            Set.of(),
            word);
    new JdbcLedger(database, books, (offer, to) -> word + offer.key() + to)
        .admit(
            lead,
            content,
            sheet -> {
              var begin = new Begin(sheet.circumstances().book().tagsOf(content));
              return new Entry(
                  RotationRules.decide(sheet.rotation(), begin, sheet.circumstances()),
                  begin,
                  List.of());
            });
    new JdbcInbox(database)
        .keep(
            List.of(
                new Incoming(
                    "hubspot",
                    "815",
                    word + "-notice",
                    "{\"word\":\"" + word + "\"}",
                    Optional.of(new CrmConnection(connection, company, "hubspot", "815", Map.of())),
                    Optional.of(word + " failed"),
                    Instant.now())));
    return lead.id();
  }
}
