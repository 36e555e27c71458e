package dev.baton.salesforce.client;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import java.util.HashMap;
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

  /** What the user may do with a field he can read, and whether its values are all different. */
  public record Rights(boolean createable, boolean updateable, boolean externalId) {}

  static SalesforceSchema of(DescribeSObjectResult described) {
    var fields = new HashMap<String, Rights>();
    for (Field field : described.getFields()) {
      fields.put(
          field.getName(),
          new Rights(
              field.isCreateable(),
              field.isUpdateable(),
              Boolean.TRUE.equals(field.getExternalId())));
    }
    return new SalesforceSchema(
        described.getName(), described.isUpdateable(), described.isCreateable(), fields);
  }
}
