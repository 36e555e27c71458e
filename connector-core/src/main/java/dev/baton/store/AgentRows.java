package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.AgentNotes.Noted;
import dev.baton.performance.AgentEvent;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes what decisions changed for agents. */
final class AgentRows {
  private final Handle handle;
  private final Instant now;

  AgentRows(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** What a decision about a lead changed. */
  record Change(CompanyId company, LeadId lead, List<TagName> tags, Noted noted) {}

  void write(List<Change> changes) {
    events(changes);
    tags(changes);
    standings(changes);
    turns(changes);
    missed(changes);
  }

  private void events(List<Change> changes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO agent_event
              (company_id, agent_id, at, recorded_at, lead_id, team_id, kind, points, received)
            VALUES
              (:company, :agent, :at, :now, :lead, :team, :kind, :points, :received)
            """);
    for (Change change : changes) {
      for (AgentEvent event : change.noted.events()) {
        batch
            .bind("company", change.company.value())
            .bind("agent", event.agent().value())
            .bind("at", event.at())
            .bind("now", now)
            .bind("lead", change.lead.value())
            .bindByType("team", team(change), String.class)
            .bind("kind", event.kind().name())
            .bind("points", event.points())
            .bind("received", event.kind().received())
            .add();
      }
    }
    if (batch.size() > 0) batch.execute();
  }

  private void tags(List<Change> changes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO agent_event_tag (company_id, tag_key, at, agent_id, lead_id, team_id)
            VALUES (:company, :tag, :at, :agent, :lead, :team)
            """);
    for (Change change : changes) {
      for (AgentEvent event : change.noted.events()) {
        if (!event.kind().received()) continue;
        for (TagName tag : new HashSet<>(change.tags)) {
          batch
              .bind("company", change.company.value())
              .bind("tag", tag.key())
              .bind("at", event.at())
              .bind("agent", event.agent().value())
              .bind("lead", change.lead.value())
              .bindByType("team", team(change), String.class)
              .add();
        }
      }
    }
    if (batch.size() > 0) batch.execute();
  }

  private void standings(List<Change> changes) {
    var standings = new StandingRows(handle, now);
    for (Change change : changes) standings.add(change.company, change.noted);
    standings.write();
  }

  private record Seat(CompanyId company, TeamId team, AgentId agent) {}

  /** In one order for all transactions, so that two of them never wait for each other. */
  private void turns(List<Change> changes) {
    var owed = new TreeMap<String, Map.Entry<Seat, Long>>();
    for (Change change : changes) {
      if (change.noted.team().isEmpty()) continue;
      TeamId team = change.noted.team().get();
      change
          .noted
          .owed()
          .forEach(
              (agent, parts) ->
                  owed.merge(
                      change.company + "/" + team + "/" + agent,
                      Map.entry(new Seat(change.company, team, agent), parts),
                      (a, b) -> Map.entry(a.getKey(), a.getValue() + b.getValue())));
    }
    for (Map.Entry<Seat, Long> each : owed.values()) {
      if (add(each.getKey(), each.getValue()) == 0) {
        handle
            .createUpdate(
                """
                INSERT INTO team_turn (company_id, team_id, agent_id, owed)
                VALUES (:company, :team, :agent, 0)
                ON CONFLICT DO NOTHING
                """)
            .bind("company", each.getKey().company.value())
            .bind("team", each.getKey().team.value())
            .bind("agent", each.getKey().agent.value())
            .execute();
        add(each.getKey(), each.getValue());
      }
    }
  }

  private int add(Seat seat, long parts) {
    return handle
        .createUpdate(
            """
            UPDATE team_turn SET owed = owed + :parts
            WHERE company_id = :company AND team_id = :team AND agent_id = :agent
            """)
        .bind("parts", parts)
        .bind("company", seat.company.value())
        .bind("team", seat.team.value())
        .bind("agent", seat.agent.value())
        .execute();
  }

  private void missed(List<Change> changes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO team_missed (company_id, team_id, agent_id, at, parts)
            VALUES (:company, :team, :agent, :now, :parts)
            """);
    for (Change change : changes) {
      change
          .noted
          .missed()
          .forEach(
              (agent, parts) ->
                  batch
                      .bind("company", change.company.value())
                      .bind("team", change.noted.team().orElseThrow().value())
                      .bind("agent", agent.value())
                      .bind("now", now)
                      .bind("parts", parts)
                      .add());
    }
    if (batch.size() > 0) batch.execute();
  }

  private static @Nullable String team(Change change) {
    return change.noted.team().map(TeamId::value).orElse(null);
  }
}
