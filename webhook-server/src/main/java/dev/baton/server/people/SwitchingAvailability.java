package dev.baton.server.people;

import dev.baton.account.AuditLog;
import dev.baton.agent.Agent;
import dev.baton.flow.MindingAgents;
import dev.baton.server.http.Visitor;
import java.time.InstantSource;

/** Somebody says on a page whether an agent is there: it holds at once, and is put down. */
public final class SwitchingAvailability {
  private final MindingAgents minding;
  private final AuditLog audit;
  private final InstantSource clock;

  public SwitchingAvailability(MindingAgents minding, AuditLog audit, InstantSource clock) {
    this.minding = minding;
    this.audit = audit;
    this.clock = clock;
  }

  public void switched(Visitor by, Agent agent, boolean there) {
    minding.switched(by.company(), agent.id(), there);
    audit.add(
        new AuditLog.Entry(
            by.company(),
            clock.instant(),
            by.named(),
            "availability switched",
            agent.name(),
            there ? "available" : "not available"));
  }
}
