package dev.baton.server.book.form;

import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Plain values in fields. */
public final class Writings {
  /** A box that is ticked or not. */
  public static final Writing<Boolean> TICK =
      Writing.of(yes -> yes ? "yes" : "", typed -> !typed.isEmpty());

  /** A box that is ticked for no. */
  public static final Writing<Boolean> TICK_FOR_NO =
      Writing.of(yes -> yes ? "" : "yes", String::isEmpty);

  /** As many digits as nobody needs; more would be a way to keep the server busy. */
  private static final int LONGEST_NUMBER = 12;

  private Writings() {}

  /**
   * A line of text that says something.
   *
   * @param otherwise told where it is blank or too long
   */
  public static Writing<String> text(int longest, String otherwise) {
    return Writing.of(
        text -> text,
        typed -> {
          if (typed.isEmpty() || typed.length() > longest) {
            throw new IllegalArgumentException(otherwise);
          }
          return typed;
        });
  }

  /** A whole number in that range. */
  public static Writing<Integer> whole(int least, int most, String otherwise) {
    return Writing.of(
        number -> Integer.toString(number),
        typed -> {
          if (!typed.matches("\\d{1,9}")) throw new IllegalArgumentException(otherwise);
          int number = Integer.parseInt(typed);
          if (number < least || number > most) throw new IllegalArgumentException(otherwise);
          return number;
        });
  }

  /** A number that may have decimals, with a point or a comma. */
  public static Writing<BigDecimal> decimal(Words words, String otherwise) {
    return Writing.of(
        number -> written(number, words),
        typed -> {
          String number = typed.replace(',', '.');
          if (number.length() > LONGEST_NUMBER || !number.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException(otherwise);
          }
          return new BigDecimal(number);
        });
  }

  /** A number as the reader writes it, without thousands apart. */
  public static String written(BigDecimal number, Words words) {
    char decimal = DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
    return number.toPlainString().replace('.', decimal == ',' ? ',' : '.');
  }

  /** One of some words; the page offers no others. */
  public static <E extends Enum<E>> Writing<E> choice(Class<E> type, Words words) {
    return Writing.of(
        Enum::name,
        typed ->
            List.of(type.getEnumConstants()).stream()
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(words.say("book.form.choose"))));
  }

  /** A time zone. */
  public static Writing<ZoneId> zone(Words words) {
    return Writing.of(Writings::written, typed -> zone(typed, words));
  }

  /** As people know it: nobody knows that Z is UTC. */
  public static String written(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  private static ZoneId zone(String typed, Words words) {
    try {
      return ZoneId.of(typed);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(words.say("book.form.zone"), unknown);
    }
  }
}
