package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param after what asks for the next page; empty on the last
 */
public record HubSpotPage<T>(List<T> items, Optional<String> after) {
  public HubSpotPage {
    items = List.copyOf(items);
  }

  static <T> HubSpotPage<T> read(JsonNode answer, Function<JsonNode, T> item) {
    List<T> items = new ArrayList<>();
    for (JsonNode each : answer.path("results")) items.add(item.apply(each));
    return new HubSpotPage<>(items, after(answer));
  }

  static Optional<String> after(JsonNode answer) {
    String after = answer.path("paging").path("next").path("after").asText("");
    return Optional.of(after).filter(text -> !text.isEmpty());
  }
}
