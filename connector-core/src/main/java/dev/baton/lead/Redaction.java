package dev.baton.lead;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the person out of a lead's words, so that they may leave this installation (domain §12.4).
 * What is known of him goes, however it is written, and so does whatever looks like an address or a
 * number of anybody. It rather takes too much: a word less makes a summary poorer, a name too much
 * cannot be called back.
 */
public final class Redaction {
  /** Stands where something was taken out. */
  public static final String HIDDEN = "[…]";

  /** The longest text that leaves, in characters. */
  public static final int LONGEST = 4_000;

  /** Nothing beyond is looked at, so that no lead takes long. */
  private static final int LOOKED_AT = 20_000;

  private static final int LONGEST_WORD = 200;
  private static final int DIGITS_OF_A_PHONE = 6;
  private static final int IN_ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern FIELD_OF_A_PERSON =
      Pattern.compile(
          "name|mail|phone|mobile|fax|address|street|birth"
              + "|telefon|handy|adresse|anschrift|stra(?:ss|ß)e|geburt",
          IN_ANY_CASE);

  /** Each word with an @ in it, or the two beside one. */
  private static final Pattern EMAIL =
      Pattern.compile("(?<!\\S)(?:[^\\s@]++ {1,2}@ {1,2}\\S++|[^\\s@]*+@\\S*+)");

  /** As people write it who fear robots: somebody (at) sea (dot) example. */
  private static final Pattern SPELLED_EMAIL =
      Pattern.compile(
          "(?<![^\\s(\\[{])[^\\s(\\[{]++ ?[(\\[{] ?at ?[)\\]}] ?[^\\s(\\[{]++"
              + "(?: ?[(\\[{] ?(?:dot|punkt) ?[)\\]}] ?[^\\s(\\[{]++){0,4}",
          IN_ANY_CASE);

  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?<!\\S)\\S*?(?:://|www\\.)\\S*+", IN_ANY_CASE);

  /** Digits, and what people put between them. */
  private static final Pattern NUMBER =
      Pattern.compile("[+(]*+[0-9](?:[0-9\\s./()+_*~'’·•\\p{Pd}]*[0-9])?");

  private final List<Pattern> patterns;
  private final SecondLook secondLook;

  private Redaction(Contact person) {
    patterns =
        Stream.concat(
                Stream.of(EMAIL, SPELLED_EMAIL, WEB_ADDRESS), KnownPerson.patterns(person).stream())
            .toList();
    secondLook = SecondLook.at(person);
  }

  /** Takes out the person a lead comes from, and everybody else's addresses and numbers. */
  public static Redaction of(Contact person) {
    return new Redaction(person);
  }

  /** What a lead says, without fields that are about the person; may be empty. */
  public String hide(LeadText lead) {
    var all = new StringBuilder(lead.subject()).append('\n').append(lead.body()).append('\n');
    lead.fields()
        .forEach(
            (name, value) -> {
              if (value.isBlank() || FIELD_OF_A_PERSON.matcher(name).find()) return;
              all.append(name).append(": ").append(value).append('\n');
            });
    return cut(hide(cut(all.toString(), LOOKED_AT)), LONGEST);
  }

  /** A text without the person. */
  public String hide(String text) {
    String known = PlainText.of(text).replace("[...]", HIDDEN);
    for (Pattern each : patterns) known = each.matcher(known).replaceAll(HIDDEN);
    String all = known;
    String left = NUMBER.matcher(all).replaceAll(found -> numberIn(all, found));
    return PlainText.together(left).strip();
  }

  /** Whether the person can still be read in a text, looked at in another way. */
  public boolean misses(String text) {
    return secondLook.sees(text);
  }

  private static String numberIn(String text, MatchResult found) {
    long digits = found.group().chars().filter(c -> c >= '0' && c <= '9').count();
    boolean phone =
        digits >= DIGITS_OF_A_PHONE && !SumOfMoney.stands(text, found.start(), found.end());
    return phone ? HIDDEN : Matcher.quoteReplacement(found.group());
  }

  /** Cut at the end of a word: half a name or number would not be known again. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) return text;
    int end = longest;
    while (end > longest - LONGEST_WORD && !Character.isWhitespace(text.charAt(end))) end--;
    while (end > 0 && !Character.isLetter(text.charAt(end - 1))) end--;
    return text.substring(0, end);
  }
}
