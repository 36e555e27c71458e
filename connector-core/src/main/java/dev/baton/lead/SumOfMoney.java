package dev.baton.lead;

import java.util.regex.Pattern;

/** Tells a sum of money, such as 450.000 €, from a phone number: it has its currency beside it. */
final class SumOfMoney {
  private static final int BESIDE = 12;
  private static final int IN_ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String THOUSANDS = "[1-9][0-9]{0,2}(?:[. '’][0-9]{3}){1,3}";
  private static final String SUM = "(?:" + THOUSANDS + "|[1-9][0-9]{5,8})";
  private static final Pattern SUMS = Pattern.compile(SUM + "(?: ?\\p{Pd} ?" + SUM + ")?");

  private static final String CURRENCY = "(?:[€$£¥]|\\b(?:EUR|USD|GBP|CHF|Euros?|Dollars?)\\b)";
  private static final Pattern BEFORE = Pattern.compile(CURRENCY + " ?$", IN_ANY_CASE);
  private static final Pattern AFTER = Pattern.compile("(?:,[0-9]{2})? ?" + CURRENCY, IN_ANY_CASE);

  private SumOfMoney() {}

  /** Whether the number in a text between these places is one, or from one to another. */
  static boolean stands(String text, int from, int to) {
    if (!SUMS.matcher(text).region(from, to).matches()) return false;
    String before = text.substring(Math.max(0, from - BESIDE), from);
    String after = text.substring(to, Math.min(text.length(), to + BESIDE));
    return BEFORE.matcher(before).find() || AFTER.matcher(after).lookingAt();
  }
}
