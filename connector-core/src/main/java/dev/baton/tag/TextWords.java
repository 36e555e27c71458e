package dev.baton.tag;

import java.util.Arrays;

/**
 * The words of a text as tags see them: where each begins, and a number that is equal for words
 * that are equal but for case. Reading allocates nothing per word.
 */
final class TextWords {
  private static final int FIRST_ROOM = 128;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** What a Latin, Greek or Cyrillic character is in a word; 0 where it parts words. */
  private static final char[] COMMON = new char[0x530];

  static {
    for (char c = 0; c < COMMON.length; c++) {
      char folded = TagText.fold(c);
      if (TagText.inWord(folded)) COMMON[c] = folded;
    }
  }

  private char[] chars = new char[0];
  private int[] starts = new int[FIRST_ROOM];
  private long[] hashes = new long[FIRST_ROOM];
  private int count;

  static TextWords of(String text) {
    return new TextWords().read(text);
  }

  /** Forgets the text before. */
  TextWords read(String text) {
    count = 0;
    int length = text.length();
    // Copied at once: asked for one by one, each character is looked up in one of two encodings.
    if (chars.length < length) chars = new char[length];
    char[] copy = chars;
    text.getChars(0, length, copy, 0);
    int at = 0;
    while (at < length) {
      char c = inWord(copy[at]);
      if (c == 0) {
        at++;
        continue;
      }
      int start = at;
      long letters = 0;
      do {
        // Nothing is lost up to nine common characters; the product then mixes them.
        letters = Long.rotateLeft(letters, 7) ^ c;
        at++;
        c = at < length ? inWord(copy[at]) : 0;
      } while (c != 0);
      long hash = letters * FACTOR;
      add(start, hash ^ (hash >>> 32));
    }
    return this;
  }

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  long hash(int word) {
    return hashes[word];
  }

  /** The number of the words so far and one more. */
  static long then(long words, long word) {
    long hash = (Long.rotateLeft(words, 5) ^ word) * FACTOR;
    return hash ^ (hash >>> 29);
  }

  private static char inWord(char c) {
    if (c < COMMON.length) return COMMON[c];
    char folded = TagText.fold(c);
    return TagText.inWord(folded) ? folded : 0;
  }

  private void add(int start, long hash) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    starts[count] = start;
    hashes[count++] = hash;
  }
}
