package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds records by what they hold; as behind the times as the settings say. */
final class SearchEndpoint {
  private static final int MOST_RESULTS = 10_000;
  private static final int MOST_PER_PAGE = 200;
  private static final int MOST_GROUPS = 5;
  private static final int MOST_FILTERS = 6;

  private final Duration lag;

  SearchEndpoint(Duration lag) {
    this.lag = lag;
  }

  Answer search(Question question) {
    JsonNode body = question.body();
    Optional<Page> page =
        Page.of(body.path("after").asText(), body.path("limit").asText(), 10, MOST_PER_PAGE);
    if (page.isEmpty()) return Page.refused(MOST_PER_PAGE);
    if (page.get().after() + page.get().limit() > MOST_RESULTS) {
      return Answer.of(Refusal.invalid("A search ends after " + MOST_RESULTS + " results"));
    }
    Optional<List<List<Filter>>> groups = groups(body.path("filterGroups"));
    if (groups.isEmpty()) {
      return Answer.of(
          Refusal.invalid(
              "A search has at most 5 groups of 6 filters, each with a propertyName and an operator"));
    }
    ObjectType type = question.type("type");
    Account account = question.account();
    List<SandboxRecord> found =
        seen(account, type)
            .filter(record -> groups.get().isEmpty() || fits(account, record, groups.get()))
            .sorted(order(type, body.path("sorts").path(0)))
            .toList();
    List<String> wanted = Json.texts(body.path("properties"));
    ObjectNode json = page.get().json(found, record -> RecordJson.of(record, wanted));
    return Answer.json(200, json.put("total", found.size()));
  }

  /** The records as the index has them by now; a deleted one may still be among them. */
  private Stream<SandboxRecord> seen(Account account, ObjectType type) {
    Instant indexed = account.now().minus(lag);
    Stream<SandboxRecord> live = account.all(type, false).stream();
    Stream<SandboxRecord> lately =
        account.all(type, true).stream().filter(record -> record.updatedAt().isAfter(indexed));
    return Stream.concat(live, lately).flatMap(record -> record.asOf(indexed).stream());
  }

  private static boolean fits(Account account, SandboxRecord record, List<List<Filter>> groups) {
    return groups.stream()
        .anyMatch(
            group -> group.stream().allMatch(f -> f.fits(name -> held(account, record, name))));
  }

  private static List<String> held(Account account, SandboxRecord record, String name) {
    if (!name.startsWith("associations.")) return List.of(record.value(name));
    return ObjectType.find(name.substring("associations.".length())).stream()
        .flatMap(to -> account.links().between(record.type(), record.id(), to).stream())
        .map(Link::toId)
        .toList();
  }

  private static Comparator<SandboxRecord> order(ObjectType type, JsonNode sort) {
    String property =
        sort.isTextual() ? sort.asText() : sort.path("propertyName").asText(type.createdProperty());
    Comparator<SandboxRecord> order =
        Comparator.comparing(record -> record.value(property), Filter::compare);
    return sort.path("direction").asText().equals("DESCENDING") ? order.reversed() : order;
  }

  private static Optional<List<List<Filter>>> groups(JsonNode json) {
    var groups = new ArrayList<List<Filter>>();
    for (JsonNode group : json) {
      var filters = new ArrayList<Filter>();
      for (JsonNode filter : group.path("filters")) {
        Optional<Filter> read = Filter.read(filter);
        if (read.isEmpty()) return Optional.empty();
        filters.add(read.get());
      }
      if (filters.size() > MOST_FILTERS) return Optional.empty();
      groups.add(filters);
    }
    return groups.size() > MOST_GROUPS ? Optional.empty() : Optional.of(groups);
  }
}
