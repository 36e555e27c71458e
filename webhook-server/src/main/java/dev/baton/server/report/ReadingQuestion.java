package dev.baton.server.report;

import dev.baton.agent.TeamId;
import dev.baton.company.Company;
import dev.baton.performance.Reports.Filter;
import dev.baton.routing.RoutingBook;
import dev.baton.server.report.ReportQuestion.Problem;
import dev.baton.server.report.ReportQuestion.Reading;
import dev.baton.server.report.ReportQuestion.Reading.Understood;
import dev.baton.server.report.ReportQuestion.Reading.Wrong;
import dev.baton.server.words.Words;
import dev.baton.tag.TagName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the question an address asks, and says all that is wrong with it at once. */
final class ReadingQuestion {
  /** The usual period (domain §10): today and the 29 days before. */
  private static final int USUAL_DAYS = 30;

  /** So that nobody waits for centuries of nothing. */
  private static final int MOST_YEARS = 10;

  private final Map<String, String> query;
  private final Company company;
  private final RoutingBook book;
  private final Instant now;
  private final Words words;
  private final List<Problem> problems = new ArrayList<>();

  ReadingQuestion(
      Map<String, String> query, Company company, RoutingBook book, Instant now, Words words) {
    this.query = query;
    this.company = company;
    this.book = book;
    this.now = now;
    this.words = words;
  }

  Reading read() {
    ZoneId zone = zone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    Optional<LocalDate> last = date("to");
    LocalDate to = last.orElse(today);
    Optional<LocalDate> first = book.settings().retention().firstDay(today);
    LocalDate from = date("from").orElseGet(() -> usualFrom(to, first));
    if (from.isAfter(to)) {
      wrong("from", words.say("report.wrong.swapped", from.toString(), to.toString()));
    } else if (from.plusYears(MOST_YEARS).isBefore(to)) {
      wrong("from", words.say("report.wrong.long", MOST_YEARS));
    }
    if (to.isAfter(today)) {
      wrong("to", words.say("report.wrong.to-come", to.toString(), today.toString()));
    }
    boolean compared = given("compare").isPresent();
    first.ifPresent(oldest -> kept(from, to, oldest, compared));
    var filter = new Filter(team(), tag(), given("source"));
    Optional<Instant> asOf = asOf();
    given("compare")
        .filter(word -> !word.equals("previous"))
        .ifPresent(word -> wrong("compare", words.say("report.wrong.compare")));
    if (problems.isEmpty()) {
      return new Understood(new ReportQuestion(from, to, zone, filter, asOf, compared));
    }
    LocalDate usualTo = LocalDate.ofInstant(now, company.zone());
    return new Wrong(
        List.copyOf(problems),
        new ReportQuestion(
            usualFrom(usualTo, book.settings().retention().firstDay(usualTo)),
            usualTo,
            company.zone(),
            Filter.ALL,
            Optional.empty(),
            /* compared= */ false));
  }

  /** The usual days, or as many of them as reports go back. */
  private static LocalDate usualFrom(LocalDate to, Optional<LocalDate> first) {
    LocalDate usual = to.minusDays(USUAL_DAYS - 1);
    return first.filter(usual::isBefore).filter(oldest -> !oldest.isAfter(to)).orElse(usual);
  }

  /** What is older is kept, and not told any more. */
  private void kept(LocalDate from, LocalDate to, LocalDate oldest, boolean compared) {
    if (from.isBefore(oldest)) {
      wrong("from", words.say("report.wrong.kept", company.name(), oldest.toString()));
    } else if (compared
        && from.minusDays(to.toEpochDay() - from.toEpochDay() + 1).isBefore(oldest)) {
      wrong("compare", words.say("report.wrong.kept-before", oldest.toString()));
    }
  }

  /** An empty field of a form is one that was not filled in. */
  private Optional<String> given(String field) {
    return Optional.ofNullable(query.get(field)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private void wrong(String field, String message) {
    problems.add(new Problem(field, message));
  }

  private Optional<LocalDate> date(String field) {
    Optional<String> text = given(field);
    try {
      return text.map(LocalDate::parse).filter(d -> d.getYear() >= 1 && d.getYear() <= 9999);
    } catch (DateTimeParseException notOne) {
      wrong(field, words.say("report.wrong.date", shortened(text.orElse(""))));
      return Optional.empty();
    }
  }

  private ZoneId zone() {
    try {
      return given("zone").map(ZoneId::of).orElse(company.zone());
    } catch (DateTimeException unknown) {
      wrong("zone", words.say("report.wrong.zone", shortened(given("zone").orElse(""))));
      return company.zone();
    }
  }

  private Optional<TeamId> team() {
    return given("team")
        .flatMap(
            id -> {
              Optional<TeamId> known =
                  book.content().teams().stream()
                      .map(team -> team.id())
                      .filter(team -> team.value().equals(id))
                      .findFirst();
              if (known.isEmpty()) wrong("team", words.say("report.wrong.team", shortened(id)));
              return known;
            });
  }

  private Optional<TagName> tag() {
    try {
      return given("tag").map(TagName::of);
    } catch (IllegalArgumentException notOne) {
      wrong("tag", String.valueOf(notOne.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Instant> asOf() {
    try {
      Optional<Instant> moment = given("asOf").map(Instant::parse);
      if (moment.filter(m -> m.isAfter(now)).isPresent()) {
        wrong("asOf", words.say("report.wrong.as-of-to-come", moment.get().toString()));
      }
      return moment;
    } catch (DateTimeParseException notOne) {
      wrong("asOf", words.say("report.wrong.as-of"));
      return Optional.empty();
    }
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
