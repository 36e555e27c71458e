package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.AgentNotes.Noted;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes what decisions changed of agents' standing: who was asked, who got leads and who was
 * switched off. Each agent's row is written once, and all transactions take them in one order: two
 * of them never wait for each other.
 */
final class StandingRows {
  private final Handle handle;
  private final Instant now;
  private final TreeMap<String, Standing> standings = new TreeMap<>();

  StandingRows(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** What changes for an agent, over all decisions of the transaction. */
  private static final class Standing {
    private final CompanyId company;
    private final AgentId agent;
    private boolean asked;
    private int leads;
    private boolean off;

    Standing(CompanyId company, AgentId agent) {
      this.company = company;
      this.agent = agent;
    }
  }

  void add(CompanyId company, Noted noted) {
    for (AgentId agent : noted.asked()) of(company, agent).asked = true;
    for (AgentId agent : noted.switchedOff()) of(company, agent).off = true;
    noted.events().stream()
        .filter(event -> event.kind().received())
        .forEach(event -> of(company, event.agent()).leads++);
  }

  private Standing of(CompanyId company, AgentId agent) {
    return standings.computeIfAbsent(company + "/" + agent, unused -> new Standing(company, agent));
  }

  void write() {
    if (standings.isEmpty()) return;
    List<Standing> all = List.copyOf(standings.values());
    int[] written = update(all);
    for (int i = 0; i < written.length; i++) {
      if (written[i] > 0) continue;
      // The first that is heard of this agent.
      Standing first = all.get(i);
      JdbcPresences.addUnknown(handle, first.company, first.agent, now);
      update(List.of(first));
    }
  }

  private int[] update(List<Standing> some) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE agent_standing SET
              last_offered_at = CASE WHEN :asked
                THEN GREATEST(COALESCE(last_offered_at, :now), :now) ELSE last_offered_at END,
              last_received_at = CASE WHEN :leads > 0
                THEN GREATEST(COALESCE(last_received_at, :now), :now) ELSE last_received_at END,
              received_total = received_total + :leads,
              available_since = CASE WHEN :off AND available THEN :now ELSE available_since END,
              available = available AND NOT :off,
              off_because = CASE WHEN :off THEN '' ELSE off_because END
            WHERE company_id = :company AND agent_id = :agent
            """);
    for (Standing each : some) {
      batch
          .bind("asked", each.asked)
          .bind("leads", each.leads)
          .bind("off", each.off)
          .bind("now", now)
          .bind("company", each.company.value())
          .bind("agent", each.agent.value())
          .add();
    }
    return batch.execute();
  }
}
