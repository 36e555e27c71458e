package dev.baton.tag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;

/**
 * What an agent owes for a lead, or would owe (domain §3). Nobody is charged here.
 *
 * @param amount with two decimals
 * @param tag the billable tag it is owed for
 */
public record Owing(BigDecimal amount, Currency currency, TagName tag) {
  public Owing {
    amount = amount.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * The highest price among tags at a moment; of equal ones the first counts.
   *
   * @param age since the lead came in
   * @param timeouts offers of the lead that timed out so far
   */
  public static Optional<Owing> highest(Collection<Tag> tags, Duration age, int timeouts) {
    Optional<Price> highest = Price.highest(tags, age, timeouts);
    return tags.stream()
        .filter(tag -> highest.isPresent() && tag.price().equals(highest))
        .findFirst()
        .map(tag -> of(tag.name(), highest.orElseThrow(), age, timeouts));
  }

  private static Owing of(TagName tag, Price price, Duration age, int timeouts) {
    return new Owing(price.at(age, timeouts), price.currency(), tag);
  }

  /** The amount as people read it, such as {@code 12.50 EUR}. */
  public String words() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
