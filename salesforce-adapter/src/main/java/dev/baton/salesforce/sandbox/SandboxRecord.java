package dev.baton.salesforce.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of the CRM as it stands.
 *
 * @param id with 18 characters
 * @param values by field name, as Salesforce writes them; empty fields are absent
 */
public record SandboxRecord(ObjectType type, String id, Map<String, String> values) {

  public SandboxRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of a field; empty where it has none. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean isTrue(String field) {
    return value(field).equals("true");
  }

  public boolean isDeleted() {
    return isTrue("IsDeleted");
  }

  /** The record with some values changed; an empty text empties a field. */
  SandboxRecord with(Map<String, String> changes) {
    var next = new LinkedHashMap<>(values);
    changes.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            next.remove(name);
          } else {
            next.put(name, value);
          }
        });
    return new SandboxRecord(type, id, next);
  }
}
