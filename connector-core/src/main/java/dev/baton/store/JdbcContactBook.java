package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.message.CompanyContacts;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.message.Escalation;
import dev.baton.message.Medium;
import dev.baton.message.QuietHours;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** How people want to be told, in the database; addresses of chat rooms sealed. */
public final class JdbcContactBook implements ContactBook {
  private final Database database;
  private final Sealing sealing;

  public JdbcContactBook(Database database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  @Override
  public ContactSettings of(CompanyId company, AgentId agent) {
    return database
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT mobile, media, copies, language, quiet_from, quiet_to, escalation,
                          escalation_seconds, rooms
                        FROM contact_settings WHERE company_id = :company AND agent_id = :agent
                        """)
                    .bind("company", company.value())
                    .bind("agent", agent.value())
                    .map((row, context) -> settings(row, of(company.value(), agent.value())))
                    .findOne())
        .orElse(ContactSettings.DEFAULT);
  }

  @Override
  public Map<AgentId, ContactSettings> all(CompanyId company) {
    var all = new HashMap<AgentId, ContactSettings>();
    database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT agent_id, mobile, media, copies, language, quiet_from, quiet_to,
                      escalation, escalation_seconds, rooms
                    FROM contact_settings WHERE company_id = :company
                    """)
                .bind("company", company.value())
                .map(
                    (row, context) -> {
                      String agent = row.getString("agent_id");
                      return all.put(new AgentId(agent), settings(row, of(company.value(), agent)));
                    })
                .list());
    return all;
  }

  private static String of(String company, String agent) {
    return "contact settings " + company + " " + agent;
  }

  private ContactSettings settings(ResultSet row, String name) throws SQLException {
    var media = EnumSet.noneOf(Medium.class);
    for (String each : Json.read(row.getString("media"), String[].class)) {
      media.add(Medium.valueOf(each));
    }
    LocalTime from = row.getObject("quiet_from", LocalTime.class);
    LocalTime to = row.getObject("quiet_to", LocalTime.class);
    String escalation = row.getString("escalation");
    return new ContactSettings(
        row.getString("mobile"),
        media,
        List.of(Json.read(row.getString("copies"), String[].class)),
        row.getString("language"),
        from == null || to == null ? Optional.empty() : Optional.of(new QuietHours(from, to)),
        escalation == null
            ? Optional.empty()
            : Optional.of(
                new Escalation(
                    Medium.valueOf(escalation),
                    Duration.ofSeconds(row.getLong("escalation_seconds")))),
        rooms(row.getBytes("rooms"), name));
  }

  @Override
  public void put(CompanyId company, AgentId agent, ContactSettings settings, Instant at) {
    putAll(company, Map.of(agent, settings), at);
  }

  @Override
  public void putAll(CompanyId company, Map<AgentId, ContactSettings> settings, Instant at) {
    if (settings.isEmpty()) return;
    database.inTransaction(
        handle -> {
          PreparedBatch gone =
              handle.prepareBatch(
                  """
                  DELETE FROM contact_settings WHERE company_id = :company AND agent_id = :agent
                  """);
          settings
              .keySet()
              .forEach(a -> gone.bind("company", company.value()).bind("agent", a.value()).add());
          gone.execute();
          PreparedBatch put =
              handle.prepareBatch(
                  """
                  INSERT INTO contact_settings
                    (company_id, agent_id, mobile, media, copies, language, quiet_from, quiet_to,
                     escalation, escalation_seconds, rooms, changed_at)
                  VALUES
                    (:company, :agent, :mobile, :media, :copies, :language, :from, :to,
                     :escalation, :seconds, :rooms, :at)
                  """);
          settings.forEach((agent, chosen) -> bind(put, company, agent, chosen, at).add());
          return put.execute();
        });
  }

  private PreparedBatch bind(
      PreparedBatch put, CompanyId company, AgentId agent, ContactSettings settings, Instant at) {
    List<String> media = settings.media().stream().sorted().map(Medium::name).toList();
    return put.bind("company", company.value())
        .bind("agent", agent.value())
        .bind("mobile", settings.mobile())
        .bind("media", Json.write(media))
        .bind("copies", Json.write(settings.copies()))
        .bind("language", settings.language())
        .bindByType("from", settings.quiet().map(QuietHours::from).orElse(null), LocalTime.class)
        .bindByType("to", settings.quiet().map(QuietHours::to).orElse(null), LocalTime.class)
        .bindByType(
            "escalation",
            settings.escalation().map(e -> e.medium().name()).orElse(null),
            String.class)
        .bindByType(
            "seconds",
            settings.escalation().map(e -> e.after().toSeconds()).orElse(null),
            Long.class)
        .bindByType(
            "rooms",
            sealed(settings.rooms(), of(company.value(), agent.value())).orElse(null),
            byte[].class)
        .bind("at", at);
  }

  @Override
  public CompanyContacts of(CompanyId company) {
    return database
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT admins, language, rooms FROM company_contacts
                        WHERE company_id = :company
                        """)
                    .bind("company", company.value())
                    .map(
                        (row, context) ->
                            new CompanyContacts(
                                List.of(Json.read(row.getString("admins"), String[].class)),
                                row.getString("language"),
                                rooms(row.getBytes("rooms"), ofCompany(company))))
                    .findOne())
        .orElse(CompanyContacts.NONE);
  }

  private static String ofCompany(CompanyId company) {
    return "company contacts " + company;
  }

  @Override
  public void put(CompanyId company, CompanyContacts contacts, Instant at) {
    database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM company_contacts WHERE company_id = :company")
              .bind("company", company.value())
              .execute();
          return handle
              .createUpdate(
                  """
                  INSERT INTO company_contacts (company_id, admins, language, rooms, changed_at)
                  VALUES (:company, :admins, :language, :rooms, :at)
                  """)
              .bind("company", company.value())
              .bind("admins", Json.write(contacts.admins()))
              .bind("language", contacts.language())
              .bindByType(
                  "rooms", sealed(contacts.rooms(), ofCompany(company)).orElse(null), byte[].class)
              .bind("at", at)
              .execute();
        });
  }

  private Optional<byte[]> sealed(Map<Medium, URI> rooms, String name) {
    if (rooms.isEmpty()) return Optional.empty();
    var texts = new TreeMap<String, String>();
    rooms.forEach((medium, room) -> texts.put(medium.name(), room.toString()));
    return Optional.of(sealing.seal(Json.write(texts), name));
  }

  private Map<Medium, URI> rooms(byte @Nullable [] stored, String name) {
    var rooms = new EnumMap<Medium, URI>(Medium.class);
    if (stored == null) return rooms;
    var texts = Json.tree(Json.read(sealing.open(stored, name), Map.class));
    Arrays.stream(Medium.values())
        .filter(medium -> texts.has(medium.name()))
        .forEach(medium -> rooms.put(medium, URI.create(texts.get(medium.name()).asText())));
    return rooms;
  }
}
