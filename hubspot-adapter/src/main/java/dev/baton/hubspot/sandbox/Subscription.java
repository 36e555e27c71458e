package dev.baton.hubspot.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What the app wants to hear of.
 *
 * @param name such as {@code contact.creation}, or {@code object.creation} for a kind of record
 *     that has no name of its own in webhooks
 * @param property whose changes are meant; empty for other events
 */
public record Subscription(long id, String name, ObjectType type, String property) {

  private static final List<String> FEEDBACK =
      List.of(
          "baton_contact_status",
          "baton_deal_status",
          "baton_expected_value",
          "baton_expected_currency",
          "baton_reason",
          "baton_comment");

  /** What Baton's app package subscribes to. */
  static List<Subscription> defaults() {
    var all = new ArrayList<Subscription>();
    add(all, "contact.creation", ObjectType.CONTACTS, "");
    add(all, "contact.deletion", ObjectType.CONTACTS, "");
    add(all, "contact.merge", ObjectType.CONTACTS, "");
    add(all, "contact.propertyChange", ObjectType.CONTACTS, "hubspot_owner_id");
    add(all, "contact.propertyChange", ObjectType.CONTACTS, "hs_lead_status");
    add(all, "contact.propertyChange", ObjectType.CONTACTS, "baton_offer_response");
    add(all, "object.creation", ObjectType.TASKS, "");
    add(all, "object.propertyChange", ObjectType.TASKS, "hs_task_status");
    add(all, "object.creation", ObjectType.LEADS, "");
    add(all, "object.propertyChange", ObjectType.LEADS, "hubspot_owner_id");
    add(all, "object.propertyChange", ObjectType.LEADS, "hs_pipeline_stage");
    for (ObjectType type : List.of(ObjectType.TICKETS, ObjectType.DEALS)) {
      add(all, "object.creation", type, "");
      add(all, "object.propertyChange", type, "hubspot_owner_id");
    }
    add(all, "object.propertyChange", ObjectType.TICKETS, "hs_pipeline_stage");
    add(all, "object.propertyChange", ObjectType.DEALS, "dealstage");
    add(all, "object.propertyChange", ObjectType.DEALS, "amount");
    for (ObjectType type : List.of(ObjectType.LEADS, ObjectType.TICKETS, ObjectType.DEALS)) {
      add(all, "object.deletion", type, "");
      add(all, "object.merge", type, "");
      add(all, "object.propertyChange", type, "baton_offer_response");
      FEEDBACK.forEach(property -> add(all, "object.propertyChange", type, property));
    }
    FEEDBACK.forEach(property -> add(all, "contact.propertyChange", ObjectType.CONTACTS, property));
    return List.copyOf(all);
  }

  boolean isGeneric() {
    return name.startsWith("object.");
  }

  /** Whether this is a thing the subscription is about. */
  boolean wants(Change change) {
    String event = name.substring(name.indexOf('.') + 1);
    return change.type() == type
        && switch (change) {
          case Change.Created created -> event.equals("creation");
          case Change.Deleted deleted -> event.equals("deletion");
          case Change.Merged merged -> event.equals("merge");
          case Change.PropertyChanged changed ->
              event.equals("propertyChange") && changed.property().equals(property);
        };
  }

  private static void add(List<Subscription> all, String name, ObjectType type, String property) {
    all.add(new Subscription(100 + all.size(), name, type, property));
  }
}
