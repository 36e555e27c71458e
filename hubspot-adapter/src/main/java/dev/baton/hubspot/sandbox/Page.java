package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a long list. Where the next one starts is a number that callers hand back unread.
 *
 * @param after how many come before it
 */
record Page(int after, int limit) {

  /** Reads what a caller asks for; empty when it is no number or over the limit. */
  static Optional<Page> of(String after, String limit, int usual, int most) {
    if (!after.matches("\\d{0,9}") || !limit.matches("\\d{0,9}")) return Optional.empty();
    int size = limit.isEmpty() ? usual : Integer.parseInt(limit);
    if (size < 1 || size > most) return Optional.empty();
    return Optional.of(new Page(after.isEmpty() ? 0 : Integer.parseInt(after), size));
  }

  static Answer refused(int most) {
    return Answer.of(
        Refusal.invalid("The limit is a number from 1 to " + most + ", and after is one we gave"));
  }

  <T> ObjectNode json(List<T> all, Function<T, ObjectNode> item) {
    ObjectNode page = Json.object();
    var results = page.putArray("results");
    all.stream().skip(after).limit(limit).map(item).forEach(results::add);
    if (after + limit < all.size()) {
      page.putObject("paging").putObject("next").put("after", Integer.toString(after + limit));
    }
    return page;
  }
}
