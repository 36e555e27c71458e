package dev.baton.agent;

import java.time.Duration;

/**
 * Leads with the same value in a field go to the same agent for a time (domain §8).
 *
 * @param field the CRM's name of the field, such as {@code company}
 * @param time from the first assignment, whoever the lead came by then
 */
public record Sticky(String field, Duration time) {
  public Sticky {
    if (field.isBlank()) throw new IllegalArgumentException("Leads stick by a field");
    if (!time.isPositive()) throw new IllegalArgumentException("Leads stick for some time");
  }
}
