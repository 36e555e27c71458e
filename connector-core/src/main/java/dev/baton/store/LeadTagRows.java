package dev.baton.store;

import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the tags that leads are found by: the rows of {@code lead_tag}. */
final class LeadTagRows {
  private final PreparedBatch gone;
  private final PreparedBatch come;

  LeadTagRows(Handle handle) {
    this.gone =
        handle.prepareBatch("DELETE FROM lead_tag WHERE lead_id = :lead AND tag_key = :tag");
    this.come =
        handle.prepareBatch(
            """
            INSERT INTO lead_tag (lead_id, company_id, tag_key, received_at)
            VALUES (:lead, :company, :tag, :received)
            """);
  }

  /** Writes what a lead carries now and did not before, and the other way round. */
  void replace(
      UUID lead, String company, Instant receivedAt, List<TagName> before, List<TagName> after) {
    var was = new HashSet<>(before);
    var is = new HashSet<>(after);
    for (TagName tag : was) {
      if (!is.contains(tag)) gone.bind("lead", lead).bind("tag", tag.key()).add();
    }
    for (TagName tag : is) {
      if (was.contains(tag)) continue;
      come.bind("lead", lead)
          .bind("company", company)
          .bind("tag", tag.key())
          .bind("received", receivedAt)
          .add();
    }
  }

  void write() {
    if (gone.size() > 0) gone.execute();
    if (come.size() > 0) come.execute();
  }
}
