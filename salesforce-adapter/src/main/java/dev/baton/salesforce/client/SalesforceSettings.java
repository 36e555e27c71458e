package dev.baton.salesforce.client;

import dev.baton.crm.StatusMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * How one Salesforce org is spoken with.
 *
 * @param login where sessions are asked for, without a path: the org's own address (My Domain), or
 *     {@code https://login.salesforce.com} where an answer names the org's
 * @param version the API version in every path
 * @param requestTimeout from sending a request to the last byte of its answer
 * @param object the kind of record that is routed: {@code Lead}, {@code Case} or {@code
 *     Opportunity}
 * @param furtherFields fields that tags are looked for in, beside the usual ones
 * @param statuses what the values of the org's own status mean; nothing is mapped until an admin
 *     says so. Where it names no field, the usual one of the object is meant
 * @param closedTask the status of a task that is done
 * @param currency the ISO 4217 code of a value that stands in a record without its currency
 * @param share the part of the org's calls for a day after which Baton stops, above 0 and at most 1
 *     (promise P11: 0.7)
 */
public record SalesforceSettings(
    URI login,
    String version,
    Duration connectTimeout,
    Duration requestTimeout,
    String object,
    List<String> furtherFields,
    StatusMapping statuses,
    String closedTask,
    String currency,
    double share) {
  /** The API version Baton was written against. */
  public static final String VERSION = "65.0";

  public static final String LEAD = "Lead";
  public static final String CASE = "Case";
  public static final String OPPORTUNITY = "Opportunity";

  private static final Set<String> OBJECTS = Set.of(LEAD, CASE, OPPORTUNITY);

  public SalesforceSettings {
    if (!OBJECTS.contains(object)) {
      throw new IllegalArgumentException("Baton routes Lead, Case or Opportunity, not " + object);
    }
    if (!Set.of("http", "https").contains(String.valueOf(login.getScheme()))) {
      throw new IllegalArgumentException("Salesforce is at an http or https address");
    }
    for (String field : furtherFields) {
      if (!field.matches("[A-Za-z][A-Za-z0-9_]*")) {
        throw new IllegalArgumentException("Not the name of a Salesforce field: " + field);
      }
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A share of the calls is above 0 and at most 1");
    }
    Currency.getInstance(currency);
    furtherFields = List.copyOf(furtherFields);
  }

  /** Routes leads of an org that is asked for at Salesforce itself. */
  public static SalesforceSettings defaults() {
    return new SalesforceSettings(
        URI.create("https://login.salesforce.com"),
        VERSION,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        LEAD,
        List.of(),
        StatusMapping.NONE,
        "Completed",
        "USD",
        0.7);
  }

  public SalesforceSettings at(URI otherLogin) {
    return new SalesforceSettings(
        otherLogin,
        version,
        connectTimeout,
        requestTimeout,
        object,
        furtherFields,
        statuses,
        closedTask,
        currency,
        share);
  }

  public SalesforceSettings routing(String otherObject) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        requestTimeout,
        otherObject,
        furtherFields,
        statuses,
        closedTask,
        currency,
        share);
  }

  public SalesforceSettings lookingAt(List<String> fields) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        requestTimeout,
        object,
        fields,
        statuses,
        closedTask,
        currency,
        share);
  }

  public SalesforceSettings mapping(StatusMapping otherStatuses) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        requestTimeout,
        object,
        furtherFields,
        otherStatuses,
        closedTask,
        currency,
        share);
  }

  public SalesforceSettings closingTasksAs(String status) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        requestTimeout,
        object,
        furtherFields,
        statuses,
        status,
        currency,
        share);
  }

  public SalesforceSettings valuedIn(String otherCurrency) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        requestTimeout,
        object,
        furtherFields,
        statuses,
        closedTask,
        otherCurrency,
        share);
  }

  public SalesforceSettings patientFor(Duration otherRequestTimeout) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        otherRequestTimeout,
        object,
        furtherFields,
        statuses,
        closedTask,
        currency,
        share);
  }

  public SalesforceSettings using(double otherShare) {
    return new SalesforceSettings(
        login,
        version,
        connectTimeout,
        requestTimeout,
        object,
        furtherFields,
        statuses,
        closedTask,
        currency,
        otherShare);
  }
}
