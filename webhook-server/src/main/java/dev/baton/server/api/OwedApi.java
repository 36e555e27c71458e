package dev.baton.server.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.baton.agent.Agent;
import dev.baton.company.Companies;
import dev.baton.company.CompanyId;
import dev.baton.ledger.Bills;
import dev.baton.ledger.Bills.Bill;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.report.Cells;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What agents owe, as a file for whoever bills them: Baton charges nobody (domain §3). */
public final class OwedApi {
  /** The usual period (domain §1). */
  private static final Duration USUALLY = Duration.ofDays(30);

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

  private static final List<String> HEADINGS =
      List.of(
          "lead",
          "accepted_at_utc",
          "accepted_at_local",
          "agent_id",
          "agent_name",
          "tag",
          "amount",
          "currency");

  private final Bills bills;
  private final RoutingBooks books;
  private final Companies companies;
  private final InstantSource clock;

  public OwedApi(Bills bills, RoutingBooks books, Companies companies, InstantSource clock) {
    this.bills = bills;
    this.books = books;
    this.companies = companies;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/owed.csv", Access.API_TOKEN, this::owed));
  }

  private Answer owed(Question question) {
    CompanyId company = question.requiredCompany();
    Moments moments = Moments.of(companies, company);
    Instant to =
        Optional.ofNullable(question.query().get("to"))
            .map(text -> moments.read("to", text))
            .orElseGet(clock::instant);
    Instant from =
        Optional.ofNullable(question.query().get("from"))
            .map(text -> moments.read("from", text))
            .orElseGet(() -> to.minus(USUALLY));
    if (from.isAfter(to)) {
      throw Problem.badRequest(
          "from is after to: send from as the first moment and to as the first moment no more"
              + " wanted. Without to it is now.");
    }
    String csv = csv(bills.owed(company, from, to), books.current(company), moments.zone());
    return Answer.of(200, "text/csv; charset=utf-8", csv)
        .with("Content-Disposition", "attachment; filename=\"owed.csv\"");
  }

  private static String csv(List<Bill> bills, RoutingBook book, ZoneId zone) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADINGS);
      for (Bill bill : bills) {
        csv.writeRecord(cells(bill, book, zone).stream().map(Cells::harmless).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static List<String> cells(Bill bill, RoutingBook book, ZoneId zone) {
    return List.of(
        bill.lead().toString(),
        bill.acceptedAt().toString(),
        LOCAL.withZone(zone).format(bill.acceptedAt()),
        bill.agent().value(),
        book.agent(bill.agent()).map(Agent::name).orElse(bill.agent().value()),
        bill.owing().tag().text(),
        bill.owing().amount().toPlainString(),
        bill.owing().currency().getCurrencyCode());
  }
}
