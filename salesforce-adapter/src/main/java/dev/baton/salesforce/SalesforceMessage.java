package dev.baton.salesforce;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An outbound message as it came over the wire. It is read without document types, entities and
 * processing instructions, and no deeper, longer or more than Salesforce sends.
 *
 * @param session what lets somebody into the org; Salesforce has stopped sending it
 */
record SalesforceMessage(
    String organization, String session, List<SalesforceNotification> notifications) {
  static final int LARGEST = 1 << 20;
  static final int MOST_NOTIFICATIONS = 100;
  private static final int DEEPEST = 32;
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
  private static final XMLInputFactory FACTORY = factory();

  /** Thrown for a body that is no outbound message; says why without quoting it. */
  static final class NotAMessage extends Exception {
    private static final long serialVersionUID = 1L;

    NotAMessage(String why) {
      super(why);
    }
  }

  static SalesforceMessage read(byte[] body) throws NotAMessage {
    if (body.length > LARGEST) throw new NotAMessage("The message is longer than 1 MiB");
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
      return new Reading(xml).message();
    } catch (XMLStreamException broken) {
      throw new NotAMessage("The message is not XML that Salesforce sends");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing outside the message is read");
        });
    return factory;
  }

  /** A message being read, element by element. */
  private static final class Reading {
    private final XMLStreamReader xml;
    private int depth;

    Reading(XMLStreamReader xml) {
      this.xml = xml;
    }

    SalesforceMessage message() throws XMLStreamException, NotAMessage {
      if (!next() || !is(SOAP, "Envelope")) throw new NotAMessage("No SOAP 1.1 envelope");
      if (!next()) throw new NotAMessage("The envelope is empty");
      if (is(SOAP, "Header")) {
        skip();
        if (!next()) throw new NotAMessage("The envelope has no body");
      }
      if (!is(SOAP, "Body") || !next() || !is(OUTBOUND, "notifications")) {
        throw new NotAMessage("The body holds no notifications");
      }
      SalesforceMessage message = notifications();
      while (depth > 0 || xml.hasNext()) if (next()) throw new NotAMessage("More than a message");
      return message;
    }

    private SalesforceMessage notifications() throws XMLStreamException, NotAMessage {
      String organization = "";
      String session = "";
      var found = new ArrayList<SalesforceNotification>();
      while (next()) {
        switch (is(OUTBOUND, xml.getLocalName()) ? xml.getLocalName() : "") {
          case "OrganizationId" -> {
            if (!organization.isEmpty()) throw new NotAMessage("The message names two orgs");
            organization = text();
          }
          case "SessionId" -> session += text();
          case "Notification" -> {
            if (found.size() == MOST_NOTIFICATIONS) {
              throw new NotAMessage("The message has more than 100 notifications");
            }
            found.add(notification());
          }
          default -> skip();
        }
      }
      return new SalesforceMessage(organization, session, List.copyOf(found));
    }

    private SalesforceNotification notification() throws XMLStreamException, NotAMessage {
      String id = "";
      String object = "";
      Map<String, String> fields = new LinkedHashMap<>();
      while (next()) {
        if (is(OUTBOUND, "Id")) {
          id = text();
        } else if (is(OUTBOUND, "sObject")) {
          String type = xml.getAttributeValue(SCHEMA, "type");
          object = type == null ? "" : type.substring(type.indexOf(':') + 1);
          while (next()) fields.put(xml.getLocalName(), text());
        } else {
          skip();
        }
      }
      if (id.isEmpty()) throw new NotAMessage("A notification has no id");
      return new SalesforceNotification(id, object, fields);
    }

    /** Goes to the next element inside the present one; false at the present one's end. */
    private boolean next() throws XMLStreamException, NotAMessage {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) throw new NotAMessage("The message is nested too deeply");
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return false;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (!xml.isWhiteSpace()) throw new NotAMessage("Text stands where none belongs");
          }
          case XMLStreamConstants.SPACE,
              XMLStreamConstants.COMMENT,
              XMLStreamConstants.END_DOCUMENT -> {}
          default -> throw refusedEvent();
        }
      }
      return false;
    }

    /** The text of the present element, which holds nothing else; goes to its end. */
    private String text() throws XMLStreamException, NotAMessage {
      var text = new StringBuilder();
      while (true) {
        switch (xml.next()) {
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text.append(xml.getText());
          case XMLStreamConstants.COMMENT -> {}
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return text.toString().strip();
          }
          case XMLStreamConstants.START_ELEMENT -> throw new NotAMessage("A field holds elements");
          default -> throw refusedEvent();
        }
      }
    }

    private void skip() throws XMLStreamException, NotAMessage {
      int outside = depth - 1;
      while (depth > outside) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) throw new NotAMessage("The message is nested too deeply");
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE,
              XMLStreamConstants.COMMENT -> {}
          default -> throw refusedEvent();
        }
      }
    }

    private boolean is(String namespace, String name) {
      return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    private static NotAMessage refusedEvent() {
      return new NotAMessage("Document types, entities and instructions are not read");
    }
  }
}
