package dev.baton.salesforce.sandbox;

/**
 * A piece of a query.
 *
 * @param text of a text literal what it stands for
 */
record SoqlToken(Kind kind, String text) {
  static final SoqlToken END = new SoqlToken(Kind.END, "");

  enum Kind {
    /** A name, a number, a moment, or a word of the language. */
    WORD,
    /** Something in quotes. */
    TEXT,
    /** A bracket, a comma, or a comparison. */
    SIGN,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
