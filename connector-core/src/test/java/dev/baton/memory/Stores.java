package dev.baton.memory;

import dev.baton.company.ConnectionUse;
import dev.baton.crm.Breakers;
import dev.baton.crm.CrmUsers;
import dev.baton.crm.CrmUsers.Look;
import java.time.Instant;
import java.util.Optional;

/** Puts in-memory parts together. */
public final class Stores {
  private Stores() {}

  /** An inbox that respects the breakers the outbox respects. */
  public static InMemoryInbox inbox(InMemoryOutbox outbox) {
    return new InMemoryInbox(outbox.breakers());
  }

  /** Lets companies know of their connections what the other stores know. */
  public static void knowEachOther(
      InMemoryCompanies companies, InMemoryLedger ledger, InMemoryInbox inbox, CrmUsers users) {
    companies.asking(
        connection -> {
          if (ledger.hasLeadsOf(connection)) return Optional.of(ConnectionUse.LEADS);
          if (!inbox.since(connection, Instant.EPOCH, 1).isEmpty()) {
            return Optional.of(ConnectionUse.NOTICES);
          }
          return users.last(connection).flatMap(Look::good).map(at -> ConnectionUse.LET_IN);
        });
  }

  public static Breakers breakers(InMemoryOutbox outbox) {
    return outbox.breakers();
  }

  public static InMemoryDeliveries deliveries(InMemoryInbox inbox, InMemoryOutbox outbox) {
    return new InMemoryDeliveries(inbox, outbox);
  }
}
