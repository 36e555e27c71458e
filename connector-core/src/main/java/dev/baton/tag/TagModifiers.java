package dev.baton.tag;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * By how much a match counts for more or less than the tag's weight (domain §3). All are 1 unless
 * set; those that apply to a match are multiplied.
 *
 * @param subject when the tag is found in the subject
 * @param exactCase when the text reads exactly as the name was written
 * @param threeCharactersOrFewer when the name is that short and easily found by chance
 */
public record TagModifiers(
    BigDecimal subject, BigDecimal exactCase, BigDecimal threeCharactersOrFewer) {
  private static final BigDecimal MOST = BigDecimal.valueOf(100);
  private static final int SHORT = 3;

  /** A match counts as much as the tag weighs. */
  public static final TagModifiers NONE =
      new TagModifiers(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

  /** What the documentation suggests for those who want modifiers: 1.5, 1.1 and 0.5. */
  public static final TagModifiers SUGGESTED =
      new TagModifiers(new BigDecimal("1.5"), new BigDecimal("1.1"), new BigDecimal("0.5"));

  public TagModifiers {
    check(subject);
    check(exactCase);
    check(threeCharactersOrFewer);
  }

  /** What a match of a tag of that weight counts, rounded half up. */
  public int weigh(int weight, TagMatch match) {
    BigDecimal counts = BigDecimal.valueOf(weight);
    if (match.inSubject()) counts = counts.multiply(subject);
    if (match.exactCase()) counts = counts.multiply(exactCase);
    if (isShort(match.tag())) counts = counts.multiply(threeCharactersOrFewer);
    return Math.clamp(
        counts.setScale(0, RoundingMode.HALF_UP).longValueExact(),
        Integer.MIN_VALUE,
        Integer.MAX_VALUE);
  }

  private static boolean isShort(TagName tag) {
    return tag.text().codePointCount(0, tag.text().length()) <= SHORT;
  }

  private static void check(BigDecimal modifier) {
    if (modifier.signum() < 0 || modifier.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("A modifier is between 0 and 100: " + modifier);
    }
  }
}
