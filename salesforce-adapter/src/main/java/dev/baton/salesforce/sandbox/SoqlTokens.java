package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.SoqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into its pieces. */
final class SoqlTokens {
  /** Stands before a wildcard that was written with a backslash, and so is none. */
  static final char NO_WILDCARD = '\uE000';

  private final String query;
  private final List<SoqlToken> tokens = new ArrayList<>();
  private int at;

  private SoqlTokens(String query) {
    this.query = query;
  }

  static List<SoqlToken> of(String query) {
    return new SoqlTokens(query).cut();
  }

  private List<SoqlToken> cut() {
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'') {
        tokens.add(new SoqlToken(Kind.TEXT, quoted()));
      } else if (isWordly(c)) {
        int start = at;
        while (at < query.length() && isWordly(query.charAt(at))) at++;
        tokens.add(new SoqlToken(Kind.WORD, query.substring(start, at)));
      } else {
        tokens.add(new SoqlToken(Kind.SIGN, sign()));
      }
    }
    return tokens;
  }

  private static boolean isWordly(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "_.:+-".indexOf(c) >= 0);
  }

  private String sign() {
    for (String sign : List.of("<=", ">=", "!=", "<>", "=", "<", ">", "(", ")", ",")) {
      if (query.startsWith(sign, at)) {
        at += sign.length();
        return sign.equals("<>") ? "!=" : sign;
      }
    }
    throw new CallRefused("MALFORMED_QUERY", "unexpected token: '" + query.charAt(at) + "'");
  }

  private String quoted() {
    var text = new StringBuilder();
    at++;
    while (at < query.length() && query.charAt(at) != '\'') {
      char c = query.charAt(at++);
      text.append(c == '\\' ? escaped() : Character.toString(c));
    }
    if (at++ >= query.length()) {
      throw new CallRefused("MALFORMED_QUERY", "a text begins but does not end");
    }
    return text.toString();
  }

  /** What a backslash and the character after it stand for. */
  private String escaped() {
    char c = at < query.length() ? query.charAt(at++) : ' ';
    return switch (c) {
      case '\\', '\'', '"' -> Character.toString(c);
      case 'n', 'N' -> "\n";
      case 'r', 'R' -> "\r";
      case 't', 'T' -> "\t";
      case 'b', 'B' -> "\b";
      case 'f', 'F' -> "\f";
      case '_', '%' -> "" + NO_WILDCARD + c;
      default -> throw new CallRefused("MALFORMED_QUERY", "Illegal escape: \\" + c);
    };
  }
}
