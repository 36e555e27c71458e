package dev.baton.salesforce;

/** What the SOAP API answers. */
final class SoapAnswers {
  private SoapAnswers() {}

  static String saved() {
    return envelope("", savedBody());
  }

  static String savedBody() {
    return "<updateResponse><result><id>%s</id><success>true</success></result></updateResponse>"
        .formatted(OutboundMessage.LEAD);
  }

  static String found(String fields) {
    return envelope(
        "",
        """
        <queryResponse><result xsi:type="QueryResult"><done>true</done><queryLocator xsi:nil="true"/>\
        <records xsi:type="sf:sObject" xmlns:sf="urn:sobject.partner.soap.sforce.com">\
        <sf:type>User</sf:type>%s</records><size>1</size></result></queryResponse>\
        """
            .formatted(fields));
  }

  static String envelope(String header, String body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope \
    xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:partner.soap.sforce.com">\
    <soapenv:Header>%s</soapenv:Header><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>\
    """
        .formatted(header, body);
  }

  static String fault(String code, String message) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope \
    xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:sf="urn:fault.partner.soap.sforce.com" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><soapenv:Fault>\
    <faultcode>sf:%1$s</faultcode><faultstring>%1$s: %2$s</faultstring><detail>\
    <sf:UnexpectedErrorFault xsi:type="sf:UnexpectedErrorFault">\
    <sf:exceptionCode>%1$s</sf:exceptionCode><sf:exceptionMessage>%2$s</sf:exceptionMessage>\
    </sf:UnexpectedErrorFault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>\
    """
        .formatted(code, message);
  }
}
