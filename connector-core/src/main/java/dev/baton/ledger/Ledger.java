package dev.baton.ledger;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Decision;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.Optional;

/**
 * The history of all leads. One door, one transaction: a lead is locked and loaded, the decision is
 * made, and its events, the state they fold to, the offers and the promises are recorded together
 * or not at all. Its clock is the database's, so that nodes with wrong clocks agree.
 */
public interface Ledger {

  /** Makes a CRM record a lead, with its first decision, unless it is one already. */
  Admission admit(Lead lead, LeadContent content, Decider decider);

  /**
   * Decides something about a lead; empty when there is no such lead. A refusal records nothing.
   */
  Optional<Decision> decide(LeadId lead, Decider decider);

  /** Decides about leads whose next step is due, oldest first; answers how many there were. */
  int decideDue(int atMost, Decider decider);

  /**
   * Decides about leads that follow an earlier one of the same customer which is not on its way any
   * more; answers how many there were.
   */
  int decideFollowing(int atMost, Decider decider);

  /** What a decision about a lead of the company would know of its agents now. */
  RoutingFacts facts(CompanyId company);

  /** When the next step of any lead is due. */
  Optional<Instant> nextDue();

  /** The time by which this ledger decides. */
  Instant now();

  /** Makes a decision about an opened lead. Called with the lead locked: no I/O. */
  @FunctionalInterface
  interface Decider {
    Entry decide(Sheet sheet);
  }

  /** What became of a record that was to be a lead. */
  sealed interface Admission {
    record Admitted(Decision decision) implements Admission {}

    /** Same CRM record, same lead. */
    record Known(LeadId lead) implements Admission {}
  }
}
