package dev.baton.hubspot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A kind of HubSpot record that can be routed, and what HubSpot calls its parts. What differs
 * between the kinds stands in this table, and nowhere else.
 */
public enum RoutedObject {
  CONTACTS(
      new Names("contacts", "contact", "0-1"),
      new Words("", "message", "hs_analytics_source"),
      new Progress(
          "",
          "hs_lead_status",
          "baton_expected_value",
          "",
          """
          NEW = NOT_CONTACTED/NONE; OPEN = NOT_CONTACTED/NONE; ATTEMPTED_TO_CONTACT = ATTEMPTED/NONE;
          CONNECTED = CONTACTED/NONE; IN_PROGRESS = CONTACTED/IN_PROGRESS;
          OPEN_DEAL = CONTACTED/IN_PROGRESS; UNQUALIFIED = CONTACTED/CLOSED_LOST"""),
      new Times("createdate", "lastmodifieddate"),
      new Ties(0, 204, 202),
      List.of()),
  LEADS(
      new Names("leads", "lead", "0-136"),
      new Words("hs_lead_name", "", ""),
      new Progress(
          "hs_pipeline",
          "hs_pipeline_stage",
          "baton_expected_value",
          "",
          """
          new-stage-id = NOT_CONTACTED/NONE; attempting-stage-id = ATTEMPTED/NONE;
          connected-stage-id = CONTACTED/NONE; qualified-stage-id = CONTACTED/CLOSED_WON;
          unqualified-stage-id = CONTACTED/CLOSED_LOST"""),
      new Times("hs_createdate", "hs_lastmodifieddate"),
      new Ties(578, 0, 0),
      List.of("crm.objects.leads.read", "crm.objects.leads.write")),
  TICKETS(
      new Names("tickets", "ticket", "0-5"),
      new Words("subject", "content", "source_type"),
      new Progress(
          "hs_pipeline",
          "hs_pipeline_stage",
          "baton_expected_value",
          "",
          "4 = CONTACTED/CLOSED_WON"),
      new Times("createdate", "hs_lastmodifieddate"),
      new Ties(16, 230, 228),
      List.of("tickets")),
  DEALS(
      new Names("deals", "deal", "0-3"),
      new Words("dealname", "description", "hs_analytics_source"),
      new Progress(
          "pipeline",
          "dealstage",
          "amount",
          "deal_currency_code",
          "closedwon = CONTACTED/CLOSED_WON; closedlost = CONTACTED/CLOSED_LOST"),
      new Times("createdate", "hs_lastmodifieddate"),
      new Ties(3, 216, 214),
      List.of("crm.objects.deals.read", "crm.objects.deals.write"));

  private final Names names;
  private final Words words;
  private final Progress progress;
  private final Times times;
  private final Ties ties;
  private final List<String> scopes;

  RoutedObject(
      Names names, Words words, Progress progress, Times times, Ties ties, List<String> scopes) {
    this.names = names;
    this.words = words;
    this.progress = progress;
    this.times = times;
    this.ties = ties;
    this.scopes = scopes;
  }

  /** The kind with this name, such as {@code contacts}. */
  static Optional<RoutedObject> find(String object) {
    return Arrays.stream(values()).filter(kind -> kind.object().equals(object)).findFirst();
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException for a kind Baton does not route
   */
  public static RoutedObject of(String object) {
    return find(object)
        .orElseThrow(
            () -> new IllegalArgumentException("Not a HubSpot record Baton routes: " + object));
  }

  /** The name in paths and records, such as {@code contacts}. */
  public String object() {
    return names.object();
  }

  /** The account's own property that says how far a record has come. */
  public String statusProperty() {
    return progress.status();
  }

  /**
   * What the values of {@link #statusProperty} stand for in an account that has left them as
   * HubSpot delivers them, as an admin would write it.
   */
  public String usualStatuses() {
    return progress.usualStatuses();
  }

  /** Whether what a record may be worth stands in Baton's own property. */
  boolean valueIsBatons() {
    return progress.value().equals(HubSpotFields.EXPECTED_VALUE);
  }

  Names names() {
    return names;
  }

  Words words() {
    return words;
  }

  Progress progress() {
    return progress;
  }

  Times times() {
    return times;
  }

  Ties ties() {
    return ties;
  }

  /** The rights Baton needs for this kind, beside those it needs for contacts in any case. */
  List<String> scopes() {
    return scopes;
  }

  /**
   * How the kind itself is called.
   *
   * @param event the word its webhooks begin with where they have one of their own
   * @param typeId the number generic webhooks name it by
   */
  record Names(String object, String event, String typeId) {}

  /**
   * The properties that hold what a record says. Where the body or the source is empty, the words
   * of its contact count.
   *
   * @param subject empty where the settings name it
   */
  record Words(String subject, String body, String source) {}

  /**
   * The properties that hold how far a record has come.
   *
   * @param pipeline the property for the pipeline that the status belongs to; empty where it
   *     belongs to none
   * @param value what it may be worth
   * @param currency the account's own property for the currency of that; empty where there is none
   */
  record Progress(
      String pipeline, String status, String value, String currency, String usualStatuses) {}

  /** The properties that hold when a record came to be and when it last changed. */
  record Times(String created, String changed) {}

  /**
   * HubSpot's numbers for what is tied to what; 0 where there is none to be had (decision 0005).
   *
   * @param contact "this record belongs to that contact"
   * @param task "this task is about that record"
   * @param note "this note is about that record"
   */
  record Ties(int contact, int task, int note) {}
}
