package dev.baton.tag;

/**
 * A tag of a company.
 *
 * @param weight what it adds to the score of who holds it; 50 unless set (domain §3)
 */
public record Tag(TagName name, TagRule rule, int weight) {
  public static final int DEFAULT_WEIGHT = 50;

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
    return new Tag(name, rule, weight);
  }
}
