package dev.baton.salesforce.sandbox;

import java.util.Map;

/** Every SOAP call the sandbox understands. */
final class Operations {
  private final Map<String, Operation> all;

  Operations(Faults faults, QueryCursors cursors) {
    var writing = new WriteOperations(faults);
    var reading = new ReadOperations(cursors);
    all =
        Map.ofEntries(
            Map.entry("create", writing::create),
            Map.entry("update", writing::update),
            Map.entry("upsert", writing::upsert),
            Map.entry("delete", writing::delete),
            Map.entry("retrieve", reading::retrieve),
            Map.entry("query", reading::query),
            Map.entry("queryAll", reading::queryAll),
            Map.entry("queryMore", reading::queryMore),
            Map.entry("describeGlobal", DescribeOperations::describeGlobal),
            Map.entry("describeSObject", DescribeOperations::describeSObject),
            Map.entry("describeSObjects", DescribeOperations::describeSObjects),
            Map.entry("getUserInfo", UserOperations::getUserInfo),
            Map.entry("getServerTimestamp", UserOperations::getServerTimestamp));
  }

  /**
   * The operation of this name.
   *
   * @throws CallRefused where there is none
   */
  Operation named(String name) {
    Operation operation = all.get(name);
    if (operation == null) {
      throw new CallRefused(
          "soapenv:Client",
          "No operation available for request {urn:partner.soap.sforce.com}" + name);
    }
    return operation;
  }
}
