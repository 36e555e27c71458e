package dev.baton.review;

/**
 * Where two people changed the same thing differently.
 *
 * @param field what people call it; blank for an item that one of them removed
 * @param base what both began with; blank for nothing
 * @param mine what stands in the merged draft
 * @param theirs what does not
 */
public record Conflict(Item item, String field, String base, String mine, String theirs) {}
