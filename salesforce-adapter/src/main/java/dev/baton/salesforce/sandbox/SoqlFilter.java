package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.SoqlCondition.Comparison;
import dev.baton.salesforce.sandbox.SoqlCondition.Literal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether records meet a condition. */
final class SoqlFilter {
  private static final int LONGEST_FILTERABLE = 255;

  private SoqlFilter() {}

  /**
   * The test a condition is.
   *
   * @throws CallRefused where the field cannot be asked that
   */
  static Predicate<SandboxRecord> of(FieldDefinition field, SoqlCondition condition) {
    check(field, condition);
    String name = field.name();
    if (condition.comparison() == Comparison.LIKE) {
      Pattern pattern = pattern(condition.values().getFirst().text());
      return record -> pattern.matcher(Querying.valueOf(record, name)).matches();
    }
    List<String> wanted = condition.values().stream().map(v -> stored(field, v)).toList();
    var order = SoqlComparison.of(field.type());
    Predicate<String> equals =
        value ->
            wanted.stream()
                .anyMatch(
                    w ->
                        w.isEmpty() || value.isEmpty()
                            ? w.equals(value)
                            : order.compare(value, w) == 0);
    String first = wanted.getFirst();
    return switch (condition.comparison()) {
      case EQUAL, IN, LIKE -> record -> equals.test(Querying.valueOf(record, name));
      case DIFFERENT -> record -> !equals.test(Querying.valueOf(record, name));
      case LESS -> filled(name, value -> order.compare(value, first) < 0);
      case AT_MOST -> filled(name, value -> order.compare(value, first) <= 0);
      case MORE -> filled(name, value -> order.compare(value, first) > 0);
      case AT_LEAST -> filled(name, value -> order.compare(value, first) >= 0);
    };
  }

  private static Predicate<SandboxRecord> filled(String name, Predicate<String> test) {
    return record ->
        !Querying.valueOf(record, name).isEmpty() && test.test(Querying.valueOf(record, name));
  }

  private static void check(FieldDefinition field, SoqlCondition condition) {
    if (field.type() == FieldType.TEXTAREA && field.length() > LONGEST_FILTERABLE) {
      throw refused("field '" + field.name() + "' can not be filtered in a query call");
    }
    boolean likeless = condition.comparison() == Comparison.LIKE && !field.type().isText();
    boolean orderless =
        field.type() == FieldType.BOOLEAN
            && condition.comparison() != Comparison.EQUAL
            && condition.comparison() != Comparison.DIFFERENT;
    boolean nullish =
        condition.values().stream().anyMatch(Literal::isNull)
            && condition.comparison() != Comparison.EQUAL
            && condition.comparison() != Comparison.DIFFERENT
            && condition.comparison() != Comparison.IN;
    if (likeless || orderless || nullish) {
      throw refused("invalid operator on field '" + field.name() + "'");
    }
  }

  /** A literal as its field stores values. */
  private static String stored(FieldDefinition field, Literal literal) {
    if (literal.isNull()) return "";
    boolean quotes = field.type().isText() || field.type().soapType().equals("tns:ID");
    if (literal.quoted() != quotes) {
      throw refused(
          "value of filter criterion for field '"
              + field.name()
              + "' must be of type "
              + field.type().soapType().replaceFirst("^.*:", "")
              + " and should "
              + (quotes ? "" : "not ")
              + "be enclosed in quotes");
    }
    String text = literal.text().replace(Character.toString(SoqlTokens.NO_WILDCARD), "");
    boolean isId = field.type().soapType().equals("tns:ID");
    boolean dayOnly = field.type() == FieldType.DATE && !text.matches("\\d{4}-\\d\\d-\\d\\d");
    return FieldValue.stored(field.type(), text)
        .filter(value -> !dayOnly)
        .orElseThrow(
            () ->
                isId
                    ? new CallRefused("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text)
                    : refused(
                        "value of filter criterion for field '"
                            + field.name()
                            + "' is not valid: "
                            + text));
  }

  private static Pattern pattern(String like) {
    var regex = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == SoqlTokens.NO_WILDCARD && i + 1 < like.length()) {
        regex.append(Pattern.quote(Character.toString(like.charAt(++i))));
      } else if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(Character.toString(c)));
      }
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static CallRefused refused(String message) {
    return new CallRefused("INVALID_FIELD", message);
  }
}
