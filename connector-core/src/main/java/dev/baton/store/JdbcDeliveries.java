package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Deliveries;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.Matter;
import dev.baton.delivery.Delivery.State;
import dev.baton.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What went in and out, from the rows of {@code inbox} and {@code outbox}. */
public final class JdbcDeliveries implements Deliveries {
  private static final String OUT =
      """
      SELECT id, connection_id, lead_id, kind, data, state, cause, note, attempts,
        promised_at AS at, due_at, settled_at
      FROM outbox WHERE company_id = :company
      """;
  private static final String IN =
      """
      SELECT id, connection_id, lead_id, payload, state, note, attempts,
        received_at AS at, due_at, settled_at
      FROM inbox WHERE company_id = :company
      """;

  private final Database database;

  public JdbcDeliveries(Database database) {
    this.database = database;
  }

  @Override
  public List<Delivery> latest(CompanyId company, Wanted wanted, int limit) {
    var sql = new StringBuilder(select(wanted.direction()));
    wanted.state().ifPresent(state -> sql.append(" AND state = :state"));
    wanted.lead().ifPresent(lead -> sql.append(" AND lead_id = :lead"));
    wanted.before().ifPresent(id -> sql.append(" AND id < :before"));
    sql.append(" ORDER BY id DESC LIMIT :limit");
    return database.inTransaction(
        handle -> {
          Query query = handle.createQuery(sql.toString()).bind("company", company.value());
          wanted.state().ifPresent(state -> query.bind("state", code(wanted.direction(), state)));
          wanted.lead().ifPresent(lead -> query.bind("lead", lead.value()));
          wanted.before().ifPresent(id -> query.bind("before", id));
          return query
              .bind("limit", limit)
              .map((row, context) -> delivery(wanted.direction(), row))
              .list();
        });
  }

  @Override
  public Optional<Delivery> find(CompanyId company, Direction direction, long id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(select(direction) + " AND id = :id")
                .bind("company", company.value())
                .bind("id", id)
                .map((row, context) -> delivery(direction, row))
                .findOne());
  }

  private static String select(Direction direction) {
    return direction == Direction.OUT ? OUT : IN;
  }

  private static Delivery delivery(Direction direction, ResultSet row) throws SQLException {
    boolean out = direction == Direction.OUT;
    return new Delivery(
        direction,
        row.getLong("id"),
        new ConnectionId(row.getString("connection_id")),
        Optional.ofNullable(row.getObject("lead_id", UUID.class)).map(LeadId::new),
        out
            ? new Matter.Promised(Json.readPromise(row.getString("kind"), row.getString("data")))
            : new Matter.Told(row.getString("payload")),
        state(row.getString("state")),
        out ? Optional.ofNullable(row.getString("cause")) : Optional.empty(),
        row.getString("note"),
        row.getInt("attempts"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        instant(row, "due_at"),
        instant(row, "settled_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static State state(String code) {
    return switch (code) {
      case "NEW", "PENDING" -> State.WAITING;
      case "DONE" -> State.DONE;
      case "SKIPPED", "SUPERSEDED" -> State.SKIPPED;
      case "FAILED", "ON_HOLD" -> State.ON_HOLD;
      default -> throw new IllegalStateException("A stored state is not known: " + code);
    };
  }

  private static String code(Direction direction, State state) {
    boolean out = direction == Direction.OUT;
    return switch (state) {
      case WAITING -> out ? "PENDING" : "NEW";
      case DONE -> "DONE";
      case SKIPPED -> out ? "SUPERSEDED" : "SKIPPED";
      case ON_HOLD -> out ? "ON_HOLD" : "FAILED";
    };
  }

  @Override
  public List<Attempt> attempts(CompanyId company, Direction direction, long id) {
    return database.inTransaction(
        handle ->
            direction == Direction.OUT
                ? ofPromise(handle, company, id)
                : ofNotice(handle, company, id));
  }

  private static List<Attempt> ofPromise(Handle handle, CompanyId company, long id) {
    return handle
        .createQuery(
            """
            SELECT number, started_at, took_ms, asked, status, answer FROM outbox_attempt
            WHERE promise_id = :id AND company_id = :company ORDER BY id
            """)
        .bind("id", id)
        .bind("company", company.value())
        .map(
            (row, context) ->
                new Attempt(
                    company,
                    id,
                    row.getInt("number"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    Duration.ofMillis(row.getLong("took_ms")),
                    row.getString("asked"),
                    row.getString("status"),
                    row.getString("answer")))
        .list();
  }

  /** A notice keeps its last attempt only, in its own row. */
  private static List<Attempt> ofNotice(Handle handle, CompanyId company, long id) {
    return handle
        .createQuery(
            """
            SELECT attempts, taken_at, settled_at, state, note FROM inbox
            WHERE id = :id AND company_id = :company AND taken_at IS NOT NULL
              AND taken_by IS NULL
            """)
        .bind("id", id)
        .bind("company", company.value())
        .map(
            (row, context) -> {
              Instant began = row.getObject("taken_at", OffsetDateTime.class).toInstant();
              return new Attempt(
                  company,
                  id,
                  row.getInt("attempts"),
                  began,
                  Duration.between(began, instant(row, "settled_at").orElse(began)),
                  "",
                  state(row.getString("state")).name(),
                  row.getString("note"));
            })
        .list();
  }

  @Override
  public boolean retry(CompanyId company, long promise, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                    .createUpdate(RETRY + "AND id = :id")
                    .bind("company", company.value())
                    .bind("now", now)
                    .bind("id", promise)
                    .execute()
                > 0);
  }

  private static final String RETRY =
      """
      UPDATE outbox SET state = 'PENDING', due_at = :now, forgiven = attempts, cause = NULL,
        settled_at = NULL
      WHERE company_id = :company AND state = 'ON_HOLD'
      """;

  @Override
  public int retryAll(
      CompanyId company, Optional<ConnectionId> connection, Optional<String> cause, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    RETRY
                        + """
                        AND (:connection = '' OR connection_id = :connection)
                        AND (:cause = '' OR cause = :cause)
                        """)
                .bind("company", company.value())
                .bind("now", now)
                .bind("connection", connection.map(ConnectionId::value).orElse(""))
                .bind("cause", cause.orElse(""))
                .execute());
  }

  @Override
  public boolean replay(CompanyId company, long notice, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE inbox SET state = 'NEW', due_at = :now, forgiven = attempts,
                          settled_at = NULL
                        WHERE company_id = :company AND id = :id AND state <> 'NEW'
                        """)
                    .bind("company", company.value())
                    .bind("id", notice)
                    .bind("now", now)
                    .execute()
                > 0);
  }
}
