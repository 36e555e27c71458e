package dev.baton.bench.matching;

import dev.baton.lead.LeadContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts of a lead under Baton's rules of what is equal and where a word ends (domain §3),
 * written again for those who are measured beside it, so that all look for the same thing.
 */
final class PlainText {
  private PlainText() {}

  /** Subject, body and fields, each by itself: no tag reaches from one into the next. */
  static List<String> of(LeadContent lead) {
    var texts = new ArrayList<String>();
    texts.add(lead.text().subject());
    texts.add(lead.text().body());
    texts.addAll(lead.text().fields().values());
    return texts;
  }

  /** Lower case, and one separator for all. */
  static String folded(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) folded[i] = folded(text.charAt(i));
    return new String(folded);
  }

  static char folded(char c) {
    return switch (c) {
      case '-', '\n', '\r', '\t', ',', '.', '_', ' ', '\u00a0' -> ' ';
      default -> Character.toLowerCase(c);
    };
  }

  static boolean inWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** Whether nothing of a word goes on before or after that part of a folded text. */
  static boolean wholeWords(String folded, int from, int to) {
    return (from == 0 || !inWord(folded.charAt(from - 1)) || !inWord(folded.charAt(from)))
        && (to == folded.length() || !inWord(folded.charAt(to)) || !inWord(folded.charAt(to - 1)));
  }

  /** Everything in the lead that could be a tag of so many words: words one separator apart. */
  static Set<String> phrases(LeadContent lead, int mostWords) {
    var phrases = new HashSet<String>();
    for (String text : of(lead)) addPhrases(folded(text), mostWords, phrases);
    return phrases;
  }

  private static void addPhrases(String folded, int mostWords, Set<String> phrases) {
    int[] starts = new int[mostWords];
    int known = 0;
    int at = 0;
    while (at < folded.length()) {
      if (!inWord(folded.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      while (at < folded.length() && inWord(folded.charAt(at))) at++;
      boolean goesOn =
          start > 1 && folded.charAt(start - 1) == ' ' && inWord(folded.charAt(start - 2));
      if (!goesOn) known = 0;
      if (known == mostWords) System.arraycopy(starts, 1, starts, 0, --known);
      starts[known++] = start;
      for (int i = 0; i < known; i++) phrases.add(folded.substring(starts[i], at));
    }
  }
}
