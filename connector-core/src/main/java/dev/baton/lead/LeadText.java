package dev.baton.lead;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of a lead that tags are looked for in (domain §3). May hold contact data, so it is
 * treated as such.
 *
 * @param fields the CRM's other fields by their CRM names, in the CRM's order
 */
public record LeadText(String subject, String body, Map<String, String> fields) {
  public static final LeadText NONE = new LeadText("", "", Map.of());

  public LeadText {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  @Override
  public String toString() {
    return "LeadText[hidden, " + fields.size() + " fields]";
  }
}
