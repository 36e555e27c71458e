package dev.baton.tag;

/**
 * Text as tags see it: case folded, and the separators {@code - newline , . _ space} made one
 * (domain §3). Character for character, so that a place in the folded text is a place in the text.
 */
final class TagText {
  private TagText() {}

  static String fold(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) folded[i] = fold(text.charAt(i));
    return new String(folded);
  }

  static char fold(char c) {
    if (c < 128) {
      if (c >= 'A' && c <= 'Z') return (char) (c + 32);
      return switch (c) {
        case '-', '\n', '\r', '\t', ',', '.', '_', ' ' -> ' ';
        default -> c;
      };
    }
    if (c == '\u00a0') return ' ';
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** Whether the character belongs to a word: tags match whole words only. */
  static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
