package dev.baton.salesforce.sandbox;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How Salesforce writes values, whichever way they were given. */
final class FieldValue {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private FieldValue() {}

  static String of(Instant moment) {
    return MOMENT.format(moment);
  }

  /** The value as it is stored and given out; empty where a field of this type cannot hold it. */
  static Optional<String> stored(FieldType type, String given) {
    return switch (type) {
      case BOOLEAN -> truth(given);
      case DOUBLE, CURRENCY -> number(given);
      case DATE -> date(given);
      case DATETIME -> moment(given).map(FieldValue::of);
      case ID, REFERENCE -> Ids.full(given);
      default -> Optional.of(given.strip());
    };
  }

  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")))
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> truth(String text) {
    return switch (text) {
      case "true", "1" -> Optional.of("true");
      case "false", "0" -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  private static Optional<String> number(String text) {
    if (!text.matches("[+-]?\\d{1,18}(\\.\\d{0,18})?([eE][+-]?\\d{1,2})?")) return Optional.empty();
    String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
    return Optional.of(plain.contains(".") ? plain : plain + ".0");
  }

  /** A date; what follows its day is cut off without a look at the zone, as Salesforce does. */
  private static Optional<String> date(String text) {
    try {
      String day = text.length() > 10 && text.charAt(10) != 'T' ? text.substring(0, 10) : text;
      return Optional.of(LocalDate.parse(day.replaceFirst("T.*$", "")).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
