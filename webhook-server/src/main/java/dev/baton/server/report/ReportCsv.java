package dev.baton.server.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.baton.company.CompanyId;
import dev.baton.performance.AgentStats;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Dashboard;
import dev.baton.performance.LeadTracks;
import dev.baton.performance.LeadTracks.Tracked;
import dev.baton.performance.Reports.Span;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.routing.RoutingBook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The dashboard as a file, in more detail than the screen: a row for the company, one for each
 * agent, lead and offer. Written as it is read, however long it is.
 */
public final class ReportCsv {
  /** Tells Excel that what follows is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

  private static final List<String> HEADINGS =
      List.of(
          "row",
          "lead",
          "record",
          "offer",
          "agent_id",
          "agent_name",
          "at_utc",
          "at_local",
          "outcome",
          "ended_at_utc",
          "ended_at_local",
          "response_seconds",
          "source",
          "team",
          "tags",
          "owner_id",
          "contact_status",
          "deal_status",
          "performance_score",
          "leads",
          "acceptance_rate_percent",
          "catchall_acceptance_rate_percent",
          "delinquent_percent",
          "mean_response_seconds",
          "offered",
          "accepted",
          "catchall_accepted",
          "assigned",
          "coalesced",
          "declined",
          "timed_out",
          "pending",
          "withdrawn",
          "delinquent",
          "contacted",
          "in_progress",
          "closed",
          "unsuccessful",
          "not_contacted",
          "comments");

  private final LeadTracks tracks;
  private final ReportQuestion question;
  private final RoutingBook book;
  private final DateTimeFormatter local;

  public ReportCsv(LeadTracks tracks, ReportQuestion question, RoutingBook book) {
    this.tracks = tracks;
    this.question = question;
    this.book = book;
    this.local = LOCAL.withZone(question.zone());
  }

  public void write(CompanyId company, Dashboard dashboard, OutputStream to) throws IOException {
    Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(HEADINGS);
    write(csv, company(dashboard.company()));
    for (AgentStats agent : dashboard.agents()) write(csv, agent(agent));
    Span span = question.span();
    tracks.each(
        company,
        span,
        question.filter(),
        tracked -> {
          boolean received = span.contains(tracked.track().receivedAt());
          if (received && tracked.track().standing().isPresent()) write(csv, lead(tracked));
          for (Offer offer : tracked.track().rotation().offers()) {
            if (span.contains(offer.offeredAt())) write(csv, offer(tracked, offer));
          }
        });
    csv.flush();
  }

  private static void write(CsvWriter csv, Map<String, String> cells) {
    var row = new ArrayList<String>(HEADINGS.size());
    for (String heading : HEADINGS) row.add(Cells.harmless(cells.getOrDefault(heading, "")));
    csv.writeRecord(row);
  }

  private Map<String, String> company(CompanyStats stats) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("row", "company");
    cells.put("performance_score", told(stats.score()));
    cells.put("leads", told(stats.leads()));
    cells.put("accepted", told(stats.accepted()));
    cells.put("catchall_accepted", told(stats.catchallAccepted()));
    cells.put("assigned", told(stats.assigned()));
    cells.put("coalesced", told(stats.coalesced()));
    cells.put("pending", told(stats.pending()));
    cells.put("delinquent", told(stats.delinquent()));
    cells.put("acceptance_rate_percent", told(stats.acceptanceRate().percent()));
    cells.put("catchall_acceptance_rate_percent", told(stats.catchallAcceptanceRate().percent()));
    cells.put("delinquent_percent", told(stats.delinquentRate().percent()));
    cells.put("response_seconds", told(stats.medianResponseSeconds()));
    cells.put("mean_response_seconds", told(stats.meanResponseSeconds()));
    return cells;
  }

  private Map<String, String> agent(AgentStats stats) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("row", "agent");
    cells.put("agent_id", stats.agent().value());
    cells.put("agent_name", DashboardJson.name(book, stats.agent()));
    cells.put("performance_score", told(stats.score()));
    cells.put("mean_response_seconds", told(stats.meanAnswerSeconds()));
    cells.put("offered", told(stats.offered()));
    cells.put("accepted", told(stats.accepted()));
    cells.put("declined", told(stats.declined()));
    cells.put("timed_out", told(stats.timedOut()));
    cells.put("pending", told(stats.pending()));
    cells.put("withdrawn", told(stats.withdrawn()));
    cells.put("contacted", told(stats.contacted()));
    cells.put("in_progress", told(stats.inProgress()));
    cells.put("closed", told(stats.closed()));
    cells.put("unsuccessful", told(stats.unsuccessful()));
    cells.put("not_contacted", told(stats.notContacted()));
    cells.put("comments", told(stats.comments()));
    return cells;
  }

  private Map<String, String> lead(Tracked tracked) {
    Rotation rotation = tracked.track().rotation();
    Map<String, String> cells = of("lead", tracked);
    at(cells, tracked.track().receivedAt());
    tracked.track().standing().ifPresent(s -> cells.put("outcome", outcome(s.name())));
    cells.put("response_seconds", told(tracked.track().responseSeconds()));
    rotation.ownedAt().ifPresent(owned -> ended(cells, owned));
    rotation.owner().ifPresent(owner -> cells.put("owner_id", owner.value()));
    cells.put("contact_status", rotation.care().progress().contact().name());
    cells.put("deal_status", rotation.care().progress().deal().name());
    return cells;
  }

  private Map<String, String> offer(Tracked tracked, Offer offer) {
    Map<String, String> cells = of("offer", tracked);
    cells.put("offer", told(offer.number()));
    cells.put("agent_id", offer.agent().value());
    cells.put("agent_name", DashboardJson.name(book, offer.agent()));
    at(cells, offer.offeredAt());
    cells.put("outcome", offer.open() ? "PENDING" : offer.state().name());
    offer.settledAt().ifPresent(settled -> ended(cells, settled));
    if (offer.state() == Offer.State.ACCEPTED) {
      Instant accepted = offer.settledAt().orElseThrow();
      cells.put(
          "response_seconds", told(Duration.between(offer.offeredAt(), accepted).toSeconds()));
    }
    return cells;
  }

  private static Map<String, String> of(String row, Tracked tracked) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("row", row);
    cells.put("lead", tracked.lead().toString());
    cells.put("record", tracked.record());
    cells.put("source", tracked.facets().source());
    tracked.facets().team().ifPresent(team -> cells.put("team", team.value()));
    cells.put(
        "tags",
        tracked.facets().tags().stream().map(t -> t.text()).collect(Collectors.joining(", ")));
    return cells;
  }

  private void at(Map<String, String> cells, Instant at) {
    cells.put("at_utc", at.toString());
    cells.put("at_local", local.format(at));
  }

  private void ended(Map<String, String> cells, Instant at) {
    cells.put("ended_at_utc", at.toString());
    cells.put("ended_at_local", local.format(at));
  }

  private static String outcome(String standing) {
    return standing.replace("LEADS_", "");
  }

  private static String told(Object value) {
    return value instanceof Optional<?> maybe
        ? maybe.map(Object::toString).orElse("")
        : value.toString();
  }
}
