package dev.baton.store;

import dev.baton.lead.LeadContent;
import dev.baton.lead.SearchWords;
import dev.baton.tag.TagName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Notes of leads that came before leads could be searched what they are found by. */
final class FindingEarlierLeads extends WrittenMigration {
  private static final int AT_ONCE = 500;

  FindingEarlierLeads() {
    super("11.1", "words and tags of earlier leads");
  }

  @Override
  public void migrate(Context context) {
    Handle handle = Columns.teach(Jdbi.create(context.getConnection())).open();
    UUID last = new UUID(0, 0);
    while (true) {
      List<UUID> told = some(handle, last);
      if (told.isEmpty()) return;
      last = told.getLast();
    }
  }

  private static List<UUID> some(Handle handle, UUID after) {
    var words = new LeadWordRows(handle);
    var tags = new LeadTagRows(handle);
    List<UUID> told =
        handle
            .createQuery(
                """
                SELECT l.id, l.company_id, l.connection_id, l.object, l.record_id, l.received_at,
                  l.tags, c.content
                FROM lead l JOIN lead_content c ON c.lead_id = l.id
                WHERE l.id > :after ORDER BY l.id LIMIT :limit
                """)
            .bind("after", after)
            .bind("limit", AT_ONCE)
            .map((row, context) -> note(row, words, tags))
            .list();
    words.write();
    tags.write();
    return told;
  }

  private static UUID note(ResultSet row, LeadWordRows words, LeadTagRows tags)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String company = row.getString("company_id");
    words.add(
        id,
        company,
        SearchWords.of(
            LeadRows.record(row), Json.read(row.getString("content"), LeadContent.class)));
    tags.replace(
        id,
        company,
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        List.of(),
        Arrays.stream(Json.read(row.getString("tags"), String[].class)).map(TagName::of).toList());
    return id;
  }
}
