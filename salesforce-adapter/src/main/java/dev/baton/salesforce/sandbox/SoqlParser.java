package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.SoqlCondition.Comparison;
import dev.baton.salesforce.sandbox.SoqlCondition.Literal;
import dev.baton.salesforce.sandbox.SoqlQuery.Order;
import dev.baton.salesforce.sandbox.SoqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Understands as much of SOQL as Baton speaks: the fields of one object, conditions joined by AND,
 * an order and a limit. Whatever else it meets is a malformed query.
 */
final class SoqlParser {
  private final List<SoqlToken> tokens;
  private int at;

  private SoqlParser(List<SoqlToken> tokens) {
    this.tokens = tokens;
  }

  static SoqlQuery parse(String query) {
    return new SoqlParser(SoqlTokens.of(query)).query();
  }

  private SoqlQuery query() {
    expectWord("SELECT");
    var fields = new ArrayList<String>();
    do {
      fields.add(name());
    } while (sign(","));
    expectWord("FROM");
    String from = name();
    var conditions = new ArrayList<SoqlCondition>();
    if (word("WHERE")) {
      do {
        conditions.add(condition());
      } while (word("AND"));
    }
    var orders = new ArrayList<Order>();
    if (word("ORDER")) {
      expectWord("BY");
      do {
        orders.add(order());
      } while (sign(","));
    }
    OptionalInt limit = word("LIMIT") ? OptionalInt.of(count()) : OptionalInt.empty();
    if (!next().equals(SoqlToken.END)) throw unexpected();
    return new SoqlQuery(fields, from, conditions, orders, limit);
  }

  private SoqlCondition condition() {
    String field = name();
    if (word("LIKE")) {
      if (next().kind() != Kind.TEXT) throw unexpected();
      return new SoqlCondition(field, Comparison.LIKE, List.of(literal()));
    }
    if (word("IN")) {
      if (!sign("(")) throw unexpected();
      var values = new ArrayList<Literal>();
      do {
        values.add(literal());
      } while (sign(","));
      if (!sign(")")) throw unexpected();
      return new SoqlCondition(field, Comparison.IN, values);
    }
    if (next().kind() != Kind.SIGN) throw unexpected();
    Comparison comparison = Comparison.of(take().text());
    return new SoqlCondition(field, comparison, List.of(literal()));
  }

  private Order order() {
    String field = name();
    boolean descending = word("DESC");
    if (!descending) word("ASC");
    boolean emptyLast = false;
    if (word("NULLS")) {
      emptyLast = word("LAST");
      if (!emptyLast) expectWord("FIRST");
    }
    return new Order(field, descending, emptyLast);
  }

  private int count() {
    String text = take().text();
    if (!text.matches("\\d{1,9}")) throw unexpected();
    return Integer.parseInt(text);
  }

  private String name() {
    if (next().kind() != Kind.WORD || !next().text().matches("[A-Za-z][A-Za-z0-9_.]*")) {
      throw unexpected();
    }
    return take().text();
  }

  private Literal literal() {
    if (next().kind() != Kind.WORD && next().kind() != Kind.TEXT) throw unexpected();
    SoqlToken token = take();
    return new Literal(token.text(), token.kind() == Kind.TEXT);
  }

  private boolean word(String word) {
    boolean there = next().isWord(word);
    if (there) at++;
    return there;
  }

  private boolean sign(String sign) {
    boolean there = next().isSign(sign);
    if (there) at++;
    return there;
  }

  private void expectWord(String word) {
    if (!word(word)) throw unexpected();
  }

  private SoqlToken next() {
    return at < tokens.size() ? tokens.get(at) : SoqlToken.END;
  }

  private SoqlToken take() {
    SoqlToken token = next();
    at++;
    return token;
  }

  private CallRefused unexpected() {
    String found = next().equals(SoqlToken.END) ? "<EOF>" : next().text();
    return new CallRefused("MALFORMED_QUERY", "unexpected token: '" + found + "'");
  }
}
