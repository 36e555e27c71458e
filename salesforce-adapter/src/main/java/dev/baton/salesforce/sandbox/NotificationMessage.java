package dev.baton.salesforce.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The envelope in which notifications travel, and the one that acknowledges them. */
final class NotificationMessage {
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";

  private NotificationMessage() {}

  /** What is sent, with the records as they are now. */
  static byte[] of(String orgId, URI instance, List<Notification> notifications, Records records) {
    Markup markup =
        Markup.document()
            .open(
                "soapenv:Envelope",
                "xmlns:soapenv",
                ENVELOPE,
                "xmlns:xsd",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance")
            .open("soapenv:Body")
            .open("notifications", "xmlns", OUTBOUND)
            .leaf("OrganizationId", orgId)
            .leaf("ActionId", notifications.getFirst().action().id())
            .nil("SessionId")
            .leaf("EnterpriseUrl", instance + "/services/Soap/c/65.0/" + orgId)
            .leaf("PartnerUrl", instance + "/services/Soap/u/65.0/" + orgId);
    for (Notification notification : notifications) {
      records
          .find(notification.recordId())
          .ifPresent(record -> notification(notification, record, markup));
    }
    return markup.close("notifications").close("soapenv:Body").close("soapenv:Envelope").bytes();
  }

  /** Whether a receiver says, in the only way that counts, that it has taken a message. */
  static boolean isAck(byte[] answer) {
    return XmlReading.read(answer)
        .filter(e -> e.name().equals("Envelope") && e.namespace().equals(ENVELOPE))
        .flatMap(e -> e.child("Body"))
        .filter(body -> body.namespace().equals(ENVELOPE))
        .flatMap(body -> body.child("notificationsResponse"))
        .filter(response -> response.namespace().equals(OUTBOUND))
        .flatMap(response -> response.child("Ack"))
        .filter(ack -> ack.namespace().equals(OUTBOUND) && ack.text().strip().equals("true"))
        .isPresent();
  }

  private static void notification(Notification notification, SandboxRecord record, Markup markup) {
    markup
        .open("Notification")
        .leaf("Id", notification.id())
        .open(
            "sObject",
            "xsi:type",
            "sf:" + record.type().apiName(),
            "xmlns:sf",
            "urn:sobject.enterprise.soap.sforce.com")
        .leaf("sf:Id", record.id());
    for (String field : notification.action().flow().fields()) {
      // Empty fields are left out.
      Optional.of(record.value(field))
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> markup.leaf("sf:" + field, value));
    }
    markup.close("sObject").close("Notification");
  }
}
