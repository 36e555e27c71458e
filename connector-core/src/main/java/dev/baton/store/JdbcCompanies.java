package dev.baton.store;

import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import dev.baton.ledger.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Companies and connections in the database. They change rarely and are asked for with each notice,
 * so they are read again only every few seconds: another node's change arrives that much later.
 * While the database is away, what is known goes on being known.
 */
public final class JdbcCompanies implements Companies {
  private static final Duration KEPT = Duration.ofSeconds(2);

  /** An account nobody seems to have connected is looked for again sooner: it may be new. */
  private static final Duration KEPT_IF_MISSED = Duration.ofMillis(100);

  private record Known(List<Company> companies, List<CrmConnection> connections, Instant until) {}

  private static final Known NOTHING = new Known(List.of(), List.of(), Instant.EPOCH);

  private final Database database;
  private volatile Known known = NOTHING;

  public JdbcCompanies(Database database) {
    this.database = database;
  }

  @Override
  public List<Company> all() {
    return known().companies;
  }

  @Override
  public Optional<Company> company(CompanyId id) {
    Known now = known();
    return find(now, id).or(() -> find(reread(now), id));
  }

  private static Optional<Company> find(Known known, CompanyId id) {
    return known.companies.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  @Override
  public boolean add(Company company) {
    int added = database.inTransaction(handle -> insert(handle, company));
    known = NOTHING;
    return added == 1;
  }

  @Override
  public List<CrmConnection> connections() {
    return known().connections;
  }

  @Override
  public Optional<CrmConnection> connection(String crm, String account) {
    Known now = known();
    Optional<CrmConnection> found = find(now, crm, account);
    if (found.isPresent() || Instant.now().isBefore(now.until.minus(KEPT).plus(KEPT_IF_MISSED))) {
      return found;
    }
    return find(reread(now), crm, account);
  }

  private static Optional<CrmConnection> find(Known known, String crm, String account) {
    return known.connections.stream()
        .filter(c -> c.crm().equals(crm) && c.account().equals(account))
        .findFirst();
  }

  @Override
  public void put(Company company) {
    database.inTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate("UPDATE company SET name = :name, zone = :zone WHERE id = :id")
                  .bind("id", company.id().value())
                  .bind("name", company.name())
                  .bind("zone", company.zone().getId())
                  .execute();
          return changed > 0 ? changed : insert(handle, company);
        });
    known = NOTHING;
  }

  private static int insert(Handle handle, Company company) {
    return handle
        .createUpdate(
            """
            INSERT INTO company (id, name, zone) VALUES (:id, :name, :zone)
            ON CONFLICT DO NOTHING
            """)
        .bind("id", company.id().value())
        .bind("name", company.name())
        .bind("zone", company.zone().getId())
        .execute();
  }

  @Override
  public void connect(CrmConnection connection) {
    database.inTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      """
                      UPDATE crm_connection SET settings = :settings
                      WHERE id = :id AND company_id = :company
                        AND crm = :crm AND account = :account
                      """)
                  .bind("id", connection.id().value())
                  .bind("company", connection.company().value())
                  .bind("crm", connection.crm())
                  .bind("account", connection.account())
                  .bind("settings", Json.write(connection.settings()))
                  .execute();
          return changed > 0 ? changed : insert(handle, connection);
        });
    known = NOTHING;
  }

  @Override
  public boolean settle(CrmConnection awaiting, String account) {
    int settled =
        database.inTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE crm_connection SET account = :account
                        WHERE id = :id AND company_id = :company AND account = :awaited
                          AND NOT EXISTS (
                            SELECT 1 FROM crm_connection other
                            WHERE other.crm = :crm AND other.account = :account)
                        """)
                    .bind("account", account)
                    .bind("id", awaiting.id().value())
                    .bind("company", awaiting.company().value())
                    .bind("awaited", awaiting.account())
                    .bind("crm", awaiting.crm())
                    .execute());
    known = NOTHING;
    return settled > 0 && awaiting.isAwaiting();
  }

  @Override
  public Optional<ConnectionUse> use(CrmConnection connection) {
    return database.inTransaction(handle -> ConnectionRows.use(handle, connection));
  }

  @Override
  public Optional<ConnectionUse> giveUp(CrmConnection connection) {
    Optional<ConnectionUse> used =
        database.inTransaction(
            handle -> {
              if (!ConnectionRows.lock(handle, connection)) return Optional.empty();
              Optional<ConnectionUse> before = ConnectionRows.use(handle, connection);
              if (before.isEmpty()) ConnectionRows.delete(handle, connection.id());
              return before;
            });
    known = NOTHING;
    return used;
  }

  private static int insert(Handle handle, CrmConnection connection) {
    return handle
        .createUpdate(
            """
            INSERT INTO crm_connection (id, company_id, crm, account, settings, closed_until)
            VALUES (:id, :company, :crm, :account, :settings, :open)
            """)
        .bind("id", connection.id().value())
        .bind("company", connection.company().value())
        .bind("crm", connection.crm())
        .bind("account", connection.account())
        .bind("settings", Json.write(connection.settings()))
        .bind("open", Instant.EPOCH)
        .execute();
  }

  private Known known() {
    Known last = known;
    return Instant.now().isBefore(last.until) ? last : reread(last);
  }

  private Known reread(Known last) {
    try {
      Known now = database.inTransaction(JdbcCompanies::read);
      known = now;
      return now;
    } catch (StoreUnavailable away) {
      if (last.connections.isEmpty()) throw away;
      return last;
    }
  }

  private static Known read(Handle handle) {
    List<Company> companies =
        handle
            .createQuery("SELECT id, name, zone FROM company ORDER BY id")
            .map(
                (row, context) ->
                    new Company(
                        new CompanyId(row.getString("id")),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone"))))
            .list();
    List<CrmConnection> connections =
        handle
            .createQuery(
                """
                SELECT id, company_id, crm, account, settings FROM crm_connection ORDER BY id
                """)
            .map(
                (row, context) ->
                    new CrmConnection(
                        new ConnectionId(row.getString("id")),
                        new CompanyId(row.getString("company_id")),
                        row.getString("crm"),
                        row.getString("account"),
                        settings(row.getString("settings"))))
            .list();
    return new Known(companies, connections, Instant.now().plus(KEPT));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> settings(String text) {
    return Json.read(text, Map.class);
  }
}
