package dev.baton.lead;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words a lead is found by: of the customer, of the subject, and the CRM's id; and what was
 * typed, as beginnings of such words. Case and accents do not count.
 */
public final class SearchWords {
  /** The longest word that is kept, in characters. */
  public static final int LONGEST = 60;

  private static final int MOST = 80;
  private static final int TYPED = 6;
  private static final int DIGITS_OF_A_PHONE = 7;
  private static final int LONGEST_COUNTRY_CODE = 3;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern AT_THE_ENDS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d ()./-]*");

  private SearchWords() {}

  /** What a lead is found by. */
  public static Set<String> of(CrmRecord record, LeadContent content) {
    Contact contact = content.contact();
    var words = new LinkedHashSet<String>();
    words.add(cut(fold(record.id())));
    addPhone(words, contact.phone());
    addText(words, contact.email());
    int at = contact.email().indexOf('@');
    if (at > 0) addText(words, contact.email().substring(at + 1));
    addText(words, contact.name());
    addText(words, content.text().subject());
    words.remove("");
    return words.size() <= MOST ? words : new LinkedHashSet<>(words.stream().limit(MOST).toList());
  }

  /** Each piece between spaces whole, and each run of letters and digits in it. */
  private static void addText(Set<String> words, String text) {
    for (String piece : fold(text).split("\\s+")) {
      words.add(cut(AT_THE_ENDS.matcher(piece).replaceAll("")));
      for (String word : BETWEEN.split(piece)) words.add(cut(word));
    }
  }

  /** Whole, and without what may be its country's code: people leave that out. */
  private static void addPhone(Set<String> words, String phone) {
    String digits = digits(phone);
    if (digits.length() < DIGITS_OF_A_PHONE) return;
    for (int i = 0; i <= LONGEST_COUNTRY_CODE && digits.length() - i >= DIGITS_OF_A_PHONE; i++) {
      words.add(cut(digits.substring(i)));
    }
  }

  private static String digits(String phone) {
    return phone.replace("(0)", "").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
  }

  /** What was typed: a lead has to have a word that begins with each. */
  public static List<String> typed(String text) {
    String looked = fold(text).strip();
    if (NUMBER.matcher(looked).matches()) {
      String number = digits(looked);
      return number.isEmpty() ? List.of() : List.of(cut(number));
    }
    var terms = new LinkedHashSet<String>();
    for (String piece : looked.split("\\s+")) {
      terms.add(cut(AT_THE_ENDS.matcher(piece).replaceAll("")));
    }
    terms.remove("");
    return terms.stream().limit(TYPED).toList();
  }

  private static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String cut(String word) {
    return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
  }
}
