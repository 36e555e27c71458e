package dev.baton.hubspot.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of records Baton meets in HubSpot, each known by a name and by a type id. */
public enum ObjectType {
  CONTACTS("contacts", "contact", "0-1", "createdate", "lastmodifieddate"),
  LEADS("leads", "lead", "0-136", "hs_createdate", "hs_lastmodifieddate"),
  TASKS("tasks", "task", "0-27", "hs_createdate", "hs_lastmodifieddate"),
  TICKETS("tickets", "ticket", "0-5", "createdate", "hs_lastmodifieddate"),
  DEALS("deals", "deal", "0-3", "createdate", "hs_lastmodifieddate"),
  NOTES("notes", "note", "0-46", "hs_createdate", "hs_lastmodifieddate");

  private final String plural;
  private final String singular;
  private final String typeId;
  private final String createdProperty;
  private final String modifiedProperty;

  ObjectType(
      String plural,
      String singular,
      String typeId,
      String createdProperty,
      String modifiedProperty) {
    this.plural = plural;
    this.singular = singular;
    this.typeId = typeId;
    this.createdProperty = createdProperty;
    this.modifiedProperty = modifiedProperty;
  }

  /** The type with this name, in plural or singular, or with this type id. */
  static Optional<ObjectType> find(String text) {
    return Arrays.stream(values())
        .filter(t -> t.plural.equals(text) || t.singular.equals(text) || t.typeId.equals(text))
        .findFirst();
  }

  static ObjectType of(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("No such kind of record: " + text));
  }

  /** The name in paths, such as {@code contacts}. */
  public String plural() {
    return plural;
  }

  /** The name in association labels, such as {@code contact}. */
  String singular() {
    return singular;
  }

  /** The id in webhooks, such as {@code 0-1}. */
  public String typeId() {
    return typeId;
  }

  String createdProperty() {
    return createdProperty;
  }

  String modifiedProperty() {
    return modifiedProperty;
  }
}
