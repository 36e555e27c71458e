package dev.baton.salesforce.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record the sandbox knows. */
public enum ObjectType {
  LEAD("Lead", "00Q"),
  TASK("Task", "00T"),
  CASE("Case", "500"),
  OPPORTUNITY("Opportunity", "006"),
  CONTACT("Contact", "003"),
  ACCOUNT("Account", "001"),
  USER("User", "005"),
  GROUP("Group", "00G");

  private final String apiName;
  private final String keyPrefix;

  ObjectType(String apiName, String keyPrefix) {
    this.apiName = apiName;
    this.keyPrefix = keyPrefix;
  }

  /** The name it has in calls, such as {@code Lead}. */
  public String apiName() {
    return apiName;
  }

  /** What the ids of its records begin with. */
  public String keyPrefix() {
    return keyPrefix;
  }

  /** Whether only the org's admins write it, and not Baton. */
  boolean isSetup() {
    return this == USER || this == GROUP;
  }

  /** Whether an assignment rule may choose its owner. */
  boolean isAssignable() {
    return this == LEAD || this == CASE;
  }

  /** Whether its records are offered by Baton, and so carry the fields of Baton's package. */
  boolean isOffered() {
    return this == LEAD || this == CASE || this == OPPORTUNITY;
  }

  static Optional<ObjectType> named(String name) {
    return Arrays.stream(values()).filter(t -> t.apiName.equalsIgnoreCase(name)).findFirst();
  }

  /** The kind of record an id is of. */
  static Optional<ObjectType> ofId(String id) {
    return Arrays.stream(values()).filter(t -> id.startsWith(t.keyPrefix)).findFirst();
  }
}
