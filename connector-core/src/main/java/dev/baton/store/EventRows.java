package dev.baton.store;

import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.RotationEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code lead_event}: appended, never changed. */
final class EventRows {
  private EventRows() {}

  /** The events of some leads, in order; what each decision saw besides is left where it is. */
  static Map<UUID, List<RotationEvent>> of(Handle handle, List<UUID> leads) {
    var events = new LinkedHashMap<UUID, List<RotationEvent>>();
    handle
        .createQuery(
            """
            SELECT lead_id, kind, data FROM lead_event
            WHERE lead_id = ANY(:leads) ORDER BY lead_id, sequence
            """)
        .bindArray("leads", UUID.class, leads)
        .map(
            (row, context) ->
                events
                    .computeIfAbsent(row.getObject("lead_id", UUID.class), l -> new ArrayList<>())
                    .add(Json.readEvent(row.getString("kind"), row.getString("data"))))
        .list();
    return events;
  }

  /** The whole histories of some leads, with what each decision saw. */
  static Map<UUID, List<Recorded>> histories(Handle handle, List<UUID> leads) {
    var histories = new LinkedHashMap<UUID, List<Recorded>>();
    handle
        .createQuery(
            """
            SELECT lead_id, sequence, revision, kind, data, recorded_at, line_up, grounds
            FROM lead_event WHERE lead_id = ANY(:leads) ORDER BY lead_id, sequence
            """)
        .bindArray("leads", UUID.class, leads)
        .map(
            (row, context) ->
                histories
                    .computeIfAbsent(row.getObject("lead_id", UUID.class), l -> new ArrayList<>())
                    .add(recorded(row)))
        .list();
    return histories;
  }

  private static Recorded recorded(ResultSet row) throws SQLException {
    return new Recorded(
        row.getInt("sequence"),
        row.getInt("revision"),
        Json.readEvent(row.getString("kind"), row.getString("data")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("line_up")).map(DecisionJson::readLineUp),
        Optional.ofNullable(row.getString("grounds")).map(DecisionJson::readGrounds));
  }
}
