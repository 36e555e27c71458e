package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided before there were reports is counted as if there had been. */
class RecountingReportsTest {
  private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

  @TempDir Path directory;

  private static void forget(Database database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM report_fact");
      statement.execute("DELETE FROM report_slice");
      statement.execute("DELETE FROM report_sealed");
    }
  }

  @Test
  void the_facts_of_a_history_are_made_again_from_it() throws SQLException {
    Database database = Database.open(Database.embedded(directory), "sa", "");
    try (StoreUnderTest store = StoreUnderTest.in(database)) {
      store.companies().put(new Company(StoreScene.ACME, "Acme", ZoneOffset.UTC));
      store.companies().connect(StoreScene.CONNECTION);
      Instant begun = store.clock().instant();
      new RandomHistory(store, StoreScene.ACME, 30).happen(300);
      Instant end = store.clock().instant();
      Instant middle = begun.plus(Duration.between(begun, end).dividedBy(2));
      var now = new Span(EVER, end.plusSeconds(1));
      var then = new Span(EVER, end, Optional.of(middle));
      Tally toldNow = store.reports().tally(StoreScene.ACME, now, Filter.ALL);
      Tally toldThen = store.reports().tally(StoreScene.ACME, then, Filter.ALL);
      forget(database);
      assertThat(store.reports().tally(StoreScene.ACME, now, Filter.ALL)).isNotEqualTo(toldNow);
      List<Long> progress = new ArrayList<>();
      var recounting = new RecountingReports(database, new JdbcRoutingBooks(database));

      recounting.recount(StoreScene.ACME, progress::add);

      assertThat(store.reports().tally(StoreScene.ACME, now, Filter.ALL)).isEqualTo(toldNow);
      assertThat(store.reports().tally(StoreScene.ACME, then, Filter.ALL)).isEqualTo(toldThen);
      assertThat(progress).isNotEmpty();
      recounting.recount(StoreScene.ACME, leads -> progress.add(-leads));
      assertThat(progress).as("it is done once").allMatch(leads -> leads > 0);
    }
  }
}
