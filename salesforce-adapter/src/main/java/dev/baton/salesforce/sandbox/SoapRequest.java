package dev.baton.salesforce.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of the SOAP API. Like Salesforce it looks at names and forgives wrong namespaces.
 *
 * @param operation such as {@code create}
 * @param headers such as {@code SessionHeader}
 */
record SoapRequest(String operation, List<XmlElement> headers, XmlElement arguments) {
  /** Reads an envelope; empty for anything else. */
  static Optional<SoapRequest> read(byte[] body) {
    return XmlReading.read(body)
        .filter(envelope -> envelope.name().equals("Envelope"))
        .flatMap(
            envelope ->
                envelope
                    .child("Body")
                    .filter(b -> !b.children().isEmpty())
                    .map(b -> b.children().getFirst())
                    .map(
                        call ->
                            new SoapRequest(
                                call.name(),
                                envelope
                                    .child("Header")
                                    .map(XmlElement::children)
                                    .orElse(List.of()),
                                call)));
  }

  /** A value from a header; empty where the header or the value is not there. */
  String header(String headerName, String valueName) {
    return headers.stream()
        .filter(h -> h.name().equals(headerName))
        .map(h -> h.text(valueName).strip())
        .findFirst()
        .orElse("");
  }

  String sessionId() {
    return header("SessionHeader", "sessionId");
  }

  /** The records to write. */
  List<RecordInput> records() {
    var records = new ArrayList<RecordInput>();
    for (XmlElement element : arguments.children("sObjects")) records.add(RecordInput.of(element));
    return records;
  }

  /** Ids of records, as given. */
  List<String> ids() {
    return new ArrayList<>(
        arguments.children().stream()
            .filter(c -> c.name().equalsIgnoreCase("ids"))
            .map(c -> c.text().strip())
            .toList());
  }

  /** How many records it is about. */
  int size() {
    return Math.max(arguments.children("sObjects").size(), ids().size());
  }
}
