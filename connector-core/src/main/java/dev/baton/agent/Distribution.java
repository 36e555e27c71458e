package dev.baton.agent;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * How a team shares its leads among those who may have them (domain §8).
 *
 * @param balancedBy what load is counted over; matters to {@link Method#LOAD_BALANCE} alone
 * @param tagWeights by the name of a tag: whoever holds it has that weight, the highest of several,
 *     instead of his own; matters to {@link Method#WEIGHTED_ROUND_ROBIN} alone
 */
public record Distribution(
    Method method, Cap.Period balancedBy, Map<String, BigDecimal> tagWeights) {
  public static final Distribution BY_SCORE = of(Method.SCORE_ORDER);

  /** Who stands before whom. */
  public enum Method {
    /** The best match first. */
    SCORE_ORDER("best match first"),
    /** Whose last turn is longest ago; a turn is an offer, or a lead got without one. */
    ROUND_ROBIN("whose last turn is longest ago"),
    /** Who is owed most, by weights: 2 gets twice what 1 gets, 0.5 half of it. */
    WEIGHTED_ROUND_ROBIN("who is owed most by weight"),
    /** Who has fewest. */
    LOAD_BALANCE("who has fewest leads");

    private final String words;

    Method(String words) {
      this.words = words;
    }

    /** Who comes first, in plain English. */
    public String words() {
      return words;
    }

    /** Whether belonging to the team is enough to get its leads, without a tag in common. */
    public boolean membershipMatches() {
      return this != SCORE_ORDER;
    }
  }

  public Distribution {
    balancedBy = Objects.requireNonNullElse(balancedBy, Cap.Period.DAY);
    tagWeights = Map.copyOf(Objects.requireNonNullElse(tagWeights, Map.of()));
  }

  public static Distribution of(Method method) {
    return new Distribution(method, Cap.Period.DAY, Map.of());
  }

  /** Fewest leads in a day, a week, a month, or under way. */
  public static Distribution balancing(Cap.Period period) {
    return new Distribution(Method.LOAD_BALANCE, period, Map.of());
  }
}
