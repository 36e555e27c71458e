package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Company;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Question;
import dev.baton.server.page.Onlookers.Sight;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Reading;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody looks at a report: everything on the page is told of the same moment and book. */
record Visit(Sight sight, RoutingBook book, Instant now) {
  Company company() {
    return sight.company();
  }

  /** In the language of who looks. */
  Words words() {
    return sight.words();
  }

  /** What stands around the page. */
  Optional<Shell> around() {
    return sight.around();
  }

  /** The question an address asks; what is wrong with it in the words of who looks. */
  Reading read(Question asked) {
    return ReportQuestion.read(asked.query(), company(), book, now, words());
  }

  /** Those who look at reports, and at what. */
  record Reception(Onlookers onlookers, RoutingBooks books, InstantSource clock) {
    Visit visit(Question asked, String here) {
      Sight sight = onlookers.sight(asked, Permission.SEE_REPORTS, here);
      return new Visit(sight, books.current(sight.company().id()), clock.instant());
    }
  }
}
