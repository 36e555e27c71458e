package dev.baton.server.setup;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Changes;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.RecordRead.Present;
import dev.baton.flow.Connectors;
import dev.baton.lead.CrmRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Leads that are in a CRM already, read to show what Baton takes them for; nothing is kept. */
final class RecentLeads {
  private static final int AT_ONCE = 100;
  private static final int PAGES = 5;
  private static final List<Duration> BACK =
      List.of(Duration.ofDays(1), Duration.ofDays(30), Duration.ofDays(365));

  /** How long somebody waits for a page rather than press once more. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MOST_WAITS = 3;

  private final Connectors connectors;
  private final InstantSource clock;

  RecentLeads(Connectors connectors, InstantSource clock) {
    this.connectors = connectors;
    this.clock = clock;
  }

  /**
   * Records that changed last, the latest first; at most 100.
   *
   * @throws CrmUnavailable when the CRM could not be asked
   */
  List<Present> of(ConnectionId connection, int atMost) {
    List<CrmRecord> found = changed(connectors.account(connection));
    List<CrmRecord> latest =
        found.reversed().stream().distinct().limit(Math.min(atMost, AT_ONCE)).toList();
    if (latest.isEmpty()) return List.of();
    return patiently(() -> connectors.connector(connection).read(latest)).stream()
        .flatMap(read -> read instanceof Present present ? Stream.of(present) : Stream.empty())
        .toList();
  }

  /**
   * CRMs tell the oldest first, so it is looked back a little, and further where that is too
   * little.
   */
  private List<CrmRecord> changed(CrmAccount account) {
    Instant now = clock.instant();
    List<CrmRecord> found = List.of();
    for (Duration back : BACK) {
      found = since(account, now.minus(back));
      if (found.size() >= AT_ONCE) break;
    }
    return found;
  }

  private static List<CrmRecord> since(CrmAccount account, Instant since) {
    var records = new ArrayList<CrmRecord>();
    Optional<String> page = Optional.empty();
    for (int i = 0; i < PAGES; i++) {
      Optional<String> next = page;
      Changes changes = patiently(() -> account.changedSince(since, next));
      changes.records().forEach(changed -> records.add(changed.record()));
      page = changes.next();
      if (page.isEmpty()) break;
    }
    return records;
  }

  /** Searches of a CRM are few a second: who goes on quickly would be told of trouble. */
  private static <T> T patiently(Supplier<T> call) {
    for (int waits = 0; ; waits++) {
      try {
        return call.get();
      } catch (CrmUnavailable busy) {
        Optional<Duration> wait = busy.notBefore().filter(w -> w.compareTo(PATIENCE) <= 0);
        if (busy.needsPerson() || wait.isEmpty() || waits == MOST_WAITS) throw busy;
        LockSupport.parkNanos(wait.get().toNanos());
      }
    }
  }
}
