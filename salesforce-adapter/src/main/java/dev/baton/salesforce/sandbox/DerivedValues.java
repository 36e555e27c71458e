package dev.baton.salesforce.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values Salesforce works out from others, and those it begins with. */
final class DerivedValues {
  private DerivedValues() {}

  /** What a new record has when nobody says otherwise. */
  static Map<String, String> defaults(ObjectType type) {
    return switch (type) {
      case LEAD -> Map.of("Status", "Open - Not Contacted", "IsConverted", "false");
      case TASK -> Map.of("Status", "Not Started", "Priority", "Normal", "IsReminderSet", "false");
      case CASE -> Map.of("Status", "New");
      case USER -> Map.of("IsActive", "true");
      default -> Map.of();
    };
  }

  /** What follows from the values a record has now. */
  static Map<String, String> of(SandboxRecord record) {
    var derived = new LinkedHashMap<String, String>();
    switch (record.type()) {
      case LEAD, CONTACT, USER ->
          derived.put("Name", (record.value("FirstName") + " " + record.value("LastName")).strip());
      case TASK -> put(derived, "IsClosed", record.value("Status").equals("Completed"));
      case CASE -> put(derived, "IsClosed", record.value("Status").equals("Closed"));
      case OPPORTUNITY -> {
        put(derived, "IsWon", record.value("StageName").equals("Closed Won"));
        put(derived, "IsClosed", record.value("StageName").startsWith("Closed"));
      }
      case ACCOUNT, GROUP -> {}
    }
    return derived;
  }

  private static void put(Map<String, String> derived, String field, boolean value) {
    derived.put(field, Boolean.toString(value));
  }
}
