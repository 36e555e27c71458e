package dev.baton.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.crm.CrmWebhook.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An outbound message as Salesforce would send it. */
final class OutboundMessage {
  static final String ORG = "00D5g000004abcDEAQ";
  static final String SECRET = "0123456789abcdefghijAB";
  static final String TARGET = "/webhooks/salesforce/" + SECRET;
  static final String LEAD = "00Q5g00000AbCdEEAV";
  static final String ANN = "0055g00000AnnAnAAJ";

  private OutboundMessage() {}

  static Request request(String body) {
    return request(TARGET, body.getBytes(UTF_8));
  }

  static Request request(String target, byte[] body) {
    return new Request("POST", target, name -> Optional.empty(), body);
  }

  static String of(String... notifications) {
    return ofOrg(ORG, "<SessionId xsi:nil=\"true\"/>", notifications);
  }

  static String ofOrg(String org, String session, String... notifications) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
         <soapenv:Body>
          <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
           <OrganizationId>%s</OrganizationId>
           <ActionId>04k5g0000008OabAAE</ActionId>
           %s
           <EnterpriseUrl>https://acme.my.salesforce.com/services/Soap/c/65.0/%s</EnterpriseUrl>
           <PartnerUrl>https://acme.my.salesforce.com/services/Soap/u/65.0/%s</PartnerUrl>
           %s
          </notifications>
         </soapenv:Body>
        </soapenv:Envelope>
        """
        .formatted(org, session, org, org, String.join("\n", notifications));
  }

  static String lead(String id) {
    return notification(id, "Lead", Map.of("CreatedDate", "2026-11-22T10:00:00.000Z"));
  }

  static String notification(String id, String object, Map<String, String> fields) {
    var all = new java.util.TreeMap<String, String>();
    all.put("Id", object.equals("Task") ? "00T5g00000TaskTEAR" : LEAD);
    all.put("SystemModstamp", "2026-11-22T10:00:00.000Z");
    all.put("LastModifiedById", ANN);
    all.putAll(fields);
    String elements =
        all.entrySet().stream()
            .map(e -> "<sf:%s>%s</sf:%s>".formatted(e.getKey(), e.getValue(), e.getKey()))
            .collect(Collectors.joining());
    return """
    <Notification><Id>%s</Id><sObject xsi:type="sf:%s" \
    xmlns:sf="urn:sobject.enterprise.soap.sforce.com">%s</sObject></Notification>\
    """
        .formatted(id, object, elements);
  }

  static List<SalesforceMailbox> mailboxes() {
    return List.of(new SalesforceMailbox(ORG, SECRET));
  }
}
