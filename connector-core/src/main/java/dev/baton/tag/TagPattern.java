package dev.baton.tag;

import java.util.Optional;

/**
 * A tag as the index holds it.
 *
 * @param wordsFrom where in its name the first word begins; signs may stand before it
 * @param range what the tag is when its name is a range; then it is not searched for as text
 */
record TagPattern(TagName tag, int wordsFrom, Optional<SpecialTag> range) {
  /** Whether the name stands there as whole words: the words agree, now the signs must too. */
  boolean standsAt(String text, int from) {
    String key = tag.key();
    int end = from + key.length();
    if (from < 0 || end > text.length()) return false;
    for (int i = 0; i < key.length(); i++) {
      if (TagText.fold(text.charAt(from + i)) != key.charAt(i)) return false;
    }
    return (from == 0 || breaks(text.charAt(from - 1), key.charAt(0)))
        && (end == text.length() || breaks(text.charAt(end), key.charAt(key.length() - 1)));
  }

  boolean readsExactly(String text, int from) {
    return text.startsWith(tag.text(), from);
  }

  private static boolean breaks(char outside, char inside) {
    return !TagText.inWord(TagText.fold(outside)) || !TagText.inWord(inside);
  }
}
