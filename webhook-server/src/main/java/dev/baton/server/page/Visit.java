package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Company;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Question;
import dev.baton.server.page.Onlookers.Sight;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody looks at a report: everything on the page is told of the same moment and book. */
record Visit(Sight sight, RoutingBook book, Instant now) {
  Company company() {
    return sight.company();
  }

  /** What stands around the page. */
  Optional<Shell> around() {
    return sight.around();
  }

  /** Those who look at reports, and at what. */
  record Reception(Onlookers onlookers, RoutingBooks books, InstantSource clock) {
    Visit visit(Question asked, String here) {
      Sight sight = onlookers.sight(asked, Permission.SEE_REPORTS, here);
      return new Visit(sight, books.current(sight.company().id()), clock.instant());
    }
  }
}
