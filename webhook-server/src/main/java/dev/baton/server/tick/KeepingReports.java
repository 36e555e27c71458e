package dev.baton.server.tick;

import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.store.Database;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.RecountingReports;
import dev.baton.store.SealingReports;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps reports quick: adds up what was recorded, every few minutes. */
public final class KeepingReports {
  private static final Logger LOG = LoggerFactory.getLogger(KeepingReports.class);

  private static final long TOLD_EVERY = 10_000;

  private final Companies companies;
  private final SealingReports sealing;
  private final RecountingReports recounting;

  public KeepingReports(Database database, Companies companies, JdbcRoutingBooks books) {
    this.companies = companies;
    this.sealing = new SealingReports(database);
    this.recounting = new RecountingReports(database, books);
  }

  /** Once, before anything is decided: counts what was decided before there were reports. */
  public void begin() {
    for (Company company : companies.all()) {
      var told = new AtomicLong();
      recounting.recount(
          company.id(),
          leads -> {
            if (leads - told.get() < TOLD_EVERY) return;
            told.set(leads);
            LOG.info("company={} leads recounted={}", company.id(), leads);
          });
    }
  }

  public Chore chore() {
    return Chore.everyFiveMinutes("seal reports", this::seal);
  }

  /** All there is to add up now. */
  public void seal() {
    for (Company company : companies.all()) {
      int slices = 0;
      while (sealing.seal(company)) slices++;
      if (slices > 0) LOG.info("company={} slices of reports={}", company.id(), slices);
    }
  }
}
