package dev.baton.hubspot;

import dev.baton.feedback.Feedback;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which HubSpot property holds what of a lead. Every HubSpot name Baton knows stands here. */
final class HubSpotFields {
  static final String CONTACTS = HubSpotSettings.CONTACTS;
  static final String LEADS = HubSpotSettings.LEADS;
  static final String TASKS = "tasks";

  /** HubSpot's numbers for the kinds of record, which its webhooks name them by. */
  static final String CONTACT_TYPE = "0-1";

  static final String LEAD_TYPE = "0-136";
  static final String TASK_TYPE = "0-27";

  static final String OWNER = "hubspot_owner_id";

  /** Where an agent answers an offer in the record; Baton's own property. */
  static final String OFFER_RESPONSE = "baton_offer_response";

  /** Where people give a lead tags by hand, a multi-select; Baton's own property. */
  static final String GIVEN_TAGS = "baton_tags";

  /** How far the owner has come, in Baton's own properties. */
  static final String CONTACT_STATUS = "baton_contact_status";

  static final String DEAL_STATUS = "baton_deal_status";
  static final String EXPECTED_VALUE = "baton_expected_value";
  static final String EXPECTED_CURRENCY = "baton_expected_currency";
  static final String REASON = "baton_reason";

  /** Where people write a comment that Baton is to hear of; Baton's own property. */
  static final String COMMENT = "baton_comment";

  static final String NOTES = "notes";
  static final String NOTE_TIME = "hs_timestamp";
  static final String NOTE_BODY = "hs_note_body";

  static final String FIRST_NAME = "firstname";
  static final String LAST_NAME = "lastname";
  static final String EMAIL = "email";
  static final String PHONE = "phone";
  static final String MOBILE_PHONE = "mobilephone";
  static final String COMPANY = "company";
  static final String MESSAGE = "message";
  static final String SOURCE = "hs_analytics_source";
  static final String LEAD_NAME = "hs_lead_name";

  static final String TASK_DUE = "hs_timestamp";
  static final String TASK_SUBJECT = "hs_task_subject";
  static final String TASK_BODY = "hs_task_body";
  static final String TASK_STATUS = "hs_task_status";
  static final String TASK_PRIORITY = "hs_task_priority";
  static final String TASK_TYPE_FIELD = "hs_task_type";
  static final String TASK_REMINDERS = "hs_task_reminders";
  static final String TASK_COMPLETED = "COMPLETED";

  /** HubSpot's number for "this task is about that contact". */
  static final int TASK_TO_CONTACT = 204;

  private static final List<String> OF_PERSON =
      List.of(FIRST_NAME, LAST_NAME, EMAIL, PHONE, MOBILE_PHONE, COMPANY, MESSAGE, SOURCE);

  private final String subject;
  private final List<String> further;

  HubSpotFields(HubSpotSettings settings) {
    this.subject = settings.subjectProperty();
    this.further = settings.furtherProperties();
  }

  /** The properties of a contact that are read. */
  List<String> ofContact() {
    return all(OF_PERSON, List.of(subject, OWNER, GIVEN_TAGS), further);
  }

  /** The properties of a record of the leads object that are read. */
  List<String> ofLead() {
    return all(List.of(LEAD_NAME, OWNER, GIVEN_TAGS), further);
  }

  /** What a contact says, where contacts are the leads. */
  LeadContent content(HubSpotObject contact) {
    return new LeadContent(
        new LeadText(contact.property(subject), contact.property(MESSAGE), fields(contact)),
        person(contact),
        tags(contact),
        contact.property(SOURCE));
  }

  /** What a record of the leads object says, with the words of its contact, where it has one. */
  LeadContent content(HubSpotObject lead, Optional<HubSpotObject> contact) {
    Map<String, String> fields = new LinkedHashMap<>(contact.map(this::fields).orElse(Map.of()));
    fields.putAll(fields(lead));
    Set<String> tags = new LinkedHashSet<>(tags(lead));
    contact.ifPresent(person -> tags.addAll(tags(person)));
    return new LeadContent(
        new LeadText(
            lead.property(LEAD_NAME), contact.map(c -> c.property(MESSAGE)).orElse(""), fields),
        contact.map(HubSpotFields::person).orElse(Contact.UNKNOWN),
        tags,
        contact.map(c -> c.property(SOURCE)).orElse(""));
  }

  /** The properties that tell the account of this feedback. */
  Map<String, String> feedback(Feedback feedback) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(CONTACT_STATUS, feedback.contact().name());
    values.put(DEAL_STATUS, feedback.deal().name());
    values.put(EXPECTED_VALUE, feedback.value().map(v -> v.amount().toPlainString()).orElse(""));
    values.put(
        EXPECTED_CURRENCY, feedback.value().map(v -> v.currency().getCurrencyCode()).orElse(""));
    values.put(REASON, feedback.reason());
    return values;
  }

  private Map<String, String> fields(HubSpotObject object) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : all(List.of(COMPANY), further)) {
      String value = object.property(name);
      if (!value.isEmpty()) fields.put(name, value);
    }
    return fields;
  }

  private static Contact person(HubSpotObject contact) {
    String name = contact.property(FIRST_NAME) + " " + contact.property(LAST_NAME);
    String phone = contact.property(PHONE);
    return new Contact(
        name.strip(),
        contact.property(EMAIL),
        phone.isEmpty() ? contact.property(MOBILE_PHONE) : phone);
  }

  /** HubSpot joins the chosen values of a multi-select with semicolons. */
  private static Set<String> tags(HubSpotObject object) {
    Set<String> tags = new LinkedHashSet<>();
    Arrays.stream(object.property(GIVEN_TAGS).split(";"))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .forEach(tags::add);
    return tags;
  }

  @SafeVarargs
  private static List<String> all(List<String>... names) {
    Set<String> all = new LinkedHashSet<>();
    for (List<String> some : names) all.addAll(some);
    all.remove("");
    return new ArrayList<>(all);
  }
}
