package dev.baton.tag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;

/**
 * What an agent owes for accepting a lead with a billable tag (domain §3). Nobody is charged here.
 *
 * @param amount at least 0.50, with at most two decimals
 * @param discount how it falls while nobody accepts; empty when it does not
 */
public record Price(BigDecimal amount, Currency currency, Optional<Discount> discount) {
  static final BigDecimal LEAST = new BigDecimal("0.50");

  private static final int CENTS = 2;

  public Price {
    amount = money(amount);
    if (discount.isPresent() && discount.get().floor().compareTo(amount) > 0) {
      throw new IllegalArgumentException("The floor of a discount is not above the price");
    }
  }

  /**
   * A price without a discount.
   *
   * @param currency the ISO 4217 code, such as {@code EUR}
   * @throws IllegalArgumentException for an amount below 0.50, parts of cents or an unknown code
   */
  public static Price of(String amount, String currency) {
    return new Price(new BigDecimal(amount), Currency.getInstance(currency), Optional.empty());
  }

  public Price falling(Discount discount) {
    return new Price(amount, currency, Optional.of(discount));
  }

  /**
   * The price at a moment, rounded half up to cents and never below the floor.
   *
   * @param age since the lead was received
   * @param timeouts offers of the lead that timed out so far
   */
  public BigDecimal at(Duration age, int timeouts) {
    return discount
        .map(d -> d.off(amount, age, timeouts).setScale(CENTS, RoundingMode.HALF_UP).max(d.floor()))
        .orElse(amount);
  }

  /**
   * The price that counts for a lead: the highest among its tags at that moment. Amounts are
   * compared as they are, because a company sells in one currency; of equal ones the first counts.
   */
  public static Optional<Price> highest(Collection<Tag> tags, Duration age, int timeouts) {
    Comparator<Price> byAmount = Comparator.comparing(price -> price.at(age, timeouts));
    return tags.stream()
        .flatMap(tag -> tag.price().stream())
        .reduce((one, other) -> byAmount.compare(other, one) > 0 ? other : one);
  }

  static BigDecimal money(BigDecimal amount) {
    if (amount.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("A price is at least " + LEAST + ": " + amount);
    }
    if (amount.stripTrailingZeros().scale() > CENTS) {
      throw new IllegalArgumentException("A price has at most two decimals: " + amount);
    }
    return amount.setScale(CENTS, RoundingMode.UNNECESSARY);
  }
}
