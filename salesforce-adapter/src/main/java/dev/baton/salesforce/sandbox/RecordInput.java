package dev.baton.salesforce.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record somebody wants written.
 *
 * @param typeName as given, whether there is such an object or not
 * @param id empty where none was given
 * @param values by field name as given; an empty text empties a field
 */
record RecordInput(String typeName, String id, Map<String, String> values) {
  static RecordInput of(XmlElement element) {
    String typeName = "";
    String id = "";
    var values = new LinkedHashMap<String, String>();
    for (XmlElement child : element.children()) {
      String text = child.text();
      switch (child.name()) {
        case "type" -> typeName = text.strip();
        case "fieldsToNull" -> values.put(text.strip(), "");
        default -> {
          // Neither nil nor an empty text empties a field: that takes fieldsToNull.
          if (child.nil() || text.isEmpty()) continue;
          if (child.name().equalsIgnoreCase("Id")) {
            id = text.strip();
          } else {
            values.put(child.name(), text);
          }
        }
      }
    }
    return new RecordInput(typeName, id, values);
  }

  /**
   * The kind of record.
   *
   * @throws CallRefused where there is no such kind
   */
  ObjectType type() {
    return ObjectType.named(typeName).orElseThrow(() -> CallRefused.unknownType(typeName));
  }
}
