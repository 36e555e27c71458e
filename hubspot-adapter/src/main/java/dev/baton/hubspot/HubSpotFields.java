package dev.baton.hubspot;

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
  static final String TASKS = "tasks";

  /** HubSpot's number for tasks, which its webhooks name them by. */
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

  static final String TASK_DUE = "hs_timestamp";
  static final String TASK_SUBJECT = "hs_task_subject";
  static final String TASK_BODY = "hs_task_body";
  static final String TASK_STATUS = "hs_task_status";
  static final String TASK_PRIORITY = "hs_task_priority";
  static final String TASK_TYPE_FIELD = "hs_task_type";
  static final String TASK_REMINDERS = "hs_task_reminders";
  static final String TASK_COMPLETED = "COMPLETED";

  private static final List<String> OF_PERSON =
      List.of(FIRST_NAME, LAST_NAME, EMAIL, PHONE, MOBILE_PHONE, COMPANY, MESSAGE, SOURCE);

  private final String subjectOfContact;
  private final List<String> further;

  HubSpotFields(HubSpotSettings settings) {
    this.subjectOfContact = settings.subjectProperty();
    this.further = settings.furtherProperties();
  }

  /** The properties of a record that are read for what it says and whose it is. */
  List<String> of(RoutedObject kind) {
    List<String> own = List.of(subject(kind), kind.words().body(), kind.words().source());
    List<String> usual = List.of(OWNER, GIVEN_TAGS);
    return kind == RoutedObject.CONTACTS
        ? all(OF_PERSON, own, usual, further)
        : all(own, usual, further);
  }

  /** The properties of a contact that are read because it belongs to a record that is routed. */
  List<String> ofPerson() {
    return all(OF_PERSON, List.of(GIVEN_TAGS), further);
  }

  /**
   * What a record says, with the words of its contact.
   *
   * @param contact the record itself where contacts are routed; empty where it has none
   */
  LeadContent content(RoutedObject kind, HubSpotObject record, Optional<HubSpotObject> contact) {
    Map<String, String> fields = new LinkedHashMap<>(contact.map(this::fields).orElse(Map.of()));
    fields.putAll(fields(record));
    Set<String> tags = new LinkedHashSet<>(tags(record));
    contact.ifPresent(person -> tags.addAll(tags(person)));
    return new LeadContent(
        new LeadText(
            record.property(subject(kind)),
            own(kind.words().body(), record, contact, MESSAGE),
            fields),
        contact.map(HubSpotFields::person).orElse(Contact.UNKNOWN),
        tags,
        own(kind.words().source(), record, contact, SOURCE));
  }

  private String subject(RoutedObject kind) {
    return kind.words().subject().isEmpty() ? subjectOfContact : kind.words().subject();
  }

  private static String own(
      String name, HubSpotObject record, Optional<HubSpotObject> contact, String ofContact) {
    return name.isEmpty()
        ? contact.map(person -> person.property(ofContact)).orElse("")
        : record.property(name);
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
