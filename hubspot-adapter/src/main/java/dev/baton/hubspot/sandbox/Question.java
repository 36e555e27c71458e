package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A call that was let in, with what its path, query and body mean.
 *
 * @param path the named parts of the path
 * @param portal whose records it is about
 * @param by the app, as records remember it
 */
record Question(
    Request request,
    Map<String, String> path,
    JsonNode body,
    String portal,
    Account account,
    Author by) {

  String id() {
    return path("id");
  }

  String path(String name) {
    return path.getOrDefault(name, "");
  }

  ObjectType type(String name) {
    return ObjectType.of(path(name));
  }

  String query(String name) {
    return request.query().getOrDefault(name, "");
  }

  boolean flag(String name) {
    return query(name).equals("true");
  }

  /** A list in the query, its items parted by commas. */
  List<String> list(String name) {
    return query(name).isEmpty() ? List.of() : List.of(query(name).split(",", -1));
  }
}
