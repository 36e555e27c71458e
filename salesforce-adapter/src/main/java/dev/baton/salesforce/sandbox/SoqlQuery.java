package dev.baton.salesforce.sandbox;

import java.util.List;
import java.util.OptionalInt;

/** A question for records, as it was asked. */
record SoqlQuery(
    List<String> fields,
    String from,
    List<SoqlCondition> conditions,
    List<Order> orders,
    OptionalInt limit) {
  /** What comes first. */
  record Order(String field, boolean descending, boolean emptyLast) {}
}
