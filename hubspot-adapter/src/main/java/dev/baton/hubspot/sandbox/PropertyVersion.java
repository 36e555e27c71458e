package dev.baton.hubspot.sandbox;

import java.time.Instant;

/** One value a property had, since when, and who gave it; an emptied property is an empty text. */
public record PropertyVersion(String value, Instant at, Author by) {}
