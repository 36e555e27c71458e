package dev.baton.tag;

import dev.baton.lead.LeadText;
import java.util.List;
import java.util.Map;

/** Which of a lead's fields say where it comes from, told by their names. */
public final class ZipFields {
  private ZipFields() {}

  /** The zip codes in such fields, as they were written; longer forms of a code first. */
  public static List<String> of(LeadText lead) {
    return lead.fields().entrySet().stream()
        .filter(field -> FieldKind.of(field.getKey()) == FieldKind.ZIP)
        .map(Map.Entry::getValue)
        .flatMap(written -> ZipCode.read(written).stream())
        .toList();
  }
}
