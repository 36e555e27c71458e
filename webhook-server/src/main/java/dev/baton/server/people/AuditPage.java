package dev.baton.server.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.baton.account.AuditLog;
import dev.baton.account.AuditLog.Kept;
import dev.baton.account.Permission;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.report.Cells;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who did what that others may have to account for; to be taken along as CSV. */
public final class AuditPage {
  private static final int ON_A_PAGE = 100;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final AuditLog audit;
  private final Shells shells;

  public AuditPage(AuditLog audit, Shells shells) {
    this.audit = audit;
    this.shells = shells;
  }

  /**
   * A line of the page.
   *
   * @param when in the company's zone
   */
  public record Line(String when, String by, String what, String about, String details) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.SEE_AUDIT);
    return List.of(
        Route.get("/audit", access, this::page), Route.get("/audit.csv", access, this::csv));
  }

  private Answer page(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    ZoneId zone = shells.company(visitor.company()).zone();
    List<Kept> latest = audit.latest(visitor.company(), before(asked), ON_A_PAGE);
    String older = latest.size() < ON_A_PAGE ? "" : "/audit?before=" + latest.getLast().id();
    return Answer.html(
        200,
        Templates.render(
            "people/audit.jte",
            Map.of(
                "shell",
                shells.around(visitor, "/audit"),
                "lines",
                latest.stream().map(kept -> line(kept, zone)).toList(),
                "zone",
                zone.getId(),
                "older",
                older,
                "erases",
                visitor.may(Permission.ERASE))));
  }

  private static Optional<Long> before(Question asked) {
    try {
      return Optional.ofNullable(asked.query().get("before")).map(Long::valueOf);
    } catch (NumberFormatException wrong) {
      throw Problem.badRequest("“before” is the number of an entry.");
    }
  }

  private static Line line(Kept kept, ZoneId zone) {
    AuditLog.Entry entry = kept.entry();
    return new Line(
        WHEN.withZone(zone).format(entry.at()),
        entry.by(),
        entry.what(),
        entry.about(),
        entry.details());
  }

  private Answer csv(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    return Answer.streaming(
            "text/csv; charset=utf-8",
            out -> {
              var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
              CsvWriter csv = CsvWriter.builder().build(text);
              csv.writeRecord("at (UTC)", "by", "what", "about", "details");
              Optional<Long> before = Optional.empty();
              while (true) {
                List<Kept> some = audit.latest(visitor.company(), before, 1000);
                for (Kept kept : some) write(csv, kept.entry());
                if (some.size() < 1000) break;
                before = Optional.of(some.getLast().id());
              }
              csv.flush();
            })
        .with("Content-Disposition", "attachment; filename=\"audit.csv\"");
  }

  private static void write(CsvWriter csv, AuditLog.Entry entry) throws IOException {
    csv.writeRecord(
        entry.at().toString(),
        Cells.harmless(entry.by()),
        Cells.harmless(entry.what()),
        Cells.harmless(entry.about()),
        Cells.harmless(entry.details()));
  }
}
