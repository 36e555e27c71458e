package dev.baton.salesforce.sandbox;

import java.util.Map;

/** Puts what was answered into an envelope. */
final class SoapAnswer {
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Map<String, String> FAULTS =
      Map.of(
          "INVALID_FIELD", "InvalidFieldFault",
          "MALFORMED_QUERY", "MalformedQueryFault",
          "INVALID_TYPE", "InvalidSObjectFault",
          "INVALID_QUERY_LOCATOR", "InvalidQueryLocatorFault",
          "MALFORMED_ID", "InvalidIdFault");

  private SoapAnswer() {}

  /** The results of an operation, with how much of the day's calls is used. */
  static Answer of(String operation, Markup results, long callsUsed, long callsAllowed) {
    Markup markup =
        Markup.document()
            .open(
                "soapenv:Envelope",
                "xmlns:soapenv",
                ENVELOPE,
                "xmlns",
                "urn:partner.soap.sforce.com",
                "xmlns:xsi",
                XSI,
                "xmlns:xsd",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:sf",
                "urn:sobject.partner.soap.sforce.com")
            .open("soapenv:Header")
            .open("LimitInfoHeader")
            .open("limitInfo")
            .leaf("current", callsUsed)
            .leaf("limit", callsAllowed)
            .leaf("type", "API REQUESTS")
            .close("limitInfo")
            .close("LimitInfoHeader")
            .close("soapenv:Header")
            .open("soapenv:Body")
            .open(operation + "Response")
            .append(results)
            .close(operation + "Response")
            .close("soapenv:Body")
            .close("soapenv:Envelope");
    return Answer.xml(200, markup);
  }

  /** A fault as Salesforce puts it, which has a 500. */
  static Answer of(CallRefused refused) {
    String code = refused.code();
    String message = String.valueOf(refused.getMessage());
    boolean ours = !code.contains(":");
    Markup markup =
        Markup.document()
            .open(
                "soapenv:Envelope",
                "xmlns:soapenv",
                ENVELOPE,
                "xmlns:sf",
                "urn:fault.partner.soap.sforce.com",
                "xmlns:xsi",
                XSI)
            .open("soapenv:Body")
            .open("soapenv:Fault")
            .leaf("faultcode", ours ? "sf:" + code : code)
            .leaf("faultstring", ours ? code + ": " + message : message);
    if (ours) detail(markup, code, message);
    markup.close("soapenv:Fault").close("soapenv:Body").close("soapenv:Envelope");
    return Answer.xml(500, markup).withFault(code);
  }

  private static void detail(Markup markup, String code, String message) {
    String fault = "sf:" + FAULTS.getOrDefault(code, "UnexpectedErrorFault");
    markup
        .open("detail")
        .open(fault, "xsi:type", fault)
        .leaf("sf:exceptionCode", code)
        .leaf("sf:exceptionMessage", message);
    if (code.equals("INVALID_FIELD")
        || code.equals("MALFORMED_QUERY")
        || code.equals("INVALID_TYPE")) {
      markup.leaf("sf:row", -1).leaf("sf:column", -1);
    }
    markup.close(fault).close("detail");
  }
}
