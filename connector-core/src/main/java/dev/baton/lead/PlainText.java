package dev.baton.lead;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Text in the plainest letters it can be written in, so that nothing hides behind odd ones. */
final class PlainText {
  private PlainText() {}

  /**
   * Letters and their accents apart, digits of all scripts as 0 to 9, one kind of space, nothing
   * that cannot be seen. {@link #together} puts accents back.
   */
  static String of(String text) {
    String apart = Normalizer.normalize(text, Form.NFKD);
    var plain = new StringBuilder(apart.length());
    apart.codePoints().forEach(each -> append(plain, each));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int each) {
    switch (Character.getType(each)) {
      case Character.FORMAT, Character.UNASSIGNED -> {
        // Such as a soft hyphen, a space without width, a turn of direction.
      }
      case Character.CONTROL -> plain.append(each == '\n' ? '\n' : ' ');
      case Character.SPACE_SEPARATOR, Character.SURROGATE, Character.PRIVATE_USE ->
          plain.append(' ');
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> plain.append('\n');
      case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(each, 10));
      default -> plain.appendCodePoint(each);
    }
  }

  static String together(String plain) {
    return Normalizer.normalize(plain, Form.NFC);
  }

  /** Letters without accents and digits, small, with nothing between them. */
  static String squeezed(String text) {
    return of(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }

  static String digits(String text) {
    return of(text).replaceAll("[^0-9]+", "");
  }
}
