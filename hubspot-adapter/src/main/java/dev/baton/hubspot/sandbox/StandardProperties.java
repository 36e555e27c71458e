package dev.baton.hubspot.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields every HubSpot account has from the start, as far as Baton may meet them. */
final class StandardProperties {
  private static final String LEAD_STATUS =
      "NEW OPEN IN_PROGRESS OPEN_DEAL UNQUALIFIED ATTEMPTED_TO_CONTACT CONNECTED BAD_TIMING";
  private static final String LIFECYCLE =
      "subscriber lead marketingqualifiedlead salesqualifiedlead opportunity customer evangelist"
          + " other";
  private static final String SOURCES =
      "ORGANIC_SEARCH PAID_SEARCH EMAIL_MARKETING SOCIAL_MEDIA REFERRALS OTHER_CAMPAIGNS"
          + " DIRECT_TRAFFIC OFFLINE PAID_SOCIAL AI_REFERRALS";

  private StandardProperties() {}

  static String groupOf(ObjectType type) {
    return type.singular() + "information";
  }

  static List<PropertyDefinition> of(ObjectType type) {
    var table = new Table(groupOf(type));
    table.readOnly("number", "hs_object_id");
    table.readOnly("datetime", type.createdProperty(), type.modifiedProperty());
    table.plain("number", "hubspot_owner_id");
    table.readOnly("datetime", "hubspot_owner_assigneddate");
    switch (type) {
      case CONTACTS -> contact(table);
      case LEADS -> lead(table);
      case TASKS -> task(table);
      case TICKETS -> ticket(table);
      case DEALS -> deal(table);
      case NOTES -> note(table);
    }
    return table.properties;
  }

  private static void contact(Table table) {
    table.plain("string", "firstname", "lastname", "phone", "mobilephone", "company", "jobtitle");
    table.plain("string", "salutation", "message", "website", "address", "city", "state", "zip");
    table.plain("string", "country", "industry", "hs_language", "hs_persona");
    table.plain("number", "numemployees", "annualrevenue", "hubspotscore");
    table.unique("email");
    table.choice("hs_lead_status", LEAD_STATUS);
    table.choice("lifecyclestage", LIFECYCLE);
    table.choice("hs_analytics_source", SOURCES);
    table.choice("hs_latest_source", SOURCES);
    table.readOnly("string", "hs_analytics_source_data_1", "hs_analytics_source_data_2");
    table.readOnly("string", "hs_object_source", "hs_object_source_label");
    table.readOnly("string", "first_conversion_event_name", "recent_conversion_event_name");
    table.readOnly("string", "hs_merged_object_ids");
    table.readOnly("number", "num_conversion_events");
  }

  private static void lead(Table table) {
    table.plain("string", "hs_lead_name", "hs_pipeline", "hs_pipeline_stage");
    table.choice("hs_lead_type", "NEW_BUSINESS UPSELL RE_ATTEMPTING");
    table.choice("hs_lead_label", "HOT WARM COLD");
  }

  private static void task(Table table) {
    table.plain("datetime", "hs_timestamp");
    table.plain("string", "hs_task_subject", "hs_task_body", "hs_task_reminders");
    table.plain("string", "hs_queue_membership_ids");
    table.choice("hs_task_status", "NOT_STARTED IN_PROGRESS WAITING DEFERRED COMPLETED");
    table.choice("hs_task_priority", "NONE LOW MEDIUM HIGH");
    table.choice("hs_task_type", "TODO CALL EMAIL");
    table.readOnly("datetime", "hs_task_completion_date");
  }

  private static void note(Table table) {
    table.plain("datetime", "hs_timestamp");
    table.plain("string", "hs_note_body", "hs_attachment_ids");
  }

  private static void ticket(Table table) {
    table.plain("string", "subject", "content", "hs_pipeline", "hs_pipeline_stage");
    table.choice("hs_ticket_priority", "LOW MEDIUM HIGH URGENT");
    table.choice("source_type", "CHAT EMAIL FORM PHONE");
  }

  private static void deal(Table table) {
    table.plain("string", "dealname", "pipeline", "dealstage", "description");
    table.plain("string", "deal_currency_code");
    table.plain("number", "amount");
    table.choice("hs_analytics_source", SOURCES);
    table.plain("datetime", "closedate");
  }

  /** Collects the fields of one kind of record. */
  private static final class Table {
    private final String group;
    private final List<PropertyDefinition> properties = new ArrayList<>();

    Table(String group) {
      this.group = group;
    }

    void plain(String type, String... names) {
      for (String name : names) add(name, type, List.of(), false, false);
    }

    void readOnly(String type, String... names) {
      for (String name : names) add(name, type, List.of(), false, true);
    }

    void unique(String name) {
      add(name, "string", List.of(), true, false);
    }

    void choice(String name, String options) {
      add(name, "enumeration", Arrays.asList(options.split(" ", -1)), false, false);
    }

    private void add(
        String name, String type, List<String> options, boolean unique, boolean readOnly) {
      String fieldType =
          switch (type) {
            case "enumeration" -> "select";
            case "datetime" -> "date";
            case "number" -> "number";
            default -> "text";
          };
      properties.add(
          new PropertyDefinition(
              name, name, group, type, fieldType, options, unique, readOnly, true));
    }
  }
}
