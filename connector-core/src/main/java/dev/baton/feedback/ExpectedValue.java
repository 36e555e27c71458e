package dev.baton.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What the owner expects a lead to be worth (domain §6).
 *
 * @param amount zero or more, in two decimals
 */
public record ExpectedValue(BigDecimal amount, Currency currency) {
  private static final int MOST_DIGITS = 40;
  private static final BigDecimal MOST = new BigDecimal("10000000000000");

  public ExpectedValue {
    // Written out, 1e999999999 has a billion digits, and 1e-999999999 takes as long to round.
    if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("An expected value is written like 1200.50");
    }
    if (amount.signum() < 0 || amount.compareTo(MOST) >= 0) {
      throw new IllegalArgumentException(
          "An expected value is from 0 to less than 10 000 billion, but this is "
              + amount.toPlainString());
    }
    amount = amount.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * Of the texts a form or a CRM field holds.
   *
   * @param currency the ISO 4217 code, such as {@code EUR}
   * @throws IllegalArgumentException saying what is wrong with them
   */
  public static ExpectedValue of(String amount, String currency) {
    try {
      return new ExpectedValue(new BigDecimal(amount.strip()), Currency.getInstance(currency));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "An expected value is written like 1200.50, but this is " + amount, notANumber);
    }
  }
}
