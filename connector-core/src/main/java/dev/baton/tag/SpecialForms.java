package dev.baton.tag;

import dev.baton.tag.SpecialTag.MoneyRange;
import dev.baton.tag.SpecialTag.Most;
import dev.baton.tag.SpecialTag.NumberRange;
import dev.baton.tag.SpecialTag.Points;
import dev.baton.tag.SpecialTag.Reading;
import dev.baton.tag.SpecialTag.Reading.Ordinary;
import dev.baton.tag.SpecialTag.Reading.Special;
import dev.baton.tag.SpecialTag.Reading.Wrong;
import dev.baton.tag.SpecialTag.Span;
import dev.baton.tag.SpecialTag.ZipRange;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the special forms are written. Underscore and blank are the same here because they are the
 * same in names: {@code PK 100} cannot be another tag than {@code PK_100}.
 */
final class SpecialForms {
  private static final String POINTS = "PK_100, PK_-20 or PK_100_P1";
  private static final String MONEY = "Range: $200000-$500000";
  private static final String NUMBERS = "Range: 10000-200000";
  private static final String ZIPS = "Zip: 90200-90299";
  private static final String MOST = "MAX_10_DAY";

  private static final Pattern POINTS_FORM = form("PK *[_ ] *([+-]?) *(\\d+)(?:(?: *_ *| +)(.+))?");
  private static final Pattern POINTS_BEGUN = form("PK *_.*|PK *[ -] *[+-]? *\\d.*|PK\\d+");

  private static final Pattern MOST_FORM = form("MAX *[_ ] *(\\d+) *[_ ] *(DAY|WEEK|MONTH|TOTAL)");
  private static final Pattern MOST_BEGUN =
      form("MAX *[_ -] *[+-]?\\d.*|MAX *_.*[_ ](?:DAY|WEEK|MONTH|TOTAL)S?");

  private static final Pattern RANGE_BEGUN = form("RANGE *:(.*)|RANGE +([^\\p{L}]*\\d.*)");
  private static final Pattern RANGE_ENDS = form("([^-–—]*\\d[^-–—]*)[-–—]([^-–—]*\\d[^-–—]*)");
  private static final Pattern NUMBER =
      form("(?<before>\\p{Sc}?) *(?<number>\\d{1,15}(?:\\.\\d+)?) *(?<after>\\p{Sc}?)");
  private static final Pattern THOUSANDS = form("\\d{1,3}(?:[., '’]\\d{3})+");

  private static final Pattern ZIP_BEGUN = form("ZIP *:(.*)|ZIP +(\\d.*)");

  private SpecialForms() {}

  private static Pattern form(String form) {
    return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  static Reading read(String text) {
    if (text.isEmpty()) return new Ordinary();
    return switch (text.charAt(0)) {
      case 'P', 'p' -> points(text);
      case 'M', 'm' -> most(text);
      case 'R', 'r' -> range(text);
      case 'Z', 'z' -> zip(text);
      default -> new Ordinary();
    };
  }

  private static Reading points(String text) {
    Matcher form = POINTS_FORM.matcher(text);
    if (!form.matches()) {
      return POINTS_BEGUN.matcher(text).matches()
          ? new Wrong("Write PK, an underscore, and a whole number of points.", POINTS)
          : new Ordinary();
    }
    if (form.group(2).length() > 6) {
      return new Wrong("Use at most six digits for the points.", POINTS);
    }
    int points = Integer.parseInt(form.group(2));
    if (form.group(1).equals("-")) points = -points;
    if (form.group(3) == null) return new Special(new Points(points, Optional.empty()));
    return onlyWith(points, form.group(3).strip());
  }

  private static Reading onlyWith(int points, String name) {
    if (read(name) instanceof Special(Points p) || read(name) instanceof Special(Most m)) {
      return new Wrong("After the points name a tag that a lead can carry.", POINTS);
    }
    try {
      return new Special(new Points(points, Optional.of(TagName.of(name))));
    } catch (IllegalArgumentException notAName) {
      return new Wrong("After the points name a tag with a letter or digit and no comma.", POINTS);
    }
  }

  private static Reading most(String text) {
    Matcher form = MOST_FORM.matcher(text);
    if (!form.matches()) {
      return MOST_BEGUN.matcher(text).matches()
          ? new Wrong("Write MAX, a number of leads, and DAY, WEEK, MONTH or TOTAL.", MOST)
          : new Ordinary();
    }
    if (form.group(1).length() > 6) {
      return new Wrong("Use at most six digits for the number of leads.", MOST);
    }
    int leads = Integer.parseInt(form.group(1));
    if (leads == 0) {
      return new Wrong("Allow at least one lead, or make the agent unavailable.", MOST);
    }
    Span span = Span.valueOf(form.group(2).toUpperCase(Locale.ROOT));
    return new Special(new Most(leads, span));
  }

  private static Reading range(String text) {
    Matcher begun = RANGE_BEGUN.matcher(text);
    if (!begun.matches()) return new Ordinary();
    if (begun.group(1) == null) {
      return new Wrong("Put a colon after the word Range.", NUMBERS);
    }
    String said = begun.group(1).strip();
    String example = said.codePoints().anyMatch(c -> isMoney(c)) ? MONEY : NUMBERS;
    Matcher ends = RANGE_ENDS.matcher(said);
    if (!ends.matches()) {
      return new Wrong("Give two numbers from 0 up with a hyphen between them.", example);
    }
    Matcher from = NUMBER.matcher(ends.group(1).strip());
    Matcher to = NUMBER.matcher(ends.group(2).strip());
    if (!from.matches() || !to.matches() || grouped(from) || grouped(to)) {
      return new Wrong(
          "Write the numbers in full, without thousands separators, letters or words.", example);
    }
    return range(symbol(from), amount(from), symbol(to), amount(to), example);
  }

  private static Reading range(
      String symbol, BigDecimal from, String otherSymbol, BigDecimal to, String example) {
    if (!symbol.equals(otherSymbol) || symbol.length() > 1) {
      return new Wrong("Give both numbers the same currency symbol, once each, or none.", example);
    }
    if (!symbol.isEmpty() && !CurrencySigns.isSign(symbol.charAt(0))) {
      return new Wrong("Use one of the symbols $, €, £ and ¥.", MONEY);
    }
    if (from.compareTo(to) > 0) {
      return new Wrong("Put the smaller number first.", example);
    }
    return new Special(
        symbol.isEmpty() ? new NumberRange(from, to) : new MoneyRange(symbol.charAt(0), from, to));
  }

  private static boolean isMoney(int c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private static boolean grouped(Matcher end) {
    return THOUSANDS.matcher(end.group("number")).matches();
  }

  private static String symbol(Matcher end) {
    return end.group("before") + end.group("after");
  }

  private static BigDecimal amount(Matcher end) {
    return new BigDecimal(end.group("number"));
  }

  private static Reading zip(String text) {
    Matcher begun = ZIP_BEGUN.matcher(text);
    if (!begun.matches()) return new Ordinary();
    if (begun.group(1) == null) return new Wrong("Put a colon after the word Zip.", ZIPS);
    String[] ends = begun.group(1).toUpperCase(Locale.ROOT).split("[-–—]", -1);
    String from = ends[0].replace(" ", "");
    String to = ends[ends.length - 1].replace(" ", "");
    if (ends.length > 2 || !ZipCode.isOne(from) || !ZipCode.isOne(to)) {
      return new Wrong("Give one zip code, or two with a hyphen between them.", ZIPS);
    }
    if (!ZipCode.shape(from).equals(ZipCode.shape(to))) {
      return new Wrong("Give two zip codes of the same length and kind.", ZIPS);
    }
    if (from.compareTo(to) > 0) return new Wrong("Put the smaller zip code first.", ZIPS);
    return new Special(new ZipRange(from, to));
  }
}
