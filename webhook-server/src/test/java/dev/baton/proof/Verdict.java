package dev.baton.proof;

import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.proof.SignedSender.Sent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the data say after all crashes, read from the tables themselves and from the CRM: the
 * promises P1, P2, P3 and P5, and that the CRM was told the same, once.
 *
 * @param violations each in one line; empty when everything holds
 */
record Verdict(int leads, int owners, int lost, int doubles, List<String> violations) {
  private static final Pattern KEY = Pattern.compile("Baton offer ([0-9a-f-]{36}-[0-9]+)");

  /**
   * Reads the data.
   *
   * @param killedAt when the server ended; what is due by then has waited that long
   */
  static Verdict of(Connection database, TortureCrm crm, Set<Sent> acknowledged, Instant killedAt)
      throws SQLException {
    return new Reading(database, crm, killedAt).verdict(acknowledged);
  }

  private static final class Reading {
    private final Connection database;
    private final TortureCrm crm;
    private final Instant killedAt;
    private final List<String> violations = new ArrayList<>();

    Reading(Connection database, TortureCrm crm, Instant killedAt) {
      this.database = database;
      this.crm = crm;
      this.killedAt = killedAt;
    }

    Verdict verdict(Set<Sent> acknowledged) throws SQLException {
      var missing = new HashSet<>(acknowledged);
      int[] counts = leads(missing);
      missing.forEach(sent -> violations.add("acknowledged and lost: " + sent));
      int doubles = doubles();
      tasks();
      none("a promise waits for ever", "SELECT id FROM outbox WHERE due_at IS NOT NULL");
      none("a promise is on hold", "SELECT id, note FROM outbox WHERE state = 'ON_HOLD'");
      none("a notice has failed", "SELECT id, note FROM inbox WHERE state = 'FAILED'");
      return new Verdict(counts[0], counts[1], missing.size(), doubles, List.copyOf(violations));
    }

    /** Takes known leads off the missing ones; answers how many there are and how many owned. */
    private int[] leads(Set<Sent> missing) throws SQLException {
      int[] counts = new int[2];
      try (Statement statement = database.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT connection_id, record_id, stage, owner, due_at FROM lead")) {
        while (row.next()) {
          counts[0]++;
          Portal portal = crm.portal(row.getString("connection_id"));
          String record = row.getString("record_id");
          missing.remove(new Sent(portal.id(), record));
          String owner = row.getString("owner");
          if (owner != null) counts[1]++;
          String inCrm =
              portal
                  .record("contacts", record)
                  .flatMap(contact -> crm.agentOwning(contact.value("hubspot_owner_id")))
                  .orElse(null);
          if (!java.util.Objects.equals(owner, inCrm)) {
            violations.add("owner " + owner + ", but in the CRM " + inCrm + ": " + record);
          }
          String stage = row.getString("stage");
          OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
          if (isStuck(stage, due)) violations.add("stuck " + stage + " due " + due + ": " + record);
        }
      }
      return counts;
    }

    private boolean isStuck(String stage, OffsetDateTime due) {
      if (Set.of("OWNED", "ENDED", "DELINQUENT").contains(stage)) return false;
      return due == null || due.toInstant().isBefore(killedAt.minusSeconds(10));
    }

    private int doubles() throws SQLException {
      int owners =
          none(
              "more than one owner",
              """
              SELECT lead_id, count(*) FROM lead_event
              WHERE kind IN ('OfferAccepted', 'LeadAssigned', 'OwnerChangedInCrm')
              GROUP BY lead_id HAVING count(*) > 1
              """);
      int offers =
          none(
              "more than one open offer",
              """
              SELECT lead_id, count(*) FROM offer WHERE state = 'OPEN' AND kind IN ('LINE', 'ANOTHER_CHANCE')
              GROUP BY lead_id HAVING count(*) > 1
              """);
      return owners + offers;
    }

    /** One task for each offer that was told, and at most one for any other; closed with it. */
    private void tasks() throws SQLException {
      Map<String, List<SandboxRecord>> tasks = new HashMap<>();
      for (Portal portal : crm.portals()) {
        for (SandboxRecord task : portal.tasks()) {
          Matcher key = KEY.matcher(task.value("hs_task_body"));
          if (!key.find()) violations.add("a task without the key of its offer: " + task.id());
          else tasks.computeIfAbsent(key.group(1), k -> new ArrayList<>()).add(task);
        }
      }
      try (Statement statement = database.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  SELECT f.lead_id, f.number, f.state AS offer, o.state AS told FROM offer f
                  JOIN outbox o ON o.lead_id = f.lead_id AND o.offer_number = f.number
                    AND o.kind = 'TellOffer'
                  """)) {
        while (row.next()) {
          String key = row.getString("lead_id") + "-" + row.getInt("number");
          List<SandboxRecord> found = tasks.getOrDefault(key, List.of());
          boolean told = row.getString("told").equals("DONE");
          if (found.size() > 1 || (told && found.isEmpty())) {
            violations.add("offer " + key + " has " + found.size() + " tasks");
          }
          boolean open = row.getString("offer").equals("OPEN");
          for (SandboxRecord task : found) {
            if (!open && !task.value("hs_task_status").equals("COMPLETED")) {
              violations.add("the task of the ended offer " + key + " is open");
            }
          }
        }
      }
    }

    private int none(String what, String query) throws SQLException {
      int found = 0;
      try (Statement statement = database.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          found++;
          String more = row.getMetaData().getColumnCount() > 1 ? " " + row.getString(2) : "";
          violations.add(what + ": " + row.getString(1) + more);
        }
      }
      return found;
    }
  }
}
