package dev.baton.hubspot.sandbox;

import java.time.Instant;
import java.util.List;

/** Something that happened to a record, before it is known who wants to hear of it. */
sealed interface Change {
  ObjectType type();

  String id();

  Author by();

  Instant at();

  record Created(ObjectType type, String id, Author by, Instant at) implements Change {}

  record PropertyChanged(
      ObjectType type, String id, String property, String value, Author by, Instant at)
      implements Change {}

  record Deleted(ObjectType type, String id, Author by, Instant at) implements Change {}

  /**
   * Two records became one.
   *
   * @param id the new record
   */
  record Merged(
      ObjectType type,
      String id,
      String primary,
      List<String> merged,
      int moved,
      Author by,
      Instant at)
      implements Change {}
}
