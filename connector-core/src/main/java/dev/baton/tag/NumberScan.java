package dev.baton.tag;

import dev.baton.tag.LeadNumber.Money;
import dev.baton.tag.LeadNumber.Plain;
import dev.baton.tag.LeadNumber.Zip;
import dev.baton.tag.TextAround.Sign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes once through a text, from figure to figure, and keeps those that are numbers. A figure is
 * digits and single separators between them.
 */
final class NumberScan {
  private static final int ZIP_DIGITS = 5;
  private static final int MOST_THOUSANDS = 5;

  private final String place;
  private final String text;
  private final TextAround around;
  private final List<LeadNumber> found = new ArrayList<>();
  private Optional<Figure> last = Optional.empty();

  /** Where the last number ended: what belongs to it belongs to no other. */
  private int taken = 0;

  /** Where the last day of a date ended, a year may follow. */
  private int dayEnded = -9;

  NumberScan(String place, String text) {
    this.place = place;
    this.text = text;
    this.around = new TextAround(text);
  }

  List<LeadNumber> found() {
    for (int at = 0; at < text.length(); ) {
      if (around.digit(at)) at = figure(at);
      else at++;
    }
    keepLast();
    return found;
  }

  /** A number as far as it is known: a following one may lend it its symbol or its million. */
  private record Figure(
      BigDecimal value, Optional<Character> symbol, int tens, int start, int end) {
    BigDecimal amount() {
      BigDecimal amount = value.scaleByPowerOfTen(tens);
      return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    Figure with(Optional<Character> symbol, int tens) {
      return new Figure(value, symbol, tens, start, end);
    }
  }

  /** Deals with the figure that begins there, and says where to go on. */
  private int figure(int at) {
    if (partOfWord(at) || negative(at)) return around.tokenEnd(at);
    int zipEnd = zipEnd(at);
    if (zipEnd > 0) return zip(at, zipEnd);
    int end = figureEnd(at);
    int grouped = thousandsEnd(at);
    Optional<Sign> before = around.signBefore(at, taken);
    boolean money = before.isPresent() || around.signAfter(Math.max(end, grouped)).isPresent();
    if (!money && !PhoneNumber.isThousands(text.substring(at, end))) {
      boolean announced = NumberWords.phone(around.wordBefore(at));
      int phone = PhoneNumber.end(around, at, announced);
      if (phone > 0) return around.tokenEnd(phone);
      if (announced || around.at(at - 1) == '+') return around.tokenEnd(at);
    }
    if (grouped > end) end = grouped;
    String written = text.substring(at, end);
    if (written.indexOf('/') >= 0 || written.indexOf(':') >= 0) return around.tokenEnd(at);
    if (written.indexOf('-') >= 0) return between(at, end, before);
    return number(at, end, before, true);
  }

  private int figureEnd(int from) {
    int at = around.digitsEnd(from);
    while (".,'’/:-".indexOf(around.at(at)) >= 0 && around.digit(at + 1)) {
      at = around.digitsEnd(at + 1);
    }
    return at;
  }

  /** The end of thousands parted by blanks, as in {@code 1 200 000,50}; 0 when there are none. */
  private int thousandsEnd(int from) {
    int at = around.digitsEnd(from);
    if (at - from > 3 || around.at(from) == '0') return 0;
    int end = 0;
    for (int groups = 0; groups < MOST_THOUSANDS; groups++) {
      int next = at + 1;
      if (!around.blank(at) || around.digitsEnd(next) != next + 3) return end;
      at = end = next + 3;
      if (".,".indexOf(around.at(at)) >= 0 && around.digit(at + 1)) return figureEnd(next);
    }
    return end;
  }

  private int zipEnd(int at) {
    int end = around.digitsEnd(at);
    if (end - at != ZIP_DIGITS || !around.announcesZip(at)) return 0;
    if (around.at(end) == '-' && around.digitsEnd(end + 1) == end + 5) end += 5;
    boolean goesOn = around.letterOrDigit(end) || figureEnd(end - 1) > end;
    return goesOn ? 0 : end;
  }

  private int zip(int at, int end) {
    keepLast();
    found.add(new Zip(ZipCode.read(text.substring(at, end)), place, at, end));
    taken = end;
    return end;
  }

  /** Two numbers with a hyphen between, when they are a range; anything else is a date or an id. */
  private int between(int at, int end, Optional<Sign> before) {
    int hyphen = text.indexOf('-', at);
    String from = text.substring(at, hyphen);
    String to = text.substring(hyphen + 1, end);
    boolean sure = before.isPresent() || Suffix.at(around, end, false).isPresent();
    boolean range =
        to.indexOf('-') < 0
            && NumberNotation.areRange(from, to, sure)
            && (sure || !doubted(at, end, from));
    if (!range) return around.tokenEnd(at);
    number(at, hyphen, before, false);
    return number(hyphen + 1, end, Optional.empty(), true);
  }

  /**
   * @param alone whether what stands after it may be its own
   */
  private int number(int at, int end, Optional<Sign> before, boolean alone) {
    String written = text.substring(at, end).replaceAll("[\\u00a0\\u2009\\u202f]", " ");
    Suffix none = new Suffix(0, Optional.empty(), end);
    Suffix after = alone ? Suffix.at(around, end, before.isPresent()).orElse(none) : none;
    boolean money = before.isPresent() || after.symbol().isPresent();
    boolean sure = money || after.tens() > 0;
    boolean glued = alone && after.end() == end && goesOn(end, money);
    if (glued || (alone && !money && doubted(at, after.end(), written))) {
      markDay(at, end);
      return around.tokenEnd(at);
    }
    Optional<BigDecimal> value = NumberNotation.read(written, sure || joined(at));
    if (value.isEmpty()) return end;
    Optional<Character> symbol = before.map(Sign::symbol).or(after::symbol);
    int start = before.map(Sign::start).orElse(at);
    add(new Figure(value.get(), symbol, after.tens(), start, after.end()));
    return after.end();
  }

  /** Keeps a number; joined to the last one by a dash the two share symbol and million. */
  private void add(Figure figure) {
    Figure now = figure;
    if (last.isPresent() && around.onlyDash(last.get().end(), figure.start())) {
      Figure before = last.get();
      int tens = before.tens();
      if (tens == 0
          && before.with(Optional.empty(), figure.tens()).amount().compareTo(figure.amount()) < 0) {
        tens = figure.tens();
      }
      last = Optional.of(before.with(before.symbol().or(figure::symbol), tens));
      now = figure.with(figure.symbol().or(before::symbol), figure.tens());
    }
    keepLast();
    last = Optional.of(now);
    taken = now.end();
  }

  private void keepLast() {
    last.ifPresent(
        f ->
            found.add(
                f.symbol().isPresent()
                    ? new Money(f.symbol().get(), f.amount(), place, f.start(), f.end())
                    : new Plain(f.amount(), place, f.start(), f.end())));
    last = Optional.empty();
  }

  private boolean joined(int at) {
    return last.isPresent() && around.onlyDash(last.get().end(), at);
  }

  private boolean partOfWord(int at) {
    char before = around.at(at - 1);
    if (Character.isLetter(before)) return around.signBefore(at, taken).isEmpty();
    if ("_#@&\\%^§".indexOf(before) >= 0) return true;
    if (before == '=') return around.inAddress(at);
    boolean joint = "-./'’".indexOf(before) >= 0 && around.letterOrDigit(at - 2);
    return joint && !joined(at) && at - 1 != taken;
  }

  /** A number below zero is in no range. */
  private boolean negative(int at) {
    int start = around.signBefore(at, taken).map(Sign::start).orElse(at);
    boolean minus = around.at(start - 1) == '-' || around.at(start - 1) == '−';
    return minus && !around.letterOrDigit(start - 2) && !joined(start);
  }

  /** Whether letters or signs make it the beginning of a word, a share or a degree. */
  private boolean goesOn(int end, boolean money) {
    if (around.letterOrDigit(end) || "@#=&\\%‰°".indexOf(around.at(end)) >= 0) return true;
    if (around.blank(end) && "%‰°".indexOf(around.at(end + 1)) >= 0) return true;
    boolean joint = "-.'’".indexOf(around.at(end)) >= 0;
    return joint && !money && Character.isLetter(around.at(end + 1));
  }

  /** Whether the words beside a number without a symbol say that it is none. */
  private boolean doubted(int at, int end, String written) {
    String before = around.wordBefore(at);
    String after = around.wordAfter(end);
    if (NumberWords.naming(before) || NumberWords.afterShares(after)) return true;
    if (NumberWords.afterTimes(after) && NumberNotation.upTo(written, 24)) return true;
    if (around.beginsLine(at) && written.length() <= 2 && isListItem(end)) return true;
    if (NumberNotation.isDayAndMonth(written) && around.at(end) == '.') return true;
    boolean day = NumberNotation.upTo(written, 31);
    if (day && (NumberWords.month(before) || NumberWords.month(after))) return true;
    return NumberNotation.isYear(written)
        && (NumberWords.month(before)
            || NumberWords.beforeYears(before)
            || (dayEnded >= 0 && at - dayEnded <= 2));
  }

  private boolean isListItem(int end) {
    return (around.at(end) == '.' || around.at(end) == ')') && around.blank(end + 1);
  }

  private void markDay(int at, int end) {
    String letters = around.lettersAt(end);
    boolean ordinal = NumberWords.ordinal(letters);
    dayEnded = NumberNotation.upTo(text.substring(at, end), 31) ? end : -9;
    if (ordinal) dayEnded += letters.length();
  }
}
