package dev.baton.flow;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Ledger;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.RotationCommand.Leave;
import dev.baton.rotation.RotationCommand.Reconsider;
import dev.baton.routing.Free;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What follows for leads when agents come and go: leads that wait are offered as soon as somebody
 * is free, oldest first; the open offers of somebody who has left are withdrawn.
 */
public final class MindingAgents {
  private static final int LEADS_AT_ONCE = 1_000;

  /** Who could be asked, as far as it was when the waiting leads were last looked at. */
  private record Look(int revision, Set<Free> free) {}

  private final Companies companies;
  private final RoutingBooks books;
  private final Presences presences;
  private final Ledger ledger;
  private final Leads leads;
  private final RotatingLeads rotating;
  private final Map<CompanyId, Look> looked = new ConcurrentHashMap<>();

  public MindingAgents(
      Companies companies,
      RoutingBooks books,
      Presences presences,
      Ledger ledger,
      Leads leads,
      RotatingLeads rotating) {
    this.companies = companies;
    this.books = books;
    this.presences = presences;
    this.ledger = ledger;
    this.leads = leads;
    this.rotating = rotating;
  }

  /** The agent can be offered leads from now on, or cannot; offers already made stay. */
  public void switched(CompanyId company, AgentId agent, boolean available) {
    presences.set(company, agent, available, ledger.now());
    if (available) look();
  }

  /** The agent is out of office for a time; offers already made stay. */
  public void away(CompanyId company, AgentId agent, Absence absence) {
    presences.away(company, agent, absence);
  }

  /** The agent does not go, or is back sooner; what waited may be offered to him. */
  public void back(CompanyId company, AgentId agent, Absence absence) {
    presences.back(company, agent, absence, ledger.now());
    look();
  }

  /** The agent was deactivated in the CRM: unavailable, and his offers end. */
  public void left(CompanyId company, AgentId agent) {
    presences.leave(company, agent, ledger.now());
    for (LeadId lead : leads.offeredTo(company, agent)) rotating.carryOut(lead, new Leave(agent));
  }

  /**
   * The agent is back in the CRM: available, unless somebody has said otherwise since he left.
   *
   * @return whether he is available because of that
   */
  public boolean cameBack(CompanyId company, AgentId agent) {
    boolean back = presences.comeBack(company, agent, ledger.now());
    if (back) look();
    return back;
  }

  /**
   * Offers waiting leads where somebody may have become free since the last look; answers how many
   * were offered. Each node looks for itself: looking twice does no harm.
   */
  public int look() {
    int offered = 0;
    for (Company company : companies.all()) {
      RoutingBook book = books.current(company.id());
      var look = new Look(book.revision(), Free.all(book, ledger.facts(company.id())));
      if (look.equals(looked.put(company.id(), look))) continue;
      for (LeadId lead : leads.waiting(company.id(), LEADS_AT_ONCE)) {
        if (rotating.carryOut(lead, new Reconsider()) instanceof Decided) offered++;
      }
    }
    return offered;
  }
}
