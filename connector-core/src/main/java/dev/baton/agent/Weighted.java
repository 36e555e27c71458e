package dev.baton.agent;

import java.math.BigDecimal;

/**
 * An agent and his share of a team's leads (domain §8): weight 2 gets twice what weight 1 gets, 0.5
 * half of it. Who shall get none is not in the team.
 *
 * @param weight from 0.01 to 1000, with at most two decimals
 */
public record Weighted(AgentId agent, BigDecimal weight) {
  private static final BigDecimal MOST = BigDecimal.valueOf(1000);

  public Weighted {
    if (!isWeight(weight)) {
      throw new IllegalArgumentException(
          "A weight is from 0.01 to 1000 with at most two decimals, but "
              + agent
              + " has "
              + weight.toPlainString());
    }
  }

  /** Whether somebody can have that weight. */
  static boolean isWeight(BigDecimal weight) {
    return weight.signum() > 0
        && weight.compareTo(MOST) <= 0
        && weight.stripTrailingZeros().scale() <= 2;
  }

  long hundredths() {
    return weight.movePointRight(2).longValueExact();
  }
}
