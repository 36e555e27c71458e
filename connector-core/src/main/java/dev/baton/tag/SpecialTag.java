package dev.baton.tag;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tag that says by its form what it does: points for its holder, a range of numbers that a lead
 * may carry, or a most of leads for its holder (domain §3). It is never searched for as text.
 */
public sealed interface SpecialTag {
  /** What somebody wrote as a tag, understood. Upper and lower case are the same. */
  static Reading read(String written) {
    return SpecialForms.read(written.strip());
  }

  /** What a written name turns out to be. */
  sealed interface Reading {
    /** One of the special forms, rightly written. */
    record Special(SpecialTag tag) implements Reading {}

    /**
     * Begins like a special form but is wrong, and would do nothing.
     *
     * @param why one sentence that says what to do
     * @param example a right one of the same form
     */
    record Wrong(String why, String example) implements Reading {}

    /** A name like any other, looked for in the text of leads. */
    record Ordinary() implements Reading {}
  }

  /**
   * {@code PK_100}: points added to its holder's score.
   *
   * @param points negative ones are taken away
   * @param onlyWith the tag a lead must carry for the points to count; empty for any lead
   */
  record Points(int points, Optional<TagName> onlyWith) implements SpecialTag {}

  /** {@code Range: $200000-$500000}: leads with an amount in that currency, both ends included. */
  record MoneyRange(char symbol, BigDecimal from, BigDecimal to) implements SpecialTag {
    public MoneyRange {
      if (CurrencySigns.SIGNS.indexOf(symbol) < 0) {
        throw new IllegalArgumentException("Not a currency symbol of ranges: " + symbol);
      }
      ordered(from, to);
    }
  }

  /** {@code Range: 10000-200000}: leads with a plain number in the range, both ends included. */
  record NumberRange(BigDecimal from, BigDecimal to) implements SpecialTag {
    public NumberRange {
      ordered(from, to);
    }
  }

  /**
   * {@code Zip: 90200-90299}: leads from there, both ends included. Ends are upper case without
   * blanks and equally long; they are compared as text, so leading zeros count.
   */
  record ZipRange(String from, String to) implements SpecialTag {
    public ZipRange {
      if (from.length() != to.length()) {
        throw new IllegalArgumentException("Zip codes of unequal length: " + from + ", " + to);
      }
      ordered(from, to);
    }
  }

  /** {@code MAX_10_DAY}: the most leads its holder gets in a span. */
  record Most(int leads, Span span) implements SpecialTag {
    public Most {
      if (leads < 1) throw new IllegalArgumentException("The most is at least one: " + leads);
    }
  }

  /** The time over which a most is counted. */
  enum Span {
    DAY,
    WEEK,
    MONTH,
    /** For ever. */
    TOTAL
  }

  private static <T extends Comparable<T>> void ordered(T from, T to) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException("A range begins before it ends: " + from + ", " + to);
    }
  }
}
