package dev.baton.tag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that a field of a lead holds, where the field is known to hold numbers: also one that
 * in running text could be a phone number or a date. Written as people write numbers everywhere
 * else in Baton, so that {@code 1.200} is twelve hundred; or as machines do, {@code 1.25E7}.
 */
public final class FieldNumber {
  private static final Pattern BY_MACHINE = Pattern.compile("\\d(?:\\.\\d{1,17})?E[+-]?\\d{1,2}");
  private static final Pattern BLANK = Pattern.compile("[\\u00a0\\u2009\\u202f]");

  private FieldNumber() {}

  /** Empty for what is no number, or several; a sign and a currency symbol may stand beside it. */
  public static Optional<BigDecimal> read(String value) {
    String text = BLANK.matcher(value).replaceAll(" ").strip();
    if (text.startsWith("-") || text.startsWith("−")) {
      return unsigned(text.substring(1).strip()).map(BigDecimal::negate);
    }
    return unsigned(text.startsWith("+") ? text.substring(1).strip() : text);
  }

  private static Optional<BigDecimal> unsigned(String text) {
    if (text.isEmpty()) return Optional.empty();
    if (BY_MACHINE.matcher(text).matches()) return Optional.of(plain(new BigDecimal(text)));
    Optional<BigDecimal> written = NumberNotation.read(text, /* sure= */ true);
    return written.isPresent() ? written : withSymbol(text);
  }

  /** {@code € 12.500} or {@code $1.2M}: nothing may be left over on either side. */
  private static Optional<BigDecimal> withSymbol(String text) {
    List<LeadNumber> found = LeadNumbers.inText("", text);
    return found.size() == 1
            && found.getFirst().start() == 0
            && found.getFirst().end() == text.length()
        ? amount(found.getFirst())
        : Optional.empty();
  }

  private static Optional<BigDecimal> amount(LeadNumber number) {
    return switch (number) {
      case LeadNumber.Money money -> Optional.of(money.amount());
      case LeadNumber.Plain plain -> Optional.of(plain.value());
      case LeadNumber.Zip unused -> Optional.empty();
    };
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
