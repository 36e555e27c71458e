package dev.baton.server.leads;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the lead an address names for who has logged in, and shows it. */
final class LeadDesk {
  private final Leads leads;
  private final RoutingBooks books;
  private final LeadViews views;
  private final Conversion conversion;
  private final Shells shells;

  LeadDesk(Leads leads, RoutingBooks books, LeadViews views, Conversion conversion, Shells shells) {
    this.leads = leads;
    this.books = books;
    this.views = views;
    this.conversion = conversion;
    this.shells = shells;
  }

  /** What is told at the head of a lead's page. */
  record Told(String good, String bad) {
    static final Told NOTHING = new Told("", "");

    static Told bad(String sentence) {
      return new Told("", sentence);
    }
  }

  /** The lead; the same answer for one that never was and another company's. */
  LeadFile file(Question asked) {
    LeadId id;
    try {
      id = LeadId.parse(asked.path().getOrDefault("id", ""));
    } catch (IllegalArgumentException notAnId) {
      throw noSuch();
    }
    return leads.file(asked.requiredVisitor().company(), id).orElseThrow(LeadDesk::noSuch);
  }

  private static Problem noSuch() {
    return Problem.notFound("There is no such lead.");
  }

  /** The words for who has logged in. */
  Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  RoutingBook book(Question asked) {
    return books.current(asked.requiredVisitor().company());
  }

  /** Whether the visitor is the agent who owns the lead: then he speaks for himself. */
  static Optional<AgentId> asOwner(Visitor visitor, LeadFile lead) {
    return visitor.account().agent().filter(lead.rotation().owner().stream().toList()::contains);
  }

  /** How history and comments name him: who is an agent, by his name as an agent. */
  String author(Question asked, LeadFile lead) {
    Visitor visitor = asked.requiredVisitor();
    return asOwner(visitor, lead)
        .flatMap(book(asked)::agent)
        .map(Agent::name)
        .orElse(visitor.account().name());
  }

  /** The page of the lead as it stands now. */
  Answer page(Question asked, int status, Told told) {
    LeadFile file = file(asked);
    return page(asked, file, status, told, conversion.of(file), Form.EMPTY);
  }

  Answer page(Question asked, LeadFile file, int status, Told told, Form converted, Form written) {
    var values = values(asked, file);
    values.put("told", told.good());
    values.put("refused", told.bad());
    values.put("conversion", converted);
    values.put("comment", written);
    return Answer.html(status, Templates.render("lead/lead.jte", values));
  }

  /** What all pages about a lead show. */
  Map<String, Object> values(Question asked, LeadFile file) {
    Visitor visitor = asked.requiredVisitor();
    Company company = shells.company(visitor.company());
    var values = new HashMap<String, Object>();
    Shell shell = shells.around(visitor, LeadsPage.LEADS);
    values.put("shell", shell);
    values.put("view", views.of(file, company, shell.words()));
    return values;
  }

  static String address(LeadFile file) {
    return LeadsPage.LEADS + "/" + file.lead().id();
  }
}
