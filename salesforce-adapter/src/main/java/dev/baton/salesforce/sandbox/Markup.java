package dev.baton.salesforce.sandbox;

import java.nio.charset.StandardCharsets;

/** XML that is being written. */
final class Markup {
  private final StringBuilder text = new StringBuilder();

  static Markup document() {
    var markup = new Markup();
    markup.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    return markup;
  }

  /** Opens an element; its attributes are names and values by turns. */
  Markup open(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      text.append('"');
    }
    text.append('>');
    return this;
  }

  Markup close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  Markup leaf(String name, String value) {
    open(name);
    escape(value);
    return close(name);
  }

  Markup leaf(String name, boolean value) {
    return leaf(name, Boolean.toString(value));
  }

  Markup leaf(String name, long value) {
    return leaf(name, Long.toString(value));
  }

  Markup nil(String name) {
    text.append('<').append(name).append(" xsi:nil=\"true\"/>");
    return this;
  }

  Markup append(Markup other) {
    text.append(other.text);
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void escape(String value) {
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> {
                  if (allowed(c)) text.appendCodePoint(c);
                }
              }
            });
  }

  /** XML 1.0 has no way at all to write the other characters. */
  private static boolean allowed(int c) {
    return c >= 0x20 && c < 0xD800
        || c == '\t'
        || c == '\n'
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
