package dev.baton.salesforce.sandbox;

import java.util.List;

/** The fields Baton's package brings into an org. */
final class BatonPackage {
  private static final FieldDefinition OFFER_RESPONSE =
      FieldDefinition.of("Baton_Offer_Response__c", FieldType.PICKLIST)
          .oneOf("accept", "decline", "another_chance");

  private BatonPackage() {}

  static List<FieldDefinition> fieldsOf(ObjectType type) {
    if (type == ObjectType.TASK) {
      return List.of(FieldDefinition.text("Baton_Offer_Key__c", 80).asExternalId(), OFFER_RESPONSE);
    }
    return type.isOffered() ? ofOfferedRecords() : List.of();
  }

  private static List<FieldDefinition> ofOfferedRecords() {
    return List.of(
        OFFER_RESPONSE,
        // The values are the company's tags, which the package cannot know: not restricted.
        FieldDefinition.of("Baton_Tags__c", FieldType.MULTIPICKLIST, 4099),
        FieldDefinition.of("Baton_Contact_Status__c", FieldType.PICKLIST)
            .oneOf("NOT_CONTACTED", "ATTEMPTED", "CONTACTED", "UNREACHABLE"),
        FieldDefinition.of("Baton_Deal_Status__c", FieldType.PICKLIST)
            .oneOf("NONE", "IN_PROGRESS", "CLOSED_WON", "CLOSED_LOST"),
        FieldDefinition.of("Baton_Expected_Value__c", FieldType.DOUBLE),
        FieldDefinition.text("Baton_Expected_Currency__c", 3),
        FieldDefinition.text("Baton_Reason__c", 255),
        FieldDefinition.of("Baton_Comment__c", FieldType.TEXTAREA, 32_768));
  }
}
