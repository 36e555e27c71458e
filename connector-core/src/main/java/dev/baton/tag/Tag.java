package dev.baton.tag;

import java.util.Objects;
import java.util.Optional;

/**
 * A tag of a company.
 *
 * @param weight what it adds to the score of who holds it; 50 unless set (domain §3)
 * @param collection the heading under which pages and reports show it; empty for none
 * @param price what accepting a lead with it costs; empty for a tag that is not billable
 */
public record Tag(
    TagName name, TagRule rule, int weight, String collection, Optional<Price> price) {
  public static final int DEFAULT_WEIGHT = 50;

  public Tag {
    // Books published before there were collections and prices have neither.
    collection = Objects.requireNonNullElse(collection, "").strip();
    price = Objects.requireNonNullElse(price, Optional.empty());
  }

  public Tag(TagName name, TagRule rule, int weight) {
    this(name, rule, weight, "", Optional.empty());
  }

  public static Tag preferential(String name) {
    return new Tag(TagName.of(name), TagRule.PREFERENTIAL, DEFAULT_WEIGHT);
  }

  public static Tag exclusive(String name) {
    return new Tag(TagName.of(name), TagRule.EXCLUSIVE, DEFAULT_WEIGHT);
  }

  public static Tag required(String name) {
    return new Tag(TagName.of(name), TagRule.REQUIRED, DEFAULT_WEIGHT);
  }

  public Tag weighing(int weight) {
    return new Tag(name, rule, weight, collection, price);
  }

  public Tag in(String collection) {
    return new Tag(name, rule, weight, collection, price);
  }

  public Tag costing(Price price) {
    return new Tag(name, rule, weight, collection, Optional.of(price));
  }
}
