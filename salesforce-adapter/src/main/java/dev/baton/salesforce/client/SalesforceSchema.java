package dev.baton.salesforce.client;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.PicklistEntry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of record as Baton's user sees it.
 *
 * @param fields by name, those the user can read; whether he can change them
 */
public record SalesforceSchema(
    String object, boolean updateable, boolean createable, Map<String, Rights> fields) {
  public SalesforceSchema {
    fields = Map.copyOf(fields);
  }

  /**
   * What the user may do with a field he can read.
   *
   * @param externalId whether records can be found by it
   * @param values those a picklist offers
   */
  public record Rights(
      boolean createable, boolean updateable, boolean externalId, List<String> values) {
    public Rights {
      values = List.copyOf(values);
    }
  }

  static SalesforceSchema of(DescribeSObjectResult described) {
    var fields = new HashMap<String, Rights>();
    for (Field field : described.getFields()) {
      fields.put(
          field.getName(),
          new Rights(
              field.isCreateable(),
              field.isUpdateable(),
              Boolean.TRUE.equals(field.getExternalId()),
              values(field)));
    }
    return new SalesforceSchema(
        described.getName(), described.isUpdateable(), described.isCreateable(), fields);
  }

  private static List<String> values(Field field) {
    PicklistEntry[] entries = field.getPicklistValues();
    if (entries == null) return List.of();
    return Arrays.stream(entries)
        .filter(PicklistEntry::isActive)
        .map(PicklistEntry::getValue)
        .toList();
  }
}
