package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Records as HubSpot writes them. */
final class RecordJson {
  private RecordJson() {}

  /** The record with these properties and those HubSpot always adds. */
  static ObjectNode of(SandboxRecord record, Collection<String> wanted) {
    var names = new LinkedHashSet<>(wanted.isEmpty() ? usual(record.type()) : wanted);
    names.addAll(kept(record.type()));
    ObjectNode json = Json.object();
    json.put("id", record.id());
    ObjectNode properties = json.putObject("properties");
    for (String name : names) {
      // A property that never had a value is null, an emptied one is an empty text.
      properties.put(name, record.known(name).orElse(null));
    }
    json.put("createdAt", record.createdAt().toString());
    json.put("updatedAt", record.updatedAt().toString());
    json.put("archived", record.archived());
    if (record.archived()) json.put("archivedAt", record.updatedAt().toString());
    return json;
  }

  /** The record with these properties, and with everything those of the past ever held. */
  static ObjectNode withHistory(
      SandboxRecord record, Collection<String> wanted, Collection<String> past) {
    ObjectNode json = of(record, wanted);
    if (past.isEmpty()) return json;
    ObjectNode histories = json.putObject("propertiesWithHistory");
    for (String name : past) {
      var versions = histories.putArray(name);
      for (PropertyVersion version : record.history().getOrDefault(name, List.of()).reversed()) {
        versions
            .addObject()
            .put("value", version.value())
            .put("timestamp", version.at().toString())
            .put("sourceType", version.by().changeSource())
            .put("sourceId", version.by().sourceId());
      }
    }
    return json;
  }

  /** The record with all it holds, as writes are answered. */
  static ObjectNode whole(SandboxRecord record) {
    var held = record.properties().keySet();
    return of(record, held.isEmpty() ? kept(record.type()) : held);
  }

  private static List<String> kept(ObjectType type) {
    return List.of("hs_object_id", type.createdProperty(), type.modifiedProperty());
  }

  private static List<String> usual(ObjectType type) {
    return switch (type) {
      case CONTACTS -> List.of("firstname", "lastname", "email");
      case TICKETS -> List.of("subject", "content", "hs_pipeline", "hs_pipeline_stage");
      case DEALS -> List.of("dealname", "amount", "dealstage", "pipeline", "closedate");
      case LEADS, TASKS, NOTES -> List.of();
    };
  }
}
