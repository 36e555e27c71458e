package dev.baton.store;

import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the words that leads are found by: the rows of {@code lead_word}. */
final class LeadWordRows {
  private final PreparedBatch batch;

  LeadWordRows(Handle handle) {
    this.batch =
        handle.prepareBatch(
            "INSERT INTO lead_word (lead_id, company_id, word) VALUES (:lead, :company, :word)");
  }

  void add(UUID lead, String company, Set<String> words) {
    for (String word : words) {
      batch.bind("lead", lead).bind("company", company).bind("word", word).add();
    }
  }

  void write() {
    if (batch.size() > 0) batch.execute();
  }
}
