package dev.baton.hubspot.sandbox;

import java.util.List;

/** The fields Baton's package brings along. */
final class BatonProperties {
  static final List<ObjectType> ROUTED =
      List.of(ObjectType.CONTACTS, ObjectType.LEADS, ObjectType.TICKETS, ObjectType.DEALS);

  private static final String GROUP = "baton";

  private BatonProperties() {}

  static void install(Account account, ObjectType type) {
    Properties properties = account.properties();
    properties.addGroup(type, GROUP, "Baton");
    all().forEach(property -> properties.add(type, property));
  }

  private static List<PropertyDefinition> all() {
    return List.of(
        choice("baton_offer_response", "accept", "decline", "another_chance"),
        new PropertyDefinition(
            "baton_tags",
            "Baton: baton_tags",
            GROUP,
            "enumeration",
            "checkbox",
            List.of("Harbour", "Commercial"),
            false,
            false,
            false),
        choice("baton_contact_status", "NOT_CONTACTED", "ATTEMPTED", "CONTACTED", "UNREACHABLE"),
        choice("baton_deal_status", "NONE", "IN_PROGRESS", "CLOSED_WON", "CLOSED_LOST"),
        plain("baton_expected_value", "number"),
        plain("baton_expected_currency", "string"),
        plain("baton_reason", "string"),
        plain("baton_comment", "string"),
        plain("baton_subject", "string"));
  }

  private static PropertyDefinition choice(String name, String... options) {
    return PropertyDefinition.choice(name, "Baton: " + name, GROUP, List.of(options));
  }

  private static PropertyDefinition plain(String name, String type) {
    return PropertyDefinition.plain(name, "Baton: " + name, GROUP, type);
  }
}
