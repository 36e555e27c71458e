package dev.baton.salesforce.client;

import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.bind.XmlObject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as Salesforce holds it.
 *
 * @param id 18 characters
 * @param values of the fields that were asked for and have one
 */
public record SalesforceRow(String id, Map<String, String> values) {
  public SalesforceRow {
    values = Map.copyOf(values);
  }

  /** The value of a field, empty where it has none. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  static SalesforceRow of(SObject object) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Iterator<XmlObject> fields = object.getChildren(); fields.hasNext(); ) {
      XmlObject field = fields.next();
      if (field.getValue() != null) {
        values.put(field.getName().getLocalPart(), String.valueOf(field.getValue()));
      }
    }
    return new SalesforceRow(values.getOrDefault("Id", ""), values);
  }

  /** Values are contact data and stay out of logs. */
  @Override
  public String toString() {
    return "SalesforceRow[" + id + ", " + values.size() + " values]";
  }
}
