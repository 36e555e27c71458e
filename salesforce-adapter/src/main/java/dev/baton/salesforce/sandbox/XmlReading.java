package dev.baton.salesforce.sandbox;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML from strangers: no document types, and neither deep nor endless. */
final class XmlReading {
  private static final int DEEPEST = 32;
  private static final int MOST_ELEMENTS = 50_000;
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final XMLStreamReader xml;
  private int elements;

  private XmlReading(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The root element; empty for what is no XML, or none to be read. */
  static Optional<XmlElement> read(byte[] body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.DTD) return Optional.empty();
      }
      return Optional.of(new XmlReading(xml).element(1));
    } catch (XMLStreamException | RuntimeException e) {
      // The parser has thrown unchecked exceptions at broken input before.
      return Optional.empty();
    }
  }

  private XmlElement element(int depth) throws XMLStreamException {
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw new XMLStreamException("More XML than anybody needs");
    }
    String namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    String name = xml.getLocalName();
    String nil = Optional.ofNullable(xml.getAttributeValue(XSI, "nil")).orElse("");
    var text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("No entities of one's own");
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(
              namespace, name, nil.equals("true") || nil.equals("1"), text.toString(), children);
        }
        default -> {}
      }
    }
  }
}
