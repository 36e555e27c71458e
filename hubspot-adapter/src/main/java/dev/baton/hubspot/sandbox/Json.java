package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sandbox's own reading and writing of JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Reads a body; no body at all is a missing node, and what is not JSON is empty. */
  static Optional<JsonNode> parse(byte[] body) {
    if (body.length == 0) return Optional.of(MissingNode.getInstance());
    try {
      return Optional.of(MAPPER.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static byte[] bytes(Object json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of texts, whatever scalars it holds. */
  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** The fields of an object as texts; null empties a property, so it is an empty text. */
  static Map<String, String> map(JsonNode object) {
    var map = new LinkedHashMap<String, String>();
    object.properties().forEach(e -> map.put(e.getKey(), text(e.getValue())));
    return map;
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
