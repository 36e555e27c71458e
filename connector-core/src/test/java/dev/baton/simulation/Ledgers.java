package dev.baton.simulation;

import static dev.baton.simulation.Invariant.FAIR_SHARES;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Received;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.CrmRecord;
import dev.baton.ledger.AgentNotes;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision.Decided;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the ledger's own notes make of a decision, to be held against the world's accounts. */
record Ledgers(RoutingFacts facts) {
  static Ledgers after(SimulatedLead lead, Decided decided, Seen seen, RoutingFacts facts) {
    var notes = new AgentNotes(seen.edition().book, facts);
    var record = new CrmRecord(new ConnectionId("crm"), "leads", "" + lead.number);
    var page = new Lead(lead.id(), new CompanyId("acme"), record, seen.now(), "");
    var circumstances = new Circumstances(seen.edition().book, facts, seen.now(), seen.kinAsTold());
    notes.after(new Sheet(page, lead.rotation, circumstances), decided);
    return new Ledgers(notes.facts(seen.now(), Optional.empty()));
  }

  /** Whether both have added up the same. */
  void compare(Accounts accounts, SimulatedLead lead, Seen seen) {
    RoutingFacts theirs = accounts.facts(seen);
    FAIR_SHARES.check(facts.turnsIn(Crew.ID).equals(theirs.turnsIn(Crew.ID)), "what is owed", lead);
    for (int agent = 0; agent < People.COUNT; agent++) {
      AgentId id = People.id(agent);
      Fact one = lasting(facts.of(id));
      Fact other = lasting(theirs.of(id));
      if (!one.equals(other)) throw FAIR_SHARES.broken(lead + ": " + one + ", but " + other);
    }
  }

  /** Without what an agent has under way: that is counted anew each time. */
  private static Fact lasting(Fact fact) {
    Received received = fact.received();
    return fact.having(
        new Received(received.last(), lasting(received.counts()), lasting(received.missed())));
  }

  private static <N> Map<Counted, N> lasting(Map<Counted, N> counts) {
    var lasting = new HashMap<Counted, N>(counts);
    lasting.keySet().removeIf(counted -> counted.period() == Cap.Period.ACTIVE);
    return lasting;
  }
}
