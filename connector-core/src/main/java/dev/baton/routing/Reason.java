package dev.baton.routing;

/**
 * Why an agent is not in line for a lead. An agent left out has exactly one: the first that holds,
 * in this order (domain §4).
 */
public enum Reason {
  NOT_AVAILABLE("is switched to unavailable"),
  OUT_OF_HOURS("is outside working hours"),
  OUT_OF_OFFICE("is out of office"),
  HOLIDAY("has a holiday"),
  EXCLUSIVE_MISS("holds none of the lead's exclusive tags"),
  REQUIRED_MISS("does not hold all of the lead's required tags"),
  OUT_OF_RADIUS("is too far away"),
  NO_MATCH("holds none of the lead's tags"),
  NEGATIVE_SCORE("has a score below zero"),
  MAX_REACHED("has reached the most leads allowed"),
  CAPPED("has reached a cap for this period"),
  DECLINED_BEFORE("declined this lead before"),
  BEYOND_OFFER_LIMIT("stands behind the last place in line");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  /** Whether it depends on what the agent got and was offered, beyond whether he is there. */
  boolean dependsOnFacts() {
    return switch (this) {
      case MAX_REACHED, CAPPED, BEYOND_OFFER_LIMIT -> true;
      case NOT_AVAILABLE,
          OUT_OF_HOURS,
          OUT_OF_OFFICE,
          HOLIDAY,
          EXCLUSIVE_MISS,
          REQUIRED_MISS,
          OUT_OF_RADIUS,
          NO_MATCH,
          NEGATIVE_SCORE,
          DECLINED_BEFORE ->
          false;
    };
  }

  /** The reason after an agent's name, in plain English. */
  public String words() {
    return words;
  }
}
