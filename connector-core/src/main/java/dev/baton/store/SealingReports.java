package dev.baton.store;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.Fact;
import dev.baton.performance.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what was recorded, slice by slice, so that reports cost days and not offers. A node that
 * dies loses nothing, and two nodes do not do it twice: a slice and the mark of how far it goes are
 * one transaction.
 */
public final class SealingReports {
  /** Longer than any transaction takes from its "now" to its commit. */
  private static final Duration STILL_ON_ITS_WAY = Duration.ofMinutes(5);

  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final int MOST_FACTS = 100_000;

  private final Database database;

  public SealingReports(Database database) {
    this.database = database;
  }

  /**
   * Adds up the next slice of a company.
   *
   * @return whether there was one; there may be another
   */
  public boolean seal(Company company) {
    return database.inTransaction(handle -> seal(handle, company, database.now(handle)));
  }

  private static boolean seal(Handle handle, Company company, Instant now) {
    Mark mark = Mark.locked(handle, company);
    Instant ready = now.minus(STILL_ON_ITS_WAY);
    if (mark.to.plus(SHORTEST).isAfter(ready)) return false;
    Instant first = firstFact(handle, company.id(), mark.to, ready);
    if (first == null) {
      mark.moved(handle, ready);
      return false;
    }
    // A slice is of one day of recording, so that those of a day can be put together.
    Instant nextDay =
        dayOf(first, company.zone()).plusDays(1).atStartOfDay(company.zone()).toInstant();
    Instant to = ready.isBefore(nextDay) ? ready : nextDay;
    to = endOfMany(handle, company.id(), mark.to, to);
    write(handle, company, to, tallies(handle, company, mark.to, to));
    mark.moved(handle, to);
    if (to.equals(nextDay)) putTogether(handle, company, nextDay);
    return true;
  }

  private static LocalDate dayOf(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  // Reading
  // ----------------------------------------------------------------------------------------

  private static @Nullable Instant firstFact(
      Handle handle, CompanyId company, Instant from, Instant to) {
    return handle
        .createQuery(
            """
            SELECT recorded_at FROM report_fact
            WHERE company_id = :company AND recorded_at >= :from AND recorded_at < :to
            ORDER BY company_id, recorded_at FETCH FIRST 1 ROW ONLY
            """)
        .bind("company", company.value())
        .bind("from", from)
        .bind("to", to)
        .mapTo(Instant.class)
        .findOne()
        .orElse(null);
  }

  /**
   * So that no slice needs more memory than there is: at the moment of the fact that is too many.
   */
  private static Instant endOfMany(Handle handle, CompanyId company, Instant from, Instant to) {
    return handle
        .createQuery(
            """
            SELECT recorded_at FROM report_fact
            WHERE company_id = :company AND recorded_at >= :from AND recorded_at < :to
            ORDER BY company_id, recorded_at OFFSET :many ROWS FETCH FIRST 1 ROW ONLY
            """)
        .bind("company", company.value())
        .bind("from", from)
        .bind("to", to)
        .bind("many", MOST_FACTS)
        .mapTo(Instant.class)
        .findOne()
        .filter(end -> end.isAfter(from))
        .orElse(to);
  }

  /** A slice's numbers, by whose they are and by the day they count for. */
  private record Place(SliceKey key, LocalDate day) {}

  private static Map<Place, Tally> tallies(
      Handle handle, Company company, Instant from, Instant to) {
    var tallies = new HashMap<Place, Tally>();
    BiFunction<SliceKey, Instant, Tally> at =
        (key, moment) ->
            tallies.computeIfAbsent(
                new Place(key, dayOf(moment, company.zone())), place -> new Tally());
    ReportReading recorded = ReportReading.recorded(handle, company.id(), from, to);
    recorded.facts(
        row -> {
          Fact fact = row.fact();
          for (SliceKey key : SliceKey.of(fact.facets())) at.apply(key, fact.at()).add(fact);
          JdbcReports.noteLead(at.apply(SliceKey.ALL, fact.at()), fact);
        });
    recorded.events(
        each -> {
          AgentEvent event = each.event();
          at.apply(SliceKey.ALL, event.at()).score(event.agent()).add(event.kind(), event.at());
        });
    return tallies;
  }

  // Writing
  // ----------------------------------------------------------------------------------------

  private static void write(Handle handle, Company company, Instant to, Map<Place, Tally> tallies) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO report_slice (company_id, dimension, member, on_day, recorded_to, data)
            VALUES (:company, :dimension, :member, :day, :to, :data)
            """);
    tallies.forEach(
        (place, tally) -> {
          if (tally.isEmpty()) return;
          batch
              .bind("company", company.id().value())
              .bind("dimension", place.key.dimension())
              .bind("member", place.key.member())
              .bind("day", place.day)
              .bind("to", to)
              .bind("data", TallyBytes.write(tally))
              .add();
        });
    if (batch.size() > 0) batch.execute();
  }

  /** All slices of a day of recording become one. */
  private static void putTogether(Handle handle, Company company, Instant end) {
    Instant begin =
        dayOf(end.minusNanos(1), company.zone()).atStartOfDay(company.zone()).toInstant();
    var tallies = new HashMap<Place, Tally>();
    var slices = new AtomicInteger();
    handle
        .createQuery(
            """
            SELECT dimension, member, on_day, data FROM report_slice
            WHERE company_id = :company AND recorded_to > :begin AND recorded_to <= :end
            """)
        .bind("company", company.id().value())
        .bind("begin", begin)
        .bind("end", end)
        .map(
            (row, context) -> {
              var place =
                  new Place(
                      new SliceKey(row.getString("dimension"), row.getString("member")),
                      row.getObject("on_day", LocalDate.class));
              Tally tally = tallies.computeIfAbsent(place, p -> new Tally());
              TallyBytes.addTo(tally, row.getBytes("data"), true, true);
              return slices.incrementAndGet();
            })
        .forEach(read -> {});
    if (slices.get() == tallies.size()) return;
    handle
        .createUpdate(
            """
            DELETE FROM report_slice
            WHERE company_id = :company AND recorded_to > :begin AND recorded_to <= :end
            """)
        .bind("company", company.id().value())
        .bind("begin", begin)
        .bind("end", end)
        .execute();
    write(handle, company, end, tallies);
  }

  /** How far a company's slices go, locked until the end of the transaction. */
  private record Mark(CompanyId company, Instant to) {
    static Mark locked(Handle handle, Company company) {
      handle
          .createUpdate(
              """
              INSERT INTO report_sealed (company_id, sealed_to, zone, recounted)
              VALUES (:company, :ever, :zone, FALSE)
              ON CONFLICT DO NOTHING
              """)
          .bind("company", company.id().value())
          .bind("ever", Instant.EPOCH)
          .bind("zone", company.zone().getId())
          .execute();
      Map.Entry<Instant, String> found =
          handle
              .createQuery(
                  """
                  SELECT sealed_to, zone FROM report_sealed WHERE company_id = :company FOR UPDATE
                  """)
              .bind("company", company.id().value())
              .map(
                  (row, context) ->
                      Map.entry(
                          row.getObject("sealed_to", OffsetDateTime.class).toInstant(),
                          row.getString("zone")))
              .one();
      if (found.getValue().equals(company.zone().getId())) {
        return new Mark(company.id(), found.getKey());
      }
      return begunAgain(handle, company);
    }

    /** Days begin at other moments now: what was added up by the old ones is of no use. */
    private static Mark begunAgain(Handle handle, Company company) {
      handle
          .createUpdate("DELETE FROM report_slice WHERE company_id = :company")
          .bind("company", company.id().value())
          .execute();
      handle
          .createUpdate(
              """
              UPDATE report_sealed SET sealed_to = :ever, zone = :zone WHERE company_id = :company
              """)
          .bind("company", company.id().value())
          .bind("ever", Instant.EPOCH)
          .bind("zone", company.zone().getId())
          .execute();
      return new Mark(company.id(), Instant.EPOCH);
    }

    void moved(Handle handle, Instant then) {
      handle
          .createUpdate("UPDATE report_sealed SET sealed_to = :to WHERE company_id = :company")
          .bind("company", company.value())
          .bind("to", then)
          .execute();
    }
  }
}
