package dev.baton.salesforce.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * An element of XML that was read.
 *
 * @param nil whether it says {@code xsi:nil="true"}
 * @param text what stands directly in it
 */
record XmlElement(
    String namespace, String name, boolean nil, String text, List<XmlElement> children) {
  XmlElement {
    children = List.copyOf(children);
  }

  Optional<XmlElement> child(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  List<XmlElement> children(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).toList();
  }

  /** The text of a child; empty where there is none. */
  String text(String childName) {
    return child(childName).map(XmlElement::text).orElse("");
  }
}
