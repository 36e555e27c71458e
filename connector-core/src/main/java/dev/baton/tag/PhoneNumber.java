package dev.baton.tag;

import java.util.regex.Pattern;

/** Tells phone numbers from numbers by how their digits are grouped. */
final class PhoneNumber {
  private static final int MOST_GROUPS = 8;
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;
  private static final int SURE_IN_SHORT_GROUPS = 9;
  private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+");

  private PhoneNumber() {}

  /**
   * Where the phone number that begins there ends; −1 when none does.
   *
   * @param announced whether a word before says that it is one
   */
  static int end(TextAround text, int from, boolean announced) {
    boolean certain = announced || text.at(from - 1) == '+';
    boolean area = text.at(from - 1) == '(';
    int first = text.digitsEnd(from) - from;
    boolean zero = text.at(from) == '0' && first > 1;
    boolean shortGroups = true;
    boolean closed = false;
    int digits = 0;
    int found = -1;
    int at = from;
    for (int groups = 1; groups <= MOST_GROUPS; groups++) {
      int end = text.digitsEnd(at);
      digits += end - at;
      shortGroups &= end - at <= 4;
      // With a hyphen it may be a range, which is decided there.
      boolean local = groups == 2 && first == 3 && end - at == 4 && !text.dash(at - 1);
      boolean is =
          (certain && digits >= 5)
              || (digits >= FEWEST_DIGITS
                  && ((closed && area)
                      || (zero && groups > 1)
                      || local
                      || (groups > 2 && shortGroups && digits >= SURE_IN_SHORT_GROUPS)));
      if (is && digits <= MOST_DIGITS) found = end;
      int next = next(text, end);
      if (next < 0) break;
      closed |= text.at(end) == ')';
      at = next;
    }
    return found;
  }

  /** Thousands with dots look like groups of a phone number, but nobody writes phones so. */
  static boolean isThousands(String written) {
    return THOUSANDS.matcher(written).matches();
  }

  /** Where the next group begins, over what stands between the groups of a phone number. */
  private static int next(TextAround text, int end) {
    int at = end;
    while (at - end < 3 && (text.blank(at) || text.dash(at) || "./()".indexOf(text.at(at)) >= 0)) {
      at++;
    }
    boolean sentence = text.at(end) == '.' && at - end > 1;
    return at > end && text.digit(at) && !sentence ? at : -1;
  }
}
