package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUser;
import dev.baton.crm.CrmUsers;
import dev.baton.crm.KnownUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The users of connected CRM accounts in the database; only who has changed is written. */
public final class JdbcCrmUsers implements CrmUsers {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 320;
  private static final int LONGEST_TROUBLE = 500;

  private final Database database;

  public JdbcCrmUsers(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin(ConnectionId connection, Instant now, Duration gap) {
    return database.inTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE crm_connection SET users_looked_at = :now
                        WHERE id = :id AND (users_looked_at IS NULL OR users_looked_at <= :before)
                        """)
                    .bind("id", connection.value())
                    .bind("now", now)
                    .bind("before", now.minus(gap))
                    .execute())
        > 0;
  }

  @Override
  public List<KnownUser> of(ConnectionId connection) {
    return database.inTransaction(handle -> of(handle, connection));
  }

  private static List<KnownUser> of(Handle handle, ConnectionId connection) {
    return handle
        .createQuery(
            """
            SELECT connection_id, owner_id, user_id, name, email, active, agent_id, seen_since,
              changed_at
            FROM crm_user WHERE connection_id = :connection ORDER BY owner_id
            """)
        .bind("connection", connection.value())
        .map((row, context) -> user(row))
        .list();
  }

  @Override
  public List<Known> ofAgents(CompanyId company) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT connection_id, owner_id, user_id, name, email, active, agent_id,
                      seen_since, changed_at
                    FROM crm_user WHERE company_id = :company AND agent_id IS NOT NULL
                    ORDER BY connection_id, owner_id
                    """)
                .bind("company", company.value())
                .map(
                    (row, context) ->
                        new Known(new ConnectionId(row.getString("connection_id")), user(row)))
                .list());
  }

  private static KnownUser user(ResultSet row) throws SQLException {
    return new KnownUser(
        new CrmUser(
            row.getString("owner_id"),
            row.getString("user_id"),
            row.getString("name"),
            row.getString("email"),
            row.getBoolean("active")),
        Optional.ofNullable(row.getString("agent_id")).map(AgentId::new),
        row.getObject("seen_since", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public void keep(CrmConnection connection, List<KnownUser> seen, Instant at) {
    database.inTransaction(
        handle -> {
          write(handle, connection, seen);
          return handle
              .createUpdate(
                  """
                  UPDATE crm_connection SET users_read_at = :at, users_trouble = '' WHERE id = :id
                  """)
              .bind("id", connection.id().value())
              .bind("at", at)
              .execute();
        });
  }

  private static void write(Handle handle, CrmConnection connection, List<KnownUser> seen) {
    Map<String, KnownUser> kept = new HashMap<>();
    for (KnownUser known : of(handle, connection.id())) kept.put(known.user().owner(), known);
    PreparedBatch added =
        handle.prepareBatch(
            """
            INSERT INTO crm_user
              (connection_id, owner_id, company_id, user_id, name, email, active, agent_id,
               seen_since, changed_at)
            VALUES
              (:connection, :owner, :company, :user, :name, :email, :active, :agent, :since,
               :changed)
            ON CONFLICT DO NOTHING
            """);
    PreparedBatch changed =
        handle.prepareBatch(
            """
            UPDATE crm_user SET user_id = :user, name = :name, email = :email, active = :active,
              agent_id = :agent, changed_at = :changed
            WHERE connection_id = :connection AND owner_id = :owner
            """);
    for (KnownUser user : seen) {
      KnownUser brief = shortened(user);
      KnownUser before = kept.get(brief.user().owner());
      if (before == null) {
        bind(added, connection, brief)
            .bind("company", connection.company().value())
            .bind("since", brief.seenSince())
            .add();
      } else if (!before.equals(brief)) {
        bind(changed, connection, brief).add();
      }
    }
    if (added.size() > 0) added.execute();
    if (changed.size() > 0) changed.execute();
  }

  private static KnownUser shortened(KnownUser known) {
    CrmUser user = known.user();
    return new KnownUser(
        new CrmUser(
            user.owner(),
            user.user(),
            start(user.name(), LONGEST_NAME),
            start(user.email(), LONGEST_EMAIL),
            user.active()),
        known.agent(),
        known.seenSince(),
        known.changedAt());
  }

  private static PreparedBatch bind(
      PreparedBatch batch, CrmConnection connection, KnownUser known) {
    CrmUser user = known.user();
    @Nullable String agent = known.agent().map(AgentId::value).orElse(null);
    return batch
        .bind("connection", connection.id().value())
        .bind("owner", user.owner())
        .bind("user", user.user())
        .bind("name", user.name())
        .bind("email", user.email())
        .bind("active", user.active())
        .bindByType("agent", agent, String.class)
        .bind("changed", known.changedAt());
  }

  @Override
  public void troubled(ConnectionId connection, String trouble) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE crm_connection SET users_trouble = :trouble WHERE id = :id
                    """)
                .bind("id", connection.value())
                .bind("trouble", start(trouble, LONGEST_TROUBLE))
                .execute());
  }

  @Override
  public Optional<Look> last(ConnectionId connection) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT users_read_at, users_trouble FROM crm_connection
                    WHERE id = :id AND (users_read_at IS NOT NULL OR users_trouble <> '')
                    """)
                .bind("id", connection.value())
                .map(
                    (row, context) ->
                        new Look(
                            Optional.ofNullable(
                                    row.getObject("users_read_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                            row.getString("users_trouble")))
                .findOne());
  }

  private static String start(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
