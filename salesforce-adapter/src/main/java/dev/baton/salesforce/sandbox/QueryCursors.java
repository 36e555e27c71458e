package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Querying.Found;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers to queries that are read in parts. */
final class QueryCursors {
  private final Map<String, Cursor> open = new HashMap<>();
  private final Ids ids;

  QueryCursors(Ids ids) {
    this.ids = ids;
  }

  private record Cursor(String orgId, Found found) {}

  /**
   * A part of an answer.
   *
   * @param locator what fetches the next part; empty after the last
   */
  record Part(Found found, int from, int to, Optional<String> locator) {}

  synchronized Part first(String orgId, Found found, int batchSize) {
    if (found.records().size() <= batchSize) {
      return new Part(found, 0, found.records().size(), Optional.empty());
    }
    String id = ids.next("01g");
    open.put(id, new Cursor(orgId, found));
    return part(id, found, 0, batchSize);
  }

  /**
   * The part a locator stands for.
   *
   * @throws CallRefused where nobody was given such a locator
   */
  synchronized Part next(String orgId, String locator, int batchSize) {
    int dash = locator.indexOf('-');
    Cursor cursor = dash < 0 ? null : open.get(locator.substring(0, dash));
    if (cursor == null
        || !cursor.orgId().equals(orgId)
        || !locator.substring(dash + 1).matches("\\d{1,9}")) {
      throw new CallRefused("INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    int from = Integer.parseInt(locator.substring(dash + 1));
    return part(locator.substring(0, dash), cursor.found(), from, batchSize);
  }

  private static Part part(String id, Found found, int from, int batchSize) {
    int size = found.records().size();
    int start = Math.min(from, size);
    int end = Math.min(start + batchSize, size);
    return new Part(found, start, end, end < size ? Optional.of(id + "-" + end) : Optional.empty());
  }
}
