package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.Facets;
import dev.baton.performance.LeadTrack;
import dev.baton.performance.LeadTracks;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Makes the tracks of leads from their histories, some leads at a time. */
public final class JdbcLeadTracks implements LeadTracks {
  private static final int AT_ONCE = 500;

  private final Database database;

  public JdbcLeadTracks(Database database) {
    this.database = database;
  }

  @Override
  public void each(CompanyId company, Span span, Filter filter, Consumer<Tracked> consumer) {
    List<UUID> leads = database.inTransaction(handle -> leads(handle, company, span, filter));
    for (int from = 0; from < leads.size(); from += AT_ONCE) {
      List<UUID> some = leads.subList(from, Math.min(from + AT_ONCE, leads.size()));
      for (Tracked tracked : database.inTransaction(handle -> tracked(handle, some, span))) {
        if (filter.takes(tracked.facets())) consumer.accept(tracked);
      }
    }
  }

  /** Those of a team are looked up by it: what a lead counts for is told under its last team. */
  private static List<UUID> leads(Handle handle, CompanyId company, Span span, Filter filter) {
    var leads = new LinkedHashSet<UUID>();
    Query query =
        handle.createQuery(
            "SELECT lead_id FROM report_fact"
                + " WHERE company_id = :company AND at >= :from AND at < :to"
                + " AND recorded_at < :known"
                + (filter.team().isPresent() ? " AND team_id = :team" : "")
                + " ORDER BY at, id");
    filter.team().ifPresent(team -> query.bind("team", team.value()));
    query
        .bind("company", company.value())
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("known", known(span))
        .setFetchSize(10_000)
        .mapTo(UUID.class)
        .forEach(leads::add);
    return new ArrayList<>(leads);
  }

  private static Instant known(Span span) {
    return span.asOf().filter(ReportReading.NEVER::isAfter).orElse(ReportReading.NEVER);
  }

  private static List<Tracked> tracked(Handle handle, List<UUID> leads, Span span) {
    Map<UUID, Facets> facets = facets(handle, leads, span);
    Map<UUID, LeadTrack> tracks = tracks(handle, leads, span);
    var found = new HashMap<UUID, Tracked>();
    handle
        .createQuery("SELECT id, record_id FROM lead WHERE id = ANY(:leads)")
        .bindArray("leads", UUID.class, leads)
        .map(
            (row, context) -> {
              UUID id = row.getObject("id", UUID.class);
              LeadTrack track = Objects.requireNonNull(tracks.get(id));
              return found.put(
                  id,
                  new Tracked(
                      new LeadId(id),
                      row.getString("record_id"),
                      track,
                      facets.getOrDefault(id, Facets.NONE)));
            })
        .list();
    return leads.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
  }

  private static Map<UUID, LeadTrack> tracks(Handle handle, List<UUID> leads, Span span) {
    var tracks = new HashMap<UUID, LeadTrack>();
    handle
        .createQuery(
            """
            SELECT e.lead_id, l.received_at, e.kind, e.data FROM lead_event e
            JOIN lead l ON l.id = e.lead_id
            WHERE e.lead_id = ANY(:leads) AND e.recorded_at < :known
            ORDER BY e.lead_id, e.sequence
            """)
        .bindArray("leads", UUID.class, leads)
        .bind("known", known(span))
        .map(
            (row, context) -> {
              UUID id = row.getObject("lead_id", UUID.class);
              Instant received = row.getObject("received_at", OffsetDateTime.class).toInstant();
              LeadTrack before = tracks.getOrDefault(id, LeadTrack.received(received));
              return tracks.put(
                  id, before.after(Json.readEvent(row.getString("kind"), row.getString("data"))));
            })
        .list();
    return tracks;
  }

  /** What a lead was last counted under. */
  private static Map<UUID, Facets> facets(Handle handle, List<UUID> leads, Span span) {
    var facets = new HashMap<UUID, Facets>();
    handle
        .createQuery(
            "SELECT "
                + ReportRows.COLUMNS
                + " FROM report_fact WHERE lead_id = ANY(:leads) AND recorded_at < :known"
                + " ORDER BY id")
        .bindArray("leads", UUID.class, leads)
        .bind("known", known(span))
        .map((row, context) -> ReportRows.read(row))
        .forEach(row -> facets.put(row.lead().value(), row.fact().facets()));
    return facets;
  }
}
