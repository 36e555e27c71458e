package dev.baton.salesforce.sandbox;

import java.util.List;
import java.util.Optional;

/** A SOAP call that was let in: what is asked, of which org, and by whom. */
record Question(SoapRequest request, Org org, String userId) {
  Records records() {
    return org.records();
  }

  XmlElement arguments() {
    return request.arguments();
  }

  boolean allOrNone() {
    return request.header("AllOrNoneHeader", "allOrNone").equals("true");
  }

  /** With whom and how it writes; the org's assignment rule applies unless the call forbids it. */
  Writer writer() {
    boolean rule = !request.header("AssignmentRuleHeader", "useDefaultRule").equals("false");
    return new Writer(userId, rule ? org.ruleOwner() : Optional.empty());
  }

  /** How many records an answer to a query has at once, as far as the caller may choose. */
  int batchSize() {
    String size = request.header("QueryOptions", "batchSize");
    return size.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(size), 200, 2_000) : 500;
  }

  /**
   * Refuses a call that asks for too much at once.
   *
   * @throws CallRefused when it does
   */
  void atMost(int limit, List<?> things) {
    if (things.size() > limit) {
      throw new CallRefused(
          "EXCEEDED_ID_LIMIT",
          "record limit reached. cannot submit more than " + limit + " records into this call");
    }
  }
}
