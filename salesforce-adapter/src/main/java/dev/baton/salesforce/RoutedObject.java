package dev.baton.salesforce;

import dev.baton.salesforce.client.SalesforceSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of Salesforce record that can be routed, and what Salesforce calls its parts. What differs
 * between the kinds stands in this table, and nowhere else.
 */
enum RoutedObject {
  LEAD(
      SalesforceSettings.LEAD,
      new Words(
          "", SalesforceFields.DESCRIPTION, SalesforceFields.SOURCE, SalesforceFields.COMPANY),
      new Person(
          SalesforceFields.NAME,
          SalesforceFields.EMAIL,
          List.of(SalesforceFields.PHONE, SalesforceFields.MOBILE_PHONE)),
      Related.NOBODY,
      new Progress(
          SalesforceFields.STATUS, SalesforceFields.CONVERTED, SalesforceFields.CONVERTED, ""),
      SalesforceFields.TASK_WHO,
      new Test(SalesforceFields.LAST_NAME, Map.of(SalesforceFields.COMPANY, "Baton test"), "")),
  CASE(
      SalesforceSettings.CASE,
      new Words(
          SalesforceFields.SUBJECT,
          SalesforceFields.DESCRIPTION,
          SalesforceFields.ORIGIN,
          SalesforceFields.SUPPLIED_COMPANY),
      new Person(
          SalesforceFields.SUPPLIED_NAME,
          SalesforceFields.SUPPLIED_EMAIL,
          List.of(SalesforceFields.SUPPLIED_PHONE)),
      new Related(
          SalesforceFields.CONTACT_ID,
          SalesforceFields.CONTACT,
          new Person(
              SalesforceFields.NAME,
              SalesforceFields.EMAIL,
              List.of(SalesforceFields.PHONE, SalesforceFields.MOBILE_PHONE))),
      new Progress(SalesforceFields.STATUS, SalesforceFields.CLOSED, SalesforceFields.CLOSED, ""),
      SalesforceFields.TASK_WHAT,
      new Test(SalesforceFields.SUBJECT, Map.of(), "")),
  OPPORTUNITY(
      SalesforceSettings.OPPORTUNITY,
      new Words(SalesforceFields.NAME, SalesforceFields.DESCRIPTION, SalesforceFields.SOURCE, ""),
      Person.UNKNOWN,
      new Related(
          SalesforceFields.ACCOUNT_ID,
          SalesforceFields.ACCOUNT,
          new Person(SalesforceFields.NAME, "", List.of(SalesforceFields.PHONE))),
      new Progress(
          SalesforceFields.STAGE,
          SalesforceFields.CLOSED,
          SalesforceFields.WON,
          SalesforceFields.AMOUNT),
      SalesforceFields.TASK_WHAT,
      new Test(
          SalesforceFields.NAME,
          Map.of(SalesforceFields.STAGE, "Prospecting"),
          SalesforceFields.CLOSE_DATE));

  private final String object;
  private final Words words;
  private final Person person;
  private final Related related;
  private final Progress progress;
  private final String taskLink;
  private final Test test;

  RoutedObject(
      String object,
      Words words,
      Person person,
      Related related,
      Progress progress,
      String taskLink,
      Test test) {
    this.object = object;
    this.words = words;
    this.person = person;
    this.related = related;
    this.progress = progress;
    this.taskLink = taskLink;
    this.test = test;
  }

  /** The kind with this name; empty for a kind Baton does not route. */
  static Optional<RoutedObject> find(String object) {
    return Arrays.stream(values()).filter(kind -> kind.object.equals(object)).findFirst();
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException for a kind Baton does not route
   */
  static RoutedObject of(String object) {
    return find(object)
        .orElseThrow(
            () -> new IllegalArgumentException("Not a Salesforce record Baton routes: " + object));
  }

  /** The name in calls and records, such as {@code Lead}. */
  String object() {
    return object;
  }

  Words words() {
    return words;
  }

  Person person() {
    return person;
  }

  Related related() {
    return related;
  }

  Progress progress() {
    return progress;
  }

  /** The field of a task that says it is about a record of this kind. */
  String taskLink() {
    return taskLink;
  }

  /** What a record needs that is made to try things out. */
  Test test() {
    return test;
  }

  /** The fields that hold what a record says; an empty one is none. */
  record Words(String subject, String body, String source, String company) {}

  /** The fields that hold who somebody is. */
  record Person(String name, String email, List<String> phones) {
    static final Person UNKNOWN = new Person("", "", List.of());
  }

  /**
   * Another record that says who the person is where the record itself does not.
   *
   * @param by the field that names it
   */
  record Related(String by, String object, Person person) {
    static final Related NOBODY = new Related("", "", Person.UNKNOWN);
  }

  /**
   * The fields that hold how far a record has come.
   *
   * @param closed whether nothing more is to be done, as Salesforce says
   * @param won whether that is a good end, as Salesforce says
   * @param value the org's own field for what it may be worth
   */
  record Progress(String status, String closed, String won, String value) {}

  /**
   * What Salesforce asks of every record of the kind.
   *
   * @param name the field that holds its name
   * @param closeDate the field for the day a deal is expected; empty where there is none
   */
  record Test(String name, Map<String, String> further, String closeDate) {}
}
