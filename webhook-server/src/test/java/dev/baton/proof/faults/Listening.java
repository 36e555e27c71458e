package dev.baton.proof.faults;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.RotationEvent;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A ledger that tells what is decided. */
record Listening(Ledger ledger, BiConsumer<Lead, RotationEvent> heard) implements Ledger {

  private Decider telling(Decider decider) {
    return sheet -> told(sheet, decider.decide(sheet));
  }

  private Entry told(Sheet sheet, Entry entry) {
    if (entry.decision() instanceof Decided decided) {
      decided.events().forEach(event -> heard.accept(sheet.lead(), event));
    }
    return entry;
  }

  @Override
  public Admission admit(Lead lead, LeadContent content, Decider decider) {
    return ledger.admit(lead, content, telling(decider));
  }

  @Override
  public Optional<Decision> decide(LeadId lead, Decider decider) {
    return ledger.decide(lead, telling(decider));
  }

  @Override
  public int decideDue(int atMost, Decider decider) {
    return ledger.decideDue(atMost, telling(decider));
  }

  @Override
  public int decideFollowing(int atMost, Decider decider) {
    return ledger.decideFollowing(atMost, telling(decider));
  }

  @Override
  public RoutingFacts facts(CompanyId company) {
    return ledger.facts(company);
  }

  @Override
  public Optional<Instant> nextDue() {
    return ledger.nextDue();
  }

  @Override
  public Instant now() {
    return ledger.now();
  }
}
