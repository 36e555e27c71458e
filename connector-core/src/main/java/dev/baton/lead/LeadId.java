package dev.baton.lead;

import java.util.UUID;

/** Names a lead in Baton, for ever; the CRM's own id is in its {@link CrmRecord}. */
public record LeadId(UUID value) implements Comparable<LeadId> {
  /**
   * Reads a lead id as people and addresses write it.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static LeadId parse(String text) {
    if (text.length() != 36) throw new IllegalArgumentException("Not a lead id: " + text);
    return new LeadId(UUID.fromString(text));
  }

  @Override
  public int compareTo(LeadId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
