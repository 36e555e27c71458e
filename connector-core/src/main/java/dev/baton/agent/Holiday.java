package dev.baton.agent;

import java.time.LocalDate;

/**
 * A day on which nobody of a region works.
 *
 * @param region as an admin names it, such as {@code DE-BY}; regions do not contain each other
 */
public record Holiday(String region, LocalDate date, String name) {
  public Holiday {
    if (region.isBlank()) throw new IllegalArgumentException("A holiday has a region: " + date);
    if (name.isBlank()) throw new IllegalArgumentException("A holiday has a name: " + date);
  }
}
